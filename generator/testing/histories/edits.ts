// What people do to tenants' files: the steps of the way out as they should be, and everything else that comes to mind. Knows no
// rule: whether an edit is let through is not its business.
import type { Lifecycle } from '../../model/fleet.ts';
import type { Tenant } from '../../model/generated/inputs.ts';
import { lifecycleOn, lifecycles, placementOf } from '../../model/placement.ts';
import { edited, type Inputs, withTenant, withTombstone } from './inputs.ts';
import type { Random } from './random.ts';

/** One edit of one file. `older` are versions of the inputs that were merged before. */
export type Edit = (
  inputs: Inputs,
  name: string,
  tenant: Tenant,
  random: Random,
  older: readonly Inputs[],
) => Inputs;

const ids = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir'];
const clusters = ['prod-use1', 'prod-usw2'];
const approvedBy = 'records@keelstone.example';

export function addTenant(inputs: Inputs, random: Random): Inputs {
  const free = ids.filter((id) => !inputs.tenants.has(id));
  if (free.length === 0) return inputs;
  const id = random.pick(free);
  const isLarge = random.chance(50);
  return withTenant(inputs, id, {
    id,
    displayName: `${id[0]?.toUpperCase()}${id.slice(1)} ${random.pick(['Mutual', 'Life', 'Title', 'Farm'])}`,
    tier: isLarge ? 'standard' : 'basic',
    home: random.pick(clusters),
    ...(isLarge && { clusters: [...clusters], clusterOverrides: subnetsOf(id) }),
    owner: 'office@insurer.example',
    costCentre: `CC-${4000 + ids.indexOf(id)}`,
    states: [random.pick(['NY', 'CT', 'NC'])],
    ...(random.chance(30) && { lifecycle: random.pick(lifecycles) }),
  });
}

/** Whoever is on both clusters has some on each, and nobody has another's. */
function subnetsOf(id: string): NonNullable<Tenant['clusterOverrides']> {
  const cidrs = [0, 16].map((first) => `${100 + ids.indexOf(id)}.${first}/28`);
  return Object.fromEntries(
    [
      ['prod-use1', 'us-east-1', '10.16'],
      ['prod-usw2', 'us-west-2', '10.32'],
    ].map(([cluster, region, network]) => [
      cluster,
      {
        subnets: cidrs.map((cidr, index) => ({
          zone: `${region}${'ab'[index]}`,
          cidr: `${network}.${cidr}`,
        })),
      },
    ]),
  );
}

/** As `tenantry offboard` does it, and `suspend` and `resume`. */
const nextStep: Edit = (inputs, name, tenant, random) => {
  const others = placementOf(tenant).filter((cluster) => cluster !== tenant.home);
  const behind = others.find((cluster) => lifecycleOn(tenant, cluster) !== 'purged');
  const state = lifecycleOn(tenant, tenant.home);
  if (behind !== undefined && random.chance(60)) {
    return withTenant(inputs, name, withState(tenant, behind, after(lifecycleOn(tenant, behind))));
  }
  if (state === 'purged') return withTenant(inputs, name, undefined);
  const next = after(state);
  const whole = edited(tenant, {
    lifecycle: next,
    ...(next === 'retained' && { retainedSince: inputs.today }),
    ...(next === 'purged' && { purge: { confirm: tenant.id, approvedBy } }),
  });
  const moved = withTenant(inputs, name, whole);
  return next === 'purged' ? withTombstone(moved, tenant.id, true) : moved;
};

function after(state: Lifecycle): Lifecycle {
  return lifecycles[Math.min(lifecycles.indexOf(state) + 1, lifecycles.length - 1)] ?? 'purged';
}

function withState(tenant: Tenant, cluster: string, lifecycle: Lifecycle | undefined): Tenant {
  const { [cluster]: own, ...others } = tenant.clusterOverrides ?? {};
  const { lifecycle: _, ...rest } = own ?? {};
  const section = { ...rest, ...(lifecycle !== undefined && { lifecycle }) };
  const all = { ...others, ...(Object.keys(section).length > 0 && { [cluster]: section }) };
  return edited(tenant, { clusterOverrides: Object.keys(all).length > 0 ? all : undefined });
}

