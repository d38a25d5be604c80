// What counts as a difference, and what is only another way to write the same.
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { showPath } from '../path.ts';
import { canonical } from './canonical.ts';
import { compare } from './compare.ts';

const test = suite('compare');

/** `field: before → after` for each change between two YAML texts. */
function tell(before: string, after: string): string[] {
  const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  return compare(load(before), load(after)).map(
    (change) => `${showPath(change.path)}: ${show(change.before)} → ${show(change.after)}`,
  );
}

const rows: readonly (readonly [name: string, before: string, after: string, ...changes: string[]])[] = [
  ['the order of keys', '{a: 1, b: 2}', '{b: 2, a: 1}'],
  ['a null and an absent field', '{a: 1, b: null}', '{a: 1}'],
  ['a scalar', '{a: 1}', '{a: 2}', 'a: 1 → 2'],
  ['a type', '{a: 1}', '{a: "1"}', 'a: 1 → "1"'],
  ['a field that comes', '{}', '{a: {b: 1}}', 'a: nothing → {"b":1}'],
  ['a field that goes', '{a: []}', '{}', 'a: [] → nothing'],
  ['an empty mapping and an absent one', '{a: {}}', '{}', 'a: {} → nothing'],
  ['a mapping that becomes a list', '{a: {}}', '{a: []}', 'a: {} → []'],
  ['keys in their order', '{c: 1, a: 1}', '{c: 2, a: 2}', 'a: 1 → 2', 'c: 1 → 2'],
  ['names that an object has by itself', '{a: 1}', '{a: 1, toString: 2}', 'toString: nothing → 2'],
  ['a set in another order', '{verbs: [get, list]}', '{verbs: [list, get]}'],
  ['a word in a set', '{verbs: [get]}', '{verbs: [list, get]}', 'verbs[list]: nothing → "list"'],
  ['a word twice in a set', '{verbs: [get]}', '{verbs: [get, get]}', 'verbs[get]: nothing → "get"'],
  [
    'another word in a set',
    '{verbs: [a]}',
    '{verbs: [b]}',
    'verbs[a]: "a" → nothing',
    'verbs[b]: nothing → "b"',
  ],
  ['the order of arguments', '{args: [a, b]}', '{args: [b, a]}', 'args[0]: "a" → "b"', 'args[1]: "b" → "a"'],
  ['an argument at the front', '{args: [a, b]}', '{args: [c, a, b]}', 'args[0]: nothing → "c"'],
  ['an argument that goes', '{args: [a, b, c]}', '{args: [a, c]}', 'args[1]: "b" → nothing'],
  ['an argument twice', '{args: [a, a]}', '{args: [a]}', 'args[1]: "a" → nothing'],
  [
    'named items in another order',
    '{env: [{name: A, value: x}, {name: B, value: y}]}',
    '{env: [{name: B, value: y}, {name: A, value: z}]}',
    'env[A].value: "x" → "z"',
  ],
  [
    'a named item that comes',
    '{containers: [{name: a}]}',
    '{containers: [{name: b}, {name: a}]}',
    'containers[b]: nothing → {"name":"b"}',
  ],
  [
    'an item that lost its name is none',
    '{env: [{name: A}]}',
    '{env: [{v: 1}]}',
    'env[0]: {"name":"A"} → nothing',
    'env[0]: nothing → {"v":1}',
  ],
  [
    'init containers in another order',
    '{initContainers: [{name: a}, {name: b}]}',
    '{initContainers: [{name: b}, {name: a}]}',
    'initContainers: ["a","b"] → ["b","a"]',
  ],
  [
    'init containers with one more',
    '{initContainers: [{name: a}, {name: b}]}',
    '{initContainers: [{name: a}, {name: c}, {name: b}]}',
    'initContainers[c]: nothing → {"name":"c"}',
  ],
  [
    'ports by number and protocol',
    '{ports: [{port: 53, protocol: TCP}, {port: 53, protocol: UDP}]}',
    '{ports: [{port: 53, protocol: UDP, name: u}, {port: 53, protocol: TCP}]}',
    'ports[53/UDP].name: nothing → "u"',
  ],
  [
    'rules without names, the most alike together',
    '{rules: [{a: 1, b: 2, c: 3}, {x: 1, y: 2}]}',
    '{rules: [{x: 1, y: 2}, {a: 1, b: 2, c: 4}]}',
    'rules[1].c: 3 → 4',
  ],
  [
    'rules that have little in common',
    '{rules: [{a: 1, b: 2, c: 3}]}',
    '{rules: [{a: 1, b: 3, c: 4}]}',
    'rules[0]: {"a":1,"b":2,"c":3} → nothing',
    'rules[0]: nothing → {"a":1,"b":3,"c":4}',
  ],
  ['sets inside rules', '{rules: [{verbs: [a, b]}]}', '{rules: [{verbs: [b, a]}]}'],
  ['nulls inside rules', '{rules: [{a: 1, b: null}, {c: 1}]}', '{rules: [{c: 1, d: null}, {a: 1}]}'],
  [
    'items that only look alike when run together',
    '{v: ["a,b"]}',
    '{v: [a, b]}',
    'v[a,b]: "a,b" → nothing',
    'v[a]: nothing → "a"',
    'v[b]: nothing → "b"',
  ],
  ['an item that is nothing', '{v: [null]}', '{v: [a]}', 'v[null]: null → nothing', 'v[a]: nothing → "a"'],
  [
    'fields that are compared as one',
    '{managementPolicies: [Observe]}',
    '{managementPolicies: [Create, Observe]}',
    'managementPolicies: ["Observe"] → ["Create","Observe"]',
  ],
  [
    'one block',
    '{expiration: [{a: 1, b: 2, c: 3}]}',
    '{expiration: [{a: 9, b: 8, c: 7}]}',
    'expiration[0].a: 1 → 9',
    'expiration[0].b: 2 → 8',
    'expiration[0].c: 3 → 7',
  ],
  ['JSON in a string', `{p: '{"a":[1,2],"b":1}'}`, `{p: '{ "b": 1, "a": [2, 1] }'}`],
  ['a field of JSON in a string', `{p: '{"a":1}'}`, `{p: '{"a":2}'}`, 'p.a: 1 → 2'],
  ['JSON that becomes text', `{p: '{"a":1}'}`, '{p: text}', `p: "{\\"a\\":1}" → "text"`],
  ['YAML in a string', '{p: "a: 1\\nb: 2\\n"}', '{p: "b: 2\\na: 1\\n"}'],
  ['text that is no document', '{p: "a b"}', '{p: "a  b"}', 'p: "a b" → "a  b"'],
  ['quantities', '{requests: {cpu: 1000m, memory: 1Gi}}', '{requests: {cpu: 1, memory: 1024Mi}}'],
  ['other quantities', '{requests: {cpu: 1000m}}', '{requests: {cpu: 2}}', 'requests.cpu: "1000m" → 2'],
  ['what looks like a quantity', '{name: 1000m}', '{name: "1"}', 'name: "1000m" → "1"'],
  ['durations', '{timeout: 60s, maxDuration: 1h}', '{timeout: 1m, maxDuration: 60m}'],
  ['other durations', '{timeout: 60s}', '{timeout: 2m}', 'timeout: "60s" → "2m"'],
];

