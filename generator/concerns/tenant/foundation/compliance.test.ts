// The control matrix tells every tenant's obligations and who asks for them, and of every control what this tenant has.
import { Chart, Testing } from 'cdk8s';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { manifestsOf } from '../../../compose/add.ts';
import type { Control } from '../../../model/generated/inputs.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { plan } from '../../../plan.ts';
import { exampleFleet } from '../../../testing/inputs.ts';
import { compose } from './compliance.ts';

const test = suite('compliance');
const { tenants, fleet } = await plan({ root: exampleFleet });

function targetOf(id: string, cluster: string): TenantTarget {
  const target = tenants.find(({ tenant, cluster: here }) => tenant.id === id && here.name === cluster);
  if (target === undefined) throw new Error(`${id} is not on ${cluster}`);
  return target;
}

function dataOf(target: TenantTarget): Record<string, unknown> {
  const chart = new Chart(Testing.app(), 'compliance');
  compose(chart, target);
  const [matrix, ...others] = manifestsOf(chart) as unknown as { data: Record<string, string> }[];
  assert.is(others.length, 0);
  return Object.fromEntries(Object.entries(matrix?.data ?? {}).map(([key, text]) => [key, JSON.parse(text)]));
}

function withControl(target: TenantTarget, control: Partial<Control>): TenantTarget {
  const field = ['spec', 'lockYears'];
  const evidence = [
    { apiVersion: 'v1', kind: 'Claim', name: '{tenant}-audit', field, expected: '{trailYears}' },
  ];
  const one = { requirement: 'transaction-trail', statement: 'Kept.', evidence, ...control };
  return { ...target, compliance: { ...target.compliance, controls: { kept: one } } };
}

test('it tells what laws ask for, who does, and what was assumed', () => {
  const { 'obligations.json': told } = dataOf(targetOf('acme', 'prod-use1')) as {
    'obligations.json': { states: string[]; obligations: { requirement: string }[] };
  };
  assert.equal(told.states, ['NY', 'CT']);
  assert.equal(
    told.obligations.map(({ requirement }) => requirement),
    Object.keys(fleet?.requirements.value ?? {}),
  );
  assert.equal(told.obligations[0], {
    requirement: 'policy-records',
    measure: 'record-years',
    value: 7,
    assumedBecauseUnknownOf: ['CT'],
    askedBy: [
      { party: 'NY', citation: '11 NYCRR 243.2(b)(1)', file: 'platform/compliance/states/ny.yaml' },
      { party: 'platform', file: 'platform/compliance/requirements.yaml' },
    ],
  });
});

test("evidence is told in this tenant's words", () => {
  const { 'kept.control.json': told } = dataOf(withControl(targetOf('acme', 'prod-use1'), {}));
  assert.equal(told, {
    requirement: 'transaction-trail',
    statement: 'Kept.',
    assumedBecauseUnknownOf: ['CT'],
    askedBy: [
      { party: 'NY', citation: '23 NYCRR 500.6', file: 'platform/compliance/frameworks/ny-part-500.yaml' },
      { party: 'platform', file: 'platform/compliance/requirements.yaml' },
    ],
    evidence: [
      {
        apiVersion: 'v1',
        kind: 'Claim',
        name: 'acme-audit',
        field: ['spec', 'lockYears'],
        expected: '5',
        compare: 'equal',
      },
    ],
  });
});

const isTold = (target: TenantTarget, control: Partial<Control>) =>
  Object.hasOwn(dataOf(withControl(target, control)), 'kept.control.json');

for (const [at, home, other] of [
  ['everywhere', true, true],
  ['home', true, false],
  ['elsewhere', false, true],
] as const) {
  test(`a control that holds ${at}`, () => {
    assert.is(isTold(targetOf('acme', 'prod-use1'), { at }), home);
    assert.is(isTold(targetOf('acme', 'prod-usw2'), { at }), other);
  });
}

test('a control that holds in some states alone', () => {
  assert.ok(isTold(targetOf('acme', 'prod-use1'), { lifecycles: ['active'] }));
  assert.not.ok(isTold(targetOf('acme', 'prod-use1'), { lifecycles: ['retained'] }));
});

test.run();