const settingEdits: readonly ((tenant: Tenant, random: Random, today: string) => Tenant)[] = [
  (tenant, random) =>
    edited(tenant, { displayName: `${tenant.displayName} ${random.below(9)}`.slice(0, 60) }),
  (tenant, random) => edited(tenant, { tier: random.pick(['premium', 'standard', 'basic']) }),
  (tenant, random) => edited(tenant, { lifecycle: random.pick(lifecycles) }),
  (tenant, random) => withState(tenant, random.pick(clusters), random.pick([undefined, ...lifecycles])),
  (tenant, random) => edited(tenant, { home: random.pick(clusters) }),
  (tenant, random) => edited(tenant, { clusters: random.pick([undefined, [...clusters], [tenant.home]]) }),
  (tenant, random) => edited(tenant, { clusters: [random.pick(clusters)] }),
  (tenant) => edited(tenant, { lifecycle: 'active', clusterOverrides: undefined }),
  (tenant) => edited(tenant, { lifecycle: 'active', clusterOverrides: subnetsOf(tenant.id) }),
  (tenant, random, today) => edited(tenant, { retainedSince: random.pick([undefined, today, '2020-01-01']) }),
  (tenant, random) => edited(tenant, { retentionYears: random.pick([undefined, 1, 3, 12]) }),
  (tenant, random) => edited(tenant, { states: random.pick([undefined, ['NY'], ['NC']]) }),
  (tenant, random, today) =>
    edited(tenant, { legalHold: random.pick([undefined, { since: today, reason: 'A court asked.' }]) }),
  (tenant, random) =>
    edited(tenant, {
      purge: random.pick([undefined, { confirm: random.pick([tenant.id, 'elm']), approvedBy }]),
    }),
  // All of it in one change.
  (tenant, _, today) =>
    edited(tenant, {
      lifecycle: 'purged',
      clusterOverrides: placementOf(tenant).length > 1 ? subnetsOf(tenant.id) : undefined,
      legalHold: undefined,
      retainedSince: tenant.retainedSince ?? today,
      purge: { confirm: tenant.id, approvedBy },
    }),
];

const editSetting: Edit = (inputs, name, tenant, random) =>
  withTenant(inputs, name, random.pick(settingEdits)(tenant, random, inputs.today));

const deleteFile: Edit = (inputs, name) => withTenant(inputs, name, undefined);

const renameTenant: Edit = (inputs, name, tenant, random) => {
  const id = random.pick(ids);
  return withTenant(withTenant(inputs, name, undefined), id, edited(tenant, { id }));
};

const renameFile: Edit = (inputs, name, tenant, random) =>
  withTenant(withTenant(inputs, name, undefined), random.pick(ids), tenant);

const exchangeIds: Edit = (inputs, name, tenant, random) => {
  const [other, theirs] = random.pick([...inputs.tenants]);
  const swapped = withTenant(inputs, name, edited(theirs, { id: tenant.id }));
  return withTenant(swapped, other, edited(tenant, { id: theirs.id }));
};

const restoreFile: Edit = (inputs, name, _, random, older) => {
  const version = random.pick([inputs, ...older]);
  return withTenant(inputs, name, version.tenants.get(name));
};

/** Of files that are gone too. */
const restoreAll: Edit = (inputs, _, __, random, older) => ({
  ...random.pick([inputs, ...older]),
  today: inputs.today,
});

const moveTombstone: Edit = (inputs, _, { id }, random) => withTombstone(inputs, id, random.chance(50));

const mischief: readonly Edit[] = [
  editSetting,
  editSetting,
  editSetting,
  editSetting,
  deleteFile,
  renameTenant,
  renameFile,
  exchangeIds,
  restoreFile,
  restoreAll,
  moveTombstone,
];

/** One pull request: often as it should be, often one thing, sometimes several at once. */
export function editOnce(inputs: Inputs, random: Random, older: readonly Inputs[]): Inputs {
  if (inputs.tenants.size < 2 || random.chance(6)) return addTenant(inputs, random);
  let next = inputs;
  for (let count = random.chance(25) ? 2 + random.below(2) : 1; count > 0; count -= 1) {
    if (next.tenants.size === 0) break;
    const [name, tenant] = random.pick([...next.tenants]);
    const edit = random.chance(45) ? nextStep : random.pick(mischief);
    next = edit(next, name, tenant, random, older);
  }
  return next;
}
