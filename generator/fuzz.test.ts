// Generated tenants, most of them plausible, through the whole pipeline: nothing crashes, and what is accepted is valid.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { idOf } from '../scripts/bench/fleet.ts';
import { loadConcerns } from './compose/concerns.ts';
import { conform } from './conform/conform.ts';
import { isClean } from './model/diagnostic.ts';
import type { Tenant } from './model/generated/inputs.ts';
import { placementOf } from './model/placement.ts';
import type { Source } from './model/source.ts';
import { plan } from './plan.ts';
import { resolveTenant } from './resolve/resolve.ts';
import { exampleFleet } from './testing/inputs.ts';
import { clusterUnit, tenantUnit } from './units/units.ts';
import { checkFleet, checkTarget, loadRules } from './validate/rules.ts';
import { validateShape } from './validate/shape.ts';
import { parseYaml } from './yaml/yaml.ts';

const tenants = 20_000;
/** Accepted tenants are validated together, as they would stand on a cluster together. */
const batch = 400;

const test = suite('fuzz');

const treacherous = fc.oneof(
  fc.constantFrom(
    '../../kube-system',
    '{{ .Values.x }}',
    '__proto__',
    'constructor',
    'kube-system',
    'default',
    'no',
  ),
  fc.constantFrom(
    'a|b',
    '..',
    'асme',
    'acme.',
    '-acme',
    'acme--eu',
    '*',
    '0x10',
    '1e3',
    ' ',
    '\u0000',
    '\u202e',
    'ﬁ',
  ),
  fc.integer({ min: 1, max: 3000 }).map((length) => 'a'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(0, -1, 1.5, 1e21, true, false, null),
);

/** Mostly what may stand there; now and then what must not bring anything down. */
function mostly<Value>(valid: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: valid }, { weight: 1, arbitrary: treacherous });
}

const names = [
  'policy-api',
  'quote-engine',
  'claims-api',
  'billing',
  'documents',
  'worker',
  'scheduler',
  'portal',
];
const clusterNames = ['prod-use1', 'prod-usw2', 'stage-use2'];
const replicas = fc.record(
  { min: mostly(fc.integer({ min: 1, max: 4 })), max: mostly(fc.integer({ min: 3, max: 14 })) },
  { requiredKeys: [] },
);
const resources = fc.record(
  {
    cpu: mostly(fc.constantFrom('50m', '250m', '1', '2')),
    memory: mostly(fc.constantFrom('128Mi', '1Gi', '3Gi')),
  },
  { requiredKeys: [] },
);
const override = fc.record(
  { enabled: mostly(fc.boolean()), replicas: mostly(replicas), resources: mostly(resources) },
  { requiredKeys: [] },
);
const services = fc.dictionary(
  fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 5 })),
  override,
  { maxKeys: 2 },
);
/** Free parts of the pools: a tenant on both clusters has some on each. */
const subnets = {
  'prod-use1': {
    subnets: [
      { zone: 'us-east-1a', cidr: '10.16.96.0/28' },
      { zone: 'us-east-1b', cidr: '10.16.96.16/28' },
    ],
  },
  'prod-usw2': {
    subnets: [
      { zone: 'us-west-2a', cidr: '10.32.96.0/28' },
      { zone: 'us-west-2b', cidr: '10.32.96.16/28' },
    ],
  },
};
/** Placements and quotas that fit the tier, and a few that do not. */
const homes = fc.constantFrom(
  {
    tier: 'premium',
    home: 'prod-use1',
    clusters: ['prod-use1', 'prod-usw2'],
    quota: { cpu: '128', pods: 260 },
    clusterOverrides: subnets,
  },
  { tier: 'premium', home: 'prod-usw2', clusters: ['prod-usw2'], quota: { memory: '256Gi' } },
  {
    tier: 'standard',
    home: 'prod-use1',
    clusters: ['prod-usw2', 'prod-use1'],
    quota: { cpu: '48' },
    clusterOverrides: subnets,
  },
  { tier: 'standard', home: 'prod-use1', clusters: ['prod-usw2', 'prod-use1'] },
  { tier: 'standard', home: 'stage-use2', quota: { pods: 130 } },
  { tier: 'basic', home: 'prod-usw2', quota: { cpu: '18', memory: '36Gi' } },
  { tier: 'basic', home: 'prod-use1' },
  { tier: 'basic', home: 'prod-use1', clusters: ['prod-usw2'], quota: { cpu: '1' } },
);