for (const [name, before, after, ...changes] of rows) {
  test(name, () => {
    assert.equal(tell(before, after), changes);
    if (changes.length === 0) assert.equal(tell(after, before), []);
  });
}

test('the same document is no change, and nothing is', () => {
  assert.equal(compare(undefined, undefined), []);
  assert.equal(compare(undefined, null), []);
  assert.equal(compare({ a: 1 }, undefined), [{ path: [], before: { a: 1 }, after: undefined }]);
});

const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, fc.constantFrom('a', 'b', 'cpu', '1', 1, true), tie('list'), tie('mapping')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  mapping: fc.dictionary(fc.constantFrom('a', 'b', 'name', 'verbs', 'hard', 'spec'), tie('any'), {
    maxKeys: 4,
  }),
})).any;

/** The same meaning with every mapping and every set turned round. */
function turn(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(turn).reverse();
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .map(([key, inner]) => [key, turn(inner)])
      .reverse(),
  );
}

test('order means nothing, whatever the value is', () => {
  fc.assert(
    fc.property(value, (given) => {
      assert.equal(compare(given, turn(given)), []);
      assert.is(canonical(given), canonical(turn(given)));
    }),
  );
});

test('two values that differ in meaning never compare as equal', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const isSame = canonical(one) === canonical(other);
      if (compare(one, other).length === 0)
        assert.ok(isSame || JSON.stringify(one) !== JSON.stringify(other));
      if (isSame) assert.equal(compare(one, other), []);
    }),
  );
});

test('a change in one leaf is found, wherever it stands', () => {
  fc.assert(
    fc.property(value, (given) => {
      const before = { deep: [{ name: 'x', given, leaf: 'before' }] };
      const after = { deep: [{ name: 'x', given: turn(given), leaf: 'after' }] };
      assert.equal(
        compare(before, after).map(({ path }) => showPath(path)),
        ['deep[x].leaf'],
      );
    }),
  );
});

test.run();
