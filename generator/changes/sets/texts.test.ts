// Patterns of text: what each dialect matches, and whether sets of them are told to cover each other as all short texts do.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { affixed, glob, type Pattern, pathTemplate, starred } from './pattern.ts';
import { Texts } from './texts.ts';

const test = suite('texts');

test('what patterns match', () => {
  const rows: [pattern: Pattern | undefined, yes: string[], no: string[]][] = [
    [starred('*'), ['', 'a', 'a/b'], []],
    [starred('/healthz/*'), ['/healthz/', '/healthz/a/b'], ['/healthz']],
    [affixed('*'), ['a'], ['']],
    [affixed('/a*'), ['/a', '/a/b'], ['/b', '']],
    [affixed('*.example'), ['a.example', '.example'], ['example']],
    [affixed('a*b'), ['a*b'], ['ab', 'axb']],
    [pathTemplate('/a/{*}/c'), ['/a/b/c'], ['/a//c', '/a/b/b/c']],
    [pathTemplate('/a/{**}'), ['/a/', '/a/b/c'], ['/a']],
    [glob('*', '/'), ['a/b'], []],
    [glob('https://x/*', '/'), ['https://x/y'], ['https://x/y/z']],
    [glob('https://x/**', '/'), ['https://x/y', 'https://x/y/z'], ['https://y/']],
    [glob('t-?'), ['t-a'], ['t-', 't-ab']],
  ];
  for (const [pattern, yes, no] of rows) {
    const texts = Texts.any(pattern as Pattern);
    for (const word of yes) assert.ok(texts.has(word), `${texts.text} ${word}`);
    for (const word of no) assert.not(texts.has(word), `${texts.text} ${word}`);
  }
  assert.is(glob('t-[ab]'), undefined);
});

test('what covers what', () => {
  const rows: [outer: Pattern[], inner: Pattern, isCovered: boolean][] = [
    [[starred('t-*')], starred('t-acme*'), true],
    [[starred('t-acme*')], starred('t-*'), false],
    [[affixed('*')], affixed('a*'), true],
    [[affixed('a*'), affixed('*a')], affixed('*'), false],
    [[affixed('/a*')], pathTemplate('/a/{*}/c'), true],
    [[pathTemplate('/a/{**}')], pathTemplate('/a/{*}'), true],
    [[glob('**') as Pattern], glob('*', '/') as Pattern, true],
    [[starred('*/ns/a/*')], affixed('cluster.local/ns/a/sa/x'), true],
    [[starred('*/ns/a/*')], affixed('cluster.local/ns/*'), false],
  ];
  for (const [outer, inner, isCovered] of rows) {
    const left = Texts.any(inner).and(Texts.any(...outer).not());
    assert.is(left.isEmpty, isCovered, left.text);
  }
});

/** The last one is in no pattern, and stands for all others. */
const letters = ['a', 'b', '/', 'c'];
const words = ['', ...letters].flatMap((one) =>
  ['', ...letters].flatMap((two) =>
    ['', ...letters].flatMap((three) => ['', ...letters].map((four) => one + two + three + four)),
  ),
);
const patterns = fc
  .array(fc.constantFrom('a', 'b', '/', '*', '**', '?'), { maxLength: 3 })
  .map((parts) => glob(parts.join(''), '/') as Pattern);
const sets = fc.array(patterns, { minLength: 1, maxLength: 2 }).map((some) => Texts.any(...some));

test('a set is empty when no short text is in it', () => {
  fc.assert(
    fc.property(sets, sets, sets, (one, two, three) => {
      for (const set of [one.and(two.not()), one.and(two.not()).and(three.not()), one.not().and(two.not())]) {
        assert.is(set.isEmpty, !words.some((word) => set.has(word)) && !hasLonger(set), set.text);
      }
    }),
    { numRuns: 60 },
  );
});

/** Three parts and what is not in others may need more letters than four. */
function hasLonger(set: Texts): boolean {
  return words.some((word) =>
    ['aaa', 'bbb', 'ccc', 'ab/', '/ab', '///'].some((more) => set.has(word + more) || set.has(more + word)),
  );
}

test('long patterns are not followed for ever', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    starred(`*${'ab'.repeat(index)}*${'ba'.repeat(index)}*`),
  );
  const start = performance.now();
  assert.not(many.reduce((set, pattern) => set.and(Texts.any(pattern)), Texts.any(starred('*a*'))).isEmpty);
  assert.ok(performance.now() - start < 5000);
});

test.run();
