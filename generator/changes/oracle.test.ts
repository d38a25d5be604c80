// The tables against others who know the cloud: AWS's own specification says what it replaces rather than changes, the
// provider's schemas say which fields there are. A managed resource is never replaced, so what would be, is stuck.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileRow, holds } from './classify/match.ts';
import type { Knowledge } from './knowledge.ts';
import { type FieldPath, type PatternStep, parsePattern } from './path.ts';
import { cloud } from './tables/cloud.ts';
import { expand } from './tables/tell.ts';
import { alone, counterparts } from './testing/counterparts.ts';

const test = suite('oracles');
const spec = loadAwsServiceSpecSync();
const provider = load(
  readFileSync(join(import.meta.dirname, 'tables/cloud/fields.yaml'), 'utf8'),
) as Readonly<Record<string, string>>;

/** `rds/Instance` */
const idOf = ({ group, kind }: Knowledge) => `${group.replace('.aws.m.upbound.io', '')}/${kind}`;

type Replacement = 'yes' | 'maybe';

type Property = NonNullable<ReturnType<typeof propertiesOf>>[string];
type Type = Property['type'];

function propertiesOf(type: string) {
  return spec.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.properties;
}

/** Properties that CloudFormation replaces a resource for, nested ones with their way: `A.B[].C`. */
function findReplaced(type: string): Map<string, Replacement> {
  const found = new Map<string, Replacement>();
  const visit = (properties: Readonly<Record<string, Property>>, way: string, seen: readonly string[]) => {
    for (const [name, { causesReplacement: replaces, type: inner }] of Object.entries(properties)) {
      const place = `${way}${name}`;
      if (replaces === 'yes' || replaces === 'maybe') found.set(place, replaces);
      open(inner, place, seen);
    }
  };
  const open = (inner: Type, place: string, seen: readonly string[]): void => {
    if (inner.type === 'array' || inner.type === 'map') open(inner.element, `${place}[]`, seen);
    if (inner.type === 'union') for (const one of inner.types) open(one, place, seen);
    if (inner.type !== 'ref') return;
    const { $id, properties } = spec.get('typeDefinition', inner.reference.$ref);
    if (!seen.includes($id)) visit(properties, `${place}.`, [...seen, $id]);
  };
  const properties = propertiesOf(type);
  assert.ok(properties !== undefined, type);
  visit(properties, '', []);
  return found;
}

