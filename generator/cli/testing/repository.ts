// A copy of the example inputs in a folder of its own, and the command line run on it. Knows no command.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyInputs, repository } from '../../testing/inputs.ts';

const main = join(repository, 'generator/cli/main.ts');

type Run = Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'>;

export class Repository {
  readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'tenantry-cli-'));

  constructor() {
    copyInputs(this.root);
  }

  /** Runs without a terminal and without colours, unless `env` says otherwise. */
  run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
    return runIn(repository, ['--root', this.root, ...words], env);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}

/** The command line as it was typed in `folder`. */
export function runIn(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Run {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...inherited, ...env },
    input: '',
  });
  return { status, stdout, stderr };
}

/** Five mistakes that have nothing to do with each other. */
export const fiveMistakes = `# yaml-language-server: $schema=../schemas/tenant.schema.json
id: acme
displayName: Acme Mutual
tier: premum
home: prod-use1
owner: nobody
costCentre: CC-1042
timezone: America/Chicago
routing:
  mode: domian
access:
  support: perhaps
`;
