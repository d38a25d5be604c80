// Keys and values are found where a person would point at them.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Path, Source } from '../model/source.ts';
import { locate } from './locate.ts';
import { parseYaml } from './yaml.ts';

const test = suite('locate');

const text = `# who
id: acme
hosts:
  - acme.example
  - "www.acme.example"
services:
  portal: {on: true, list: [1, {two: 2}]}
  worker:
    note: |
      first
      second
empty:
list:
  - name: a
    size: 1
  -
`;
const parsed = parseYaml('tenants/acme.yaml', text);
assert.ok('value' in parsed);
const source: Source = { file: 'tenants/acme.yaml', text, value: 'value' in parsed ? parsed.value : null };

const table: readonly (readonly [Path, 'key' | 'value', string])[] = [
  [[], 'key', '2:1'],
  [[], 'value', '2:1'],
  [['id'], 'key', '2:1+2'],
  [['id'], 'value', '2:5+4'],
  [['hosts'], 'key', '3:1+5'],
  [['hosts'], 'value', '4:3'],
  [['hosts', 1], 'value', '5:5+18'],
  [['hosts', 1], 'key', '5:5+18'],
  [['hosts', 7], 'value', '3:1+5'],
  [['services', 'portal'], 'value', '7:11'],
  [['services', 'portal', 'on'], 'value', '7:16+4'],
  [['services', 'portal', 'list', 1, 'two'], 'key', '7:33+3'],
  [['services', 'portal', 'list', 1, 'two'], 'value', '7:38+1'],
  [['services', 'portal', 'off'], 'key', '7:3+6'],
  [['services', 'worker', 'note'], 'value', '10:7+5'],
  [['services', 'worker', 'replicas', 'max'], 'value', '8:3+6'],
  [['empty'], 'value', '12:1+5'],
  [['empty', 'deeper'], 'value', '12:1+5'],
  [['list', 0], 'key', '14:5'],
  [['list', 0, 'size'], 'value', '15:11+1'],
  [['list', 0, 'colour'], 'key', '14:5'],
  [['list', 1], 'value', '14:3'],
  [['nowhere'], 'value', '2:1'],
];

for (const [path, what, expected] of table) {
  test(`${what} of /${path.join('/')}`, () => {
    const { file, line, column, length } = locate(source, path, what);
    assert.is(file, 'tenants/acme.yaml');
    assert.is(`${line}:${column}${length === undefined ? '' : `+${length}`}`, expected);
  });
}

test('a text without content has one place', () => {
  assert.equal(locate({ file: 'x.yaml', text: '', value: null }, ['a']), {
    file: 'x.yaml',
    line: 1,
    column: 1,
  });
});

test.run();
