// The tests that every mutant of the change engine must face, in one process: `npm run mutate` starts it thousands of times,
// first with `units` and, for a mutant that lives, with `cases`.
import { globSync } from 'node:fs';
import { join } from 'node:path';

const changes = join(import.meta.dirname, '../../generator/changes');
/** Hold the tables against the rendered tree and against upstream, which are not mutated. */
const others = new Set(['knowledge.test.ts', 'oracle.test.ts']);

const units = globSync('**/*.test.ts', { cwd: changes }).filter(
  (file) => !others.has(file) && file !== 'cases.test.ts',
);
const files = process.argv[2] === 'cases' ? ['cases.test.ts'] : units;
await Promise.all(files.map((file) => import(join(changes, file))));
