// Rules of AuthorizationPolicies as boxes: which cover which, and how they are told.
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { covers } from './box.ts';
import { isForAnybody, type Match, matchesOf } from './requests.ts';

const test = suite('requests');

function read(rules: string): Match[] {
  return matchesOf(load(rules), 't-acme');
}

const coverings: [outer: string, inner: string, isCovered: boolean][] = [
  ['[{}]', '[{from: [{source: {principals: [a]}}]}]', true],
  ['[]', '[{}]', false],
  ['[{from: [{source: {namespaces: [a]}}]}]', '[{from: [{source: {principals: [td/ns/a/sa/x]}}]}]', true],
  ['[{from: [{source: {namespaces: [a]}}]}]', '[{from: [{source: {serviceAccounts: [a/x]}}]}]', true],
  ['[{from: [{source: {namespaces: [t-acme]}}]}]', '[{from: [{source: {serviceAccounts: [x]}}]}]', true],
  ['[{from: [{source: {trustDomains: [td]}}]}]', '[{from: [{source: {principals: [td/ns/a/sa/x]}}]}]', true],
  ['[{from: [{source: {namespaces: ["t-*"]}}]}]', '[{from: [{source: {namespaces: [t-acme]}}]}]', true],
  ['[{from: [{source: {notNamespaces: [a]}}]}]', '[{from: [{source: {namespaces: [b]}}]}]', false],
  ['[{from: [{source: {notPrincipals: [a]}}]}]', '[{from: [{source: {principals: [b]}}]}]', true],
  ['[{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]', '[{from: [{source: {ipBlocks: [10.1.2.3]}}]}]', true],
  ['[{from: [{source: {ipBlocks: [somewhere]}}]}]', '[{from: [{source: {ipBlocks: [10.1.2.3]}}]}]', false],
  ['[{to: [{operation: {hosts: [A.example]}}]}]', '[{to: [{operation: {hosts: [a.example]}}]}]', true],
  ['[{to: [{operation: {paths: ["/a/{*}"]}}]}]', '[{to: [{operation: {paths: [/a/b]}}]}]', true],
  [
    '[{to: [{operation: {methods: [GET]}}, {operation: {methods: [PUT]}}]}]',
    '[{to: [{operation: {methods: [GET, PUT]}}]}]',
    true,
  ],
  [
    '[{when: [{key: source.ip, values: [10.0.0.0/8]}]}]',
    '[{from: [{source: {ipBlocks: [10.1.0.0/16]}}]}]',
    true,
  ],
  [
    '[{when: [{key: connection.sni, values: ["*.example"]}]}]',
    '[{when: [{key: connection.sni, values: [a.example]}]}]',
    true,
  ],
  [
    '[{when: [{key: "request.headers[x]", notValues: [a]}]}]',
    '[{when: [{key: "request.headers[x]", values: [b]}]}]',
    true,
  ],
  ['[{from: [{source: {futureField: [a]}}]}]', '[{}]', false],
  ['[{}]', '[{from: [{source: {futureField: [a]}}]}]', true],
];

test('what covers what', () => {
  for (const [outer, inner, isCovered] of coverings) {
    const boxes = read(outer).map(({ box }) => box);
    assert.is(
      read(inner).every(({ box }) => covers(boxes, box)),
      isCovered,
      `${outer} ${inner}`,
    );
  }
});

test('two conditions on one claim are no contradiction', () => {
  const when = (...values: string[]) =>
    values.map((value) => `{key: "request.auth.claims[groups]", values: [${value}]}`);
  const [both] = read(`[{when: [${when('a', 'b').join(', ')}]}]`);
  const [other] = read(`[{when: [${when('b', 'a').join(', ')}]}]`);
  const [one] = read(`[{when: [${when('a').join(', ')}]}]`);
  assert.ok(both && other && one);
  assert.not([...both.box.values()].some(({ isEmpty }) => isEmpty));
  assert.ok(covers([both.box], other.box));
  assert.ok(covers([one.box], both.box));
  assert.not(covers([both.box], one.box));
});

test('rules in words, and whom they let in', () => {
  const rows: [rule: string, words: string, isForAll: boolean, namespaces: string[]][] = [
    ['{}', 'every request', true, []],
    ['{to: [{operation: {methods: [GET]}}]}', 'to methods GET', true, []],
    ['{from: [{source: {principals: ["*"]}}]}', 'from principals *', true, []],
    ['{from: [{source: {principals: [td/ns/t-b/sa/x]}}]}', 'from principals td/ns/t-b/sa/x', false, ['t-b']],
    ['{from: [{source: {namespaces: [a, b]}}]}', 'from namespaces a, b', false, ['a', 'b']],
    ['{from: [{source: {serviceAccounts: [a/x]}}]}', 'from service accounts a/x', false, ['a']],
    [
      '{from: [{source: {notRemoteIpBlocks: [10.0.0.0/8]}}]}',
      'from not remote ip blocks 10.0.0.0/8',
      false,
      [],
    ],
    ['{from: [{source: {requestPrincipals: [iss/*]}}]}', 'from request principals iss/*', false, []],
    ['{when: [{key: k, values: [a], notValues: [b]}]}', 'when k is a and when k is not b', false, []],
  ];
  for (const [rule, words, isForAll, namespaces] of rows) {
    const [match, ...others] = read(`[${rule}]`);
    assert.ok(match && others.length === 0, rule);
    assert.is(match.words, words);
    assert.is(isForAnybody(match.box), isForAll, rule);
    assert.equal(match.namespaces, namespaces, rule);
  }
});

test.run();