/** `DBName` → `dbName`, `NodeGroups[].Id` → `nodeGroups[].id` */
function lowerCamel(way: string): string {
  return way.replace(
    /(^|\.)([A-Z]+(?=[A-Z][a-z]|[[.]|$)|[A-Z])/g,
    (_, dot: string, head: string) => dot + head.toLowerCase(),
  );
}

function pathOf(field: string): FieldPath {
  return parsePattern(`spec.forProvider.${field}`).map((step: PatternStep) =>
    typeof step === 'object' ? step.key : { item: '0' },
  );
}

const samples = [
  ['before', 'after'],
  [7, 0],
  [true, false],
] as const;

/** Whether some row says that another value of the field is never applied, or loses data. */
function isSaid(rows: Knowledge['rows'], field: string): boolean {
  const path = pathOf(field);
  const worst = rows.filter(({ lane }) => lane === 'stuck' || lane === 'data-loss').map(compileRow);
  return worst.some((row) => samples.some(([before, after]) => holds(row, { path, before, after })));
}

interface Gaps {
  /** Fields that AWS replaces for, and no row says so. */
  readonly unsaid: readonly string[];
  /** Aliases that CloudFormation has no such property for. */
  readonly idle: readonly string[];
}

function findGaps(table: Knowledge): Gaps {
  const counterpart = counterparts[idOf(table)];
  assert.ok(counterpart !== undefined, idOf(table));
  const { type, fields = {} } = counterpart;
  const replaced = findReplaced(type);
  const unsaid = [...replaced.keys()].flatMap((way) => {
    const field = fields[way] ?? lowerCamel(way);
    return typeof field === 'string' && !isSaid(table.rows, field) ? [field] : [];
  });
  const idle = Object.keys(fields).filter((way) => !replaced.has(way));
  return { unsaid, idle };
}

const mapped = cloud.filter((table) => !alone.has(idOf(table)));

for (const table of mapped) {
  test(`${idOf(table)}: what AWS replaces for is never applied`, () =>
    assert.equal(findGaps(table), { unsaid: [], idle: [] }));
}

test('enough of the specification is read to say so', () => {
  const count = Object.values(counterparts).reduce((sum, { type }) => sum + findReplaced(type).size, 0);
  assert.ok(count > 150, `${count} properties`);
  assert.equal(findReplaced('AWS::RDS::DBInstance').get('MultiAZ'), 'maybe');
  assert.equal(findReplaced('AWS::Route53::HealthCheck').get('HealthCheckConfig.Type'), 'yes');
});

test('a row that is taken out is missed, and no other', () => {
  const table = cloud.find((one) => idOf(one) === 'rds/Instance');
  assert.ok(table !== undefined);
  const rows = table.rows.filter(({ field }) => field !== 'spec.forProvider.storageEncrypted');
  assert.equal(findGaps({ ...table, rows }).unsaid, ['storageEncrypted']);
});

test('only what CloudFormation itself is not sure of is said to change in place', () => {
  for (const { type, fields = {} } of Object.values(counterparts)) {
    const replaced = findReplaced(type);
    for (const [way, field] of Object.entries(fields)) {
      if (typeof field === 'object' && field.reason.startsWith('in place'))
        assert.is(replaced.get(way), 'maybe', way);
    }
  }
});

test('every kind has a counterpart, or is one of those that have none', () => {
  const ids = cloud.map(idOf).sort();
  assert.equal([...Object.keys(counterparts), ...alone].sort(), ids);
});

const keyOf = (field: string) => JSON.stringify(parsePattern(field));

/** All ways into a kind, those on the way among them: `origin`, `origin[]`, `origin[].domainName`. */
function fieldsOf(id: string): ReadonlySet<string> {
  const leaves = (provider[id] ?? '').split(' ').flatMap(expand).map(parsePattern);
  return new Set(leaves.flatMap((steps) => steps.map((_, at) => JSON.stringify(steps.slice(0, at + 1)))));
}

/** What a table speaks of that the provider does not have. References are not looked into, nor are maps and texts. */
function findStrangers(table: Knowledge): string[] {
  const there = fieldsOf(idOf(table));
  return table.rows
    .map(({ field }) => /^spec\.forProvider\.(.+)$/.exec(field)?.[1])
    .filter((field) => field !== undefined)
    .map((field) => field.replace(/^(desiredState|.*Refs?)(?:\.|\[).*$/, '$1'))
    .filter((field) => !/^tags\.|\.\*\.\*$/.test(field) && !there.has(keyOf(field)));
}

test('no table speaks of a field that the provider does not have', () =>
  assert.equal(
    cloud.flatMap((table) => findStrangers(table).map((field) => `${idOf(table)} ${field}`)),
    [],
  ));

test('a field with another name is found', () => {
  const [table] = cloud.filter((one) => idOf(one) === 'rds/Instance');
  assert.ok(table !== undefined);
  const [row] = table.rows;
  assert.ok(row !== undefined);
  const rows = [...table.rows, { ...row, field: 'spec.forProvider.storageEncryption' }];
  assert.equal(findStrangers({ ...table, rows }), ['storageEncryption']);
});

/** The lanes that rows tell of another value. */
function lanesOf({ rows }: Knowledge, way: string): string {
  const path = pathOf(way);
  const change = { path, before: 'before', after: 'after' };
  const found = rows.map(compileRow).filter((row) => holds(row, change));
  return [...new Set(found.map(({ lane }) => lane))].sort().join(' ');
}

test('a field that is given by reference or by labels is judged as the field itself', () => {
  for (const table of cloud) {
    const fields = (provider[idOf(table)] ?? '').split(' ').filter((one) => one.endsWith('{,Ref,Selector}'));
    for (const field of fields.map((one) => one.replace('{,Ref,Selector}', ''))) {
      const lanes = lanesOf(table, field);
      assert.is(lanesOf(table, `${field}Ref.name`), lanes, `${idOf(table)} ${field}`);
      assert.is(lanesOf(table, `${field}Selector.matchLabels.app`), lanes, `${idOf(table)} ${field}`);
    }
  }
});

test.run();
