// The tests that every mutant of the change engine must face, in two processes, the quicker one first: `npm run mutate`
// starts them thousands of times. The judges' own tests compare with brute force, which takes too long for that.
import { globSync } from 'node:fs';
import { join } from 'node:path';

const changes = join(import.meta.dirname, '../../generator/changes');
/** Hold the tables against the rendered tree and against upstream, which are not mutated. */
const others = new Set(['knowledge.test.ts', 'oracle.test.ts', 'tables/rendered.test.ts']);

/** Which of three a test file belongs to: the engine's own, the labelled cases, or the judges' and the tables'. */
function partOf(file: string): string {
  if (file === 'cases.test.ts') return 'cases';
  return /^(?:iam|sets|tables)\//.test(file) ? 'judges' : 'engine';
}

const all = globSync('**/*.test.ts', { cwd: changes }).filter((file) => !others.has(file));
const files = all.filter((file) => partOf(file) === process.argv[2]);
if (files.length === 0) throw new Error('Say which part: `engine`, `cases` or `judges`');
await Promise.all(files.map((file) => import(join(changes, file))));
