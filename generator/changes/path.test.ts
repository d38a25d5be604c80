// Ways and patterns as text.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parsePattern, showPath, stepMatches } from './path.ts';

const test = suite('paths');

test('a way as text', () => {
  assert.is(showPath([]), '');
  assert.is(showPath(['spec', 'containers', { item: 'app' }, 'image']), 'spec.containers[app].image');
  assert.is(showPath(['metadata', 'annotations', 'a.b/c']), 'metadata.annotations["a.b/c"]');
});

test('a pattern as steps', () => {
  assert.equal(parsePattern('spec.containers[].image'), [
    { key: 'spec' },
    { key: 'containers' },
    'item',
    { key: 'image' },
  ]);
  assert.equal(parsePattern('spec.hard.*'), [{ key: 'spec' }, { key: 'hard' }, 'key']);
  assert.equal(parsePattern('spec.**'), [{ key: 'spec' }, 'rest']);
  assert.equal(parsePattern('metadata.labels["a.b/c"]'), [
    { key: 'metadata' },
    { key: 'labels' },
    { key: 'a.b/c' },
  ]);
});

test('what is no pattern is refused', () => {
  for (const text of ['', 'spec.**.a', 'spec.a[0]', 'a"b', 'a[']) {
    assert.throws(() => parsePattern(text), /pattern/, text);
  }
});

test('steps against patterns', () => {
  const rows = [
    ['a', { key: 'a' }, true],
    ['a', { key: 'b' }, false],
    ['a', 'key', true],
    ['a', 'item', false],
    ['a', 'rest', false],
    [{ item: 'a' }, 'item', true],
    [{ item: 'a' }, { key: 'a' }, false],
    [{ item: 'a' }, 'key', false],
  ] as const;
  for (const [step, pattern, expected] of rows) assert.is(stepMatches(step, pattern), expected);
});

test.run();
