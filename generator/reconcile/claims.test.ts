// Which claims units may make.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Claims } from './claims.ts';

const test = suite('claims');

const unit = (claims: string[], ...paths: string[]) => ({
  input: 'tenants/acme.yaml',
  claims,
  files: new Map(paths.map((path) => [path, ''])),
});

const overlapping: [string[], string[]][] = [
  [['a/b'], ['a/b']],
  [['a/b'], ['a']],
  [['a'], ['a/b/c']],
  [['x', 'a/b'], ['a/b/c']],
];
for (const [first, second] of overlapping) {
  test(`${first} and ${second} overlap`, () => {
    const claims = new Claims();
    claims.add(unit(first));
    assert.throws(() => claims.add(unit(second)), /overlaps another claim/);
  });
}

test('neighbours do not overlap', () => {
  const claims = new Claims();
  for (const claim of ['a/b', 'a/bc', 'a/c', 'ab']) claims.add(unit([claim], `${claim}/x.yaml`));
  assert.ok(claims.has('a/b'));
  assert.not(claims.has('a'));
  assert.ok(claims.leadsTo('a'));
});

const unsafe = [
  '../x',
  'a/../../x',
  '/etc/x',
  'a//x',
  'a/./x',
  '',
  'a/',
  'a\\x',
  'a/\0',
  '.reconcile',
  '.reconcile/stage/x',
];
for (const path of unsafe) {
  test(`${JSON.stringify(path)} is no path of a tree`, () => {
    assert.throws(() => new Claims().add(unit([path])), /unsafe path/);
    assert.throws(() => new Claims().add(unit(['a'], path)), /unsafe path/);
  });
}

test('a file outside its claim is refused, a look-alike too', () => {
  for (const path of ['b/x', 'ab', 'ab/x'])
    assert.throws(() => new Claims().add(unit(['a'], path)), /outside its claims/);
  new Claims().add(unit(['a', 'b'], 'a/x', 'b'));
});

test.run();
