// Credentials of every known shape are found, named and never repeated; what only looks busy is let through.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Yaml } from '../model/source.ts';
import { parseYaml } from '../yaml/yaml.ts';
import { findSecretsInText, findSecretsInValue } from './secrets.ts';

const test = suite('no-secret');

// Put together here so that scanners of this repository find nothing to report.
const mixed = 'Zx9Kq2Lm7Rt4Vw1Yb8Nc5Pd3Hf6Jg0Ts2Qe4Uo7A';
const awsKey = `AKIA${'QX7ZL2MN4PRS6TUV'}`;
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhY21lIn0', mixed].join('.');
const pem = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');

function find(text: string): string[] {
  const inText = findSecretsInText('t.yaml', text);
  const parsed = parseYaml('t.yaml', text);
  const source = { file: 't.yaml', text, value: 'value' in parsed ? parsed.value : (null as Yaml) };
  const found = [...inText, ...findSecretsInValue(source, inText)];
  for (const { code, length, message, hint } of found) {
    assert.is(code, 'no-secret');
    assert.is(length, undefined);
    for (const secret of [mixed, awsKey, jwt]) assert.not.ok(`${message}${hint}`.includes(secret));
  }
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const table: readonly (readonly [string, string])[] = [
  [`a: ${awsKey}\n`, '1:4 An AWS access key is written here.'],
  [`a: 1 # ${awsKey}\n`, '1:8 An AWS access key is written here.'],
  [`a: "AKIA\\x51${awsKey.slice(5)}"\n`, '1:4 An AWS access key is written here.'],
  [`b: [\na: ${awsKey}\n`, '2:4 An AWS access key is written here.'],
  [`a: |\n  ${pem}\n  ${mixed}\n`, '2:3 A PEM block is written here.'],
  [`a: 1\nb: {c: ${jwt}}\n`, '2:8 A JSON web token is written here.'],
  [`a: ghp_${mixed.slice(0, 36)}\n`, '1:4 A GitHub token is written here.'],
  [`a: github_pat_${mixed}\n`, '1:4 A GitHub token is written here.'],
  [`a: xoxb-${mixed.slice(0, 20)}\n`, '1:4 A Slack token is written here.'],
  [`a: https://hooks.slack.com/services/${mixed}\n`, '1:12 A Slack token is written here.'],
  [`a: ${mixed.slice(0, 40)}\n`, '1:4 What looks like an AWS secret access key is written here.'],
  [`a: base64:${mixed.slice(0, 40)}aB1=\n`, '1:4 A Laravel application key is written here.'],
  [`a: mysql://app:${mixed.slice(0, 12)}@db.example/x\n`, '1:4 An address with a password is written here.'],
  [`# redis://:${mixed.slice(0, 12)}@cache\na: 1\n`, '1:3 An address with a password is written here.'],
  [`a: "Authorization: Bearer ${mixed}"\n`, '1:20 An HTTP credential is written here.'],
  [`a: "Basic ${mixed.slice(0, 14)}=="\n`, '1:5 An HTTP credential is written here.'],
  [`a: glpat-${mixed.slice(0, 20)}\n`, '1:4 An API key is written here.'],
  [`a: sk_live_${mixed.slice(0, 24)}\n`, '1:4 An API key is written here.'],
  [`a: SG.${mixed.slice(0, 22)}.${mixed}\n`, '1:4 An API key is written here.'],
  [`a: AIza${mixed.slice(0, 35)}\n`, '1:4 An API key is written here.'],
  [`a: ${mixed.slice(0, 36)}\n`, '1:4 What looks like a credential is written here.'],
  [
    `env: {SEED: ${mixed.slice(0, 24).toLowerCase()}}\n`,
    '1:13 What looks like a credential is written here.',
  ],
  [`env: {SALT: 9f86d081884c7d659a2feaa0c55ad015}\n`, '1:13 What looks like a credential is written here.'],
  [`APP_KEY: ${mixed.slice(0, 16)}\n`, '1:10 What looks like a credential is written here.'],
  ['db:\n  password: Tr0ub4dor&3x\n', '2:13 What looks like a credential is written here.'],
  ['apiToken: q8w7e6r5t4y3u2\n', '1:11 What looks like a credential is written here.'],
];

for (const [index, [text, expected]] of table.entries()) {
  test(`row ${index}: ${expected}`, () => assert.is(find(text).join(), expected));
}

const harmless = [
  'digest: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit: 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
  'secret: acme-production-database',
  'secretName: acme-db-2f9k',
  'token: arn:aws:secretsmanager:us-east-1:111122223333:secret:acme-Ab12Cd',
  'password: /tenants/acme/db',
  'passwordPolicy: Long1&Mixed2Here',
  'secret: true',
  'note: rotate the password every 90 days',
  'note: Basic responsibilities of the bearer are described elsewhere',
  'secret: payment-gateway-v2',
  'issuer: https://login.acme-mutual.example/oauth2/aus1f2k3l4m5n6o7p8q9',
  'env: {LOG_CHANNEL: stderr, RATE: "0.25", SINCE: "2026-11-24T10:00:00", REGION: us-east-1}',
  'env: {SENTRY_ENVIRONMENT: production-us-east-1, IMAGE: registry.example/a/b, LIST: "1,2,3"}',
  'certificate: arn:aws:acm:us-east-1:111122223333:certificate/70cb8656-5958-3f7a-0b34-7dff7b56d862',
  'oidcProvider: oidc.eks.us-east-1.amazonaws.com/id/0A1B2C3D4E5F60718293A4B5C6D7E8F9',
  'zone: Z0009C26D9244D52E35',
  'tlsPolicy: ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  'policy: NetworkLoadBalancerTLS13PolicyOfThePlatform2',
];

for (const text of harmless) test(`lets through ${text}`, () => assert.equal(find(`${text}\n`), []));

test.run();
