// Every pattern that an input meets backtracks a bounded number of times, however long and hostile the text.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafePattern } from 'redos-detector';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = join(import.meta.dirname, '../..');
const test = suite('patterns');

/** The analysis of an unsafe pattern goes on until it is stopped. */
const limits = { unicode: true, maxSteps: 2000, maxScore: 10 };
const isSafe = (pattern: string) => isSafePattern(pattern, limits).safe;

const patterns = globSync('schemas/*.json', { cwd: root }).flatMap((file) => {
  const found = readFileSync(join(root, file), 'utf8').matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g);
  return Array.from(found, ([, text = '']) => ({ file, pattern: JSON.parse(text) as string }));
});

test('there are patterns', () => assert.ok(patterns.length > 30));

for (const { file, pattern } of patterns) {
  test(`${pattern} of ${file}`, () => assert.ok(isSafe(pattern)));
}

for (const pattern of ['^(a+)+$', '^(a|a)*$', '^[a-z]+[a-z0-9]*$', '(a|aa)+$', 'a+$']) {
  test(`the check refuses ${pattern}`, () => assert.not.ok(isSafe(pattern)));
}

test.run();
