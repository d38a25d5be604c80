// Edits of a tenant's text: what is said changes, comments and order stay.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { editText, settingsOf } from './edit.ts';
import type { Setting } from './splice.ts';

const test = suite('edit');

const text = `# yaml-language-server: $schema=../schemas/tenant.schema.json
id: acme # never changes
quota:
  # Agreed in spring.
  cpu: "96"
clusters: [prod-use1, prod-usw2]
services:
  claims-api: {replicas: {min: 2, max: 4}}
`;

const rows: readonly (readonly [name: string, Setting[], replace: string, by: string])[] = [
  ['a value', [{ path: ['quota', 'cpu'], value: '128' }], '"96"', '"128"'],
  [
    'a value in a flow mapping',
    [{ path: ['services', 'claims-api', 'replicas', 'max'], value: 8 }],
    'max: 4',
    'max: 8',
  ],
  ['a new value', [{ path: ['quota', 'pods'], value: 200 }], '  cpu: "96"\n', '  cpu: "96"\n  pods: 200\n'],
  [
    'a new mapping',
    [{ path: ['access', 'support'], value: false }],
    'max: 4}}\n',
    'max: 4}}\naccess:\n  support: false\n',
  ],
  ['a list', [{ path: ['clusters'], value: ['prod-use1'] }], '[prod-use1, prod-usw2]', '[prod-use1]'],
  ['a removal', [{ path: ['clusters'], value: undefined }], 'clusters: [prod-use1, prod-usw2]\n', ''],
  [
    'a new key behind another',
    [{ path: ['lifecycle'], value: 'suspended', after: 'id' }],
    'id: acme # never changes\n',
    'id: acme # never changes\nlifecycle: suspended\n',
  ],
  [
    'a new key behind one in braces',
    [{ path: ['services', 'quote-engine'], value: { enabled: false }, after: 'claims-api' }],
    'max: 4}}\n',
    'max: 4}}\n  quote-engine: {enabled: false}\n',
  ],
  [
    'a new key before all others',
    [{ path: ['quota', 'pods'], value: 200, after: '' }],
    '  # Agreed in spring.\n  cpu',
    '  # Agreed in spring.\n  pods: 200\n  cpu',
  ],
  [
    'a new section, last',
    [{ path: ['clusterOverrides', 'prod-usw2', 'lifecycle'], value: 'suspended', after: '' }],
    'max: 4}}\n',
    'max: 4}}\nclusterOverrides:\n  prod-usw2:\n    lifecycle: suspended\n',
  ],
  [
    'a removal and what stands on its line',
    [{ path: ['id'], value: undefined }],
    'id: acme # never changes\n',
    '',
  ],
  ['text that needs quotes', [{ path: ['id'], value: 'no' }], 'id: acme #', 'id: "no" #'],
  ['a removal of what is not there', [{ path: ['owner'], value: undefined }], '', ''],
];

for (const [name, settings, replace, by] of rows) {
  test(name, () => assert.is(editText(text, settings), text.replace(replace, by)));
}

test('what one setting does not touch stays to the last blank', () => {
  const crooked = 'id:   acme   # old\n\n\ntier: basic\nclusters: [ a,b ]\nquota: { cpu: "1" }';
  const settings = [
    { path: ['lifecycle'], value: 'suspended', after: 'tier' },
    { path: ['quota', 'cpu'], value: '2' },
    { path: ['purge'], value: { confirm: 'acme' }, after: 'quota' },
  ];
  assert.is(
    editText(crooked, settings),
    'id:   acme   # old\n\n\ntier: basic\nlifecycle: suspended\nclusters: [ a,b ]\nquota: { cpu: "2" }\npurge: {confirm: acme}\n',
  );
});

test('a way through a scalar leads nowhere', () => {
  assert.throws(() => editText(text, [{ path: ['id', 'deep'], value: 1 }]));
});

test('a patch is laid over, key by key', () => {
  assert.equal(settingsOf({ quota: { cpu: '128', pods: null }, clusters: ['a'], services: {} }), [
    { path: ['quota', 'cpu'], value: '128' },
    { path: ['quota', 'pods'], value: undefined },
    { path: ['clusters'], value: ['a'] },
    { path: ['services'], value: {} },
  ]);
});

test.run();
