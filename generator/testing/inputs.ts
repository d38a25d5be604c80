// An example fleet for tests, and copies of it that a test may change. It is not the repository's own: a pull request
// that edits a tenant must not touch a test. Knows no test.
import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute path of the repository. */
export const repository = join(import.meta.dirname, '../..');

/** Absolute path of the example fleet's inputs. */
export const exampleFleet = join(import.meta.dirname, 'fleet');

/** Makes `root` a repository with the example fleet's inputs and nothing else. */
export function copyInputs(root: string): void {
  cpSync(exampleFleet, root, { recursive: true });
  cpSync(join(repository, 'platform/templates'), join(root, 'platform/templates'), { recursive: true });
}