const optional = fc.record(
  {
    legalHold: mostly(fc.constant({ since: '2026-05-01', reason: 'Letter of the receiver.' })),
    locale: mostly(fc.constantFrom('en-US', 'es-US')),
    timeZone: mostly(fc.constantFrom('America/Chicago', 'America/New_York', 'Pacific/Honolulu')),
    routing: mostly(fc.nat({ max: 65_000 }).map((index) => ({ mode: 'path', prefix: `p-${idOf(index)}` }))),
    access: mostly(fc.record({ support: mostly(fc.boolean()) }, { requiredKeys: [] })),
    services: mostly(services),
    overrides: mostly(
      fc.dictionary(fc.constantFrom(...clusterNames), fc.record({ services }), { maxKeys: 1 }),
    ),
  },
  { requiredKeys: [] },
);

const stages = fc.oneof(
  fc.record({ lifecycle: mostly(fc.constantFrom('onboarding', 'active', 'suspended', 'purged')) }),
  fc.constantFrom(
    {},
    { lifecycle: 'retained', retainedSince: '2026-11-24' },
    { retainedSince: '2026-11-24' },
  ),
);

const tenant = fc
  .record({
    id: mostly(fc.nat({ max: 65_000 }).map(idOf)),
    displayName: mostly(fc.nat({ max: 65_000 }).map((index) => `Insurer ${idOf(index).slice(-4)}`)),
    owner: mostly(fc.constant('platform@insurer.example')),
    costCentre: mostly(fc.nat({ max: 99_999 }).map((number) => `CC-${String(number).padStart(4, '0')}`)),
  })
  .chain((required) =>
    fc
      .tuple(homes, stages, optional)
      .map(([home, stage, rest]) => ({ ...required, ...home, ...stage, ...withSubnets(home, rest) })),
  );

/** What is overridden on a cluster stands beside the subnets there, and what is no override in place of them. */
function withSubnets(
  home: { clusterOverrides?: object },
  { overrides, ...rest }: { overrides?: unknown },
): object {
  const own: Readonly<Record<string, object>> = { ...home.clusterOverrides };
  if (overrides === undefined) return rest;
  if (typeof overrides !== 'object' || overrides === null) return { ...rest, clusterOverrides: overrides };
  const merged = Object.entries(overrides).map(([name, its]) => [name, { ...own[name], ...its }]);
  return { ...rest, clusterOverrides: { ...own, ...Object.fromEntries(merged) } };
}

test(`${tenants} generated tenants: none brings anything down, none is accepted whose objects are not valid`, async () => {
  const { fleet, clusters } = await plan({ root: exampleFleet, today: '2026-11-24' });
  assert.ok(fleet !== undefined);
  const [rules, concerns] = await Promise.all([loadRules(), loadConcerns()]);
  const platform = clusters.flatMap((target) => [...clusterUnit(target, concerns).files]);
  const examples = [...fleet.tenants];
  const accepted = new Map<string, [string, string][]>();
  let total = 0;
  let refused = 0;

  for (const value of fc.sample(tenant, { numRuns: tenants, seed: 20_261_122 })) {
    const files = render(JSON.stringify(value));
    if (files === undefined) refused += 1;
    else accepted.set(String((value as { id: string }).id), files);
    if (accepted.size === batch) await flush();
  }
  await flush();
  console.log(`${total} accepted, ${refused} refused`);
  assert.ok(total > tenants / 20 && refused > tenants / 20, 'both sides must be tried');

  /** The files of an accepted tenant on all its clusters. */
  function render(text: string): [string, string][] | undefined {
    const file = 'tenants/generated.yaml';
    const parsed = parseYaml(file, text);
    if ('diagnostics' in parsed) return undefined;
    const source = { file, text, value: parsed.value };
    if (!isClean(validateShape('tenant', source))) return undefined;
    const typed = { ...source, file: fileOf(source) } as unknown as Source<Tenant>;
    if (fleet === undefined || fleet.tenants.has(typed.value.id)) return undefined;
    const whole = { ...fleet, tenants: new Map([...examples, [typed.value.id, typed]]) };
    if (!isClean(checkFleet(rules, whole))) return undefined;
    const targets = placementOf(typed.value).flatMap((cluster) => resolveTenant(whole, typed, cluster) ?? []);
    if (!targets.every((target) => isClean(checkTarget(rules, target, whole)))) return undefined;
    return targets.flatMap((target) => [...tenantUnit(target, concerns).files]);
  }

  async function flush(): Promise<void> {
    const findings = await conform([...platform, ...[...accepted.values()].flat()]);
    assert.equal(findings, []);
    total += accepted.size;
    accepted.clear();
  }
});

function fileOf({ value }: Source): string {
  return `tenants/${(value as { id: string }).id}.yaml`;
}

test.run();
