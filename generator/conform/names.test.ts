// The name grammars by table.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  isDnsLabel,
  isDnsSubdomain,
  isLabelValue,
  isPathSegment,
  isPortName,
  isQualifiedName,
  isServiceName,
} from './names.ts';

const test = suite('names');
const a63 = 'a'.repeat(63);

const rows: readonly (readonly [
  (text: string) => boolean,
  good: readonly string[],
  bad: readonly string[],
])[] = [
  [isDnsLabel, ['a', '0', 'a-b', a63], ['', 'A', '-a', 'a-', 'a.b', 'a_b', `${a63}a`, 'ä']],
  [isDnsSubdomain, ['a', 'a.b-c.0'], ['', 'a..b', '.a', 'a.', 'a.-b', `${'a.'.repeat(127)}`]],
  [isServiceName, ['a1'], ['1a', '']],
  [isPathSegment, ['system:node', 'a.b'], ['', '.', '..', 'a/b', 'a%b']],
  [
    isQualifiedName,
    ['a', 'A_b.c', 'x.example/a'],
    ['', '/a', 'a/', 'a/b/c', 'X.example/a', '-a', 'a b', `${a63}a`],
  ],
  [isLabelValue, ['', 'a', 'A_b.c-d', a63], ['-', 'a b', 'a/b', `${a63}a`]],
  [isPortName, ['http', 'http-80'], ['', '80', 'a--b', 'HTTP', 'abcdefghijklmnop']],
];

for (const [accepts, good, bad] of rows) {
  test(accepts.name, () => {
    assert.equal(
      good.filter((text) => !accepts(text)),
      [],
    );
    assert.equal(
      bad.filter((text) => accepts(text)),
      [],
    );
  });
}

test.run();
