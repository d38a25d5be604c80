// A repository and its tree in memory: a change is held against rules and merged, or refused. What is rendered is known by
// state alone: that a target has data until it is purged is for the test to hold against what is composed.
import { retentionYearsOf } from '../../compliance/obligations.ts';
import { addYears } from '../../model/day.ts';
import type { Fleet, RenderedTarget } from '../../model/fleet.ts';
import type { Tenant, Tombstone } from '../../model/generated/inputs.ts';
import { lifecycleOn, placementOf } from '../../model/placement.ts';
import type { Rule } from '../../model/rule.ts';
import type { Source } from '../../model/source.ts';
import type { TenantTarget } from '../../model/target.ts';
import type { Inputs } from './inputs.ts';

export interface World {
  /** As merged. */
  readonly inputs: Inputs;
  readonly tree: readonly RenderedTarget[];
}

/** What rules look at when the inputs were to follow that world. */
export function fleetOf(base: Fleet, { tree, inputs: merged }: World, inputs: Inputs): Fleet {
  const { today } = inputs;
  const tombstone = (id: string): Tombstone => ({
    id,
    purgedOn: today,
    approvedBy: 'records@keelstone.example',
  });
  return {
    ...base,
    today,
    tenants: new Map([...inputs.tenants].map(([name, value]) => [name, sourceOf(`tenants/${name}`, value)])),
    purged: new Map(
      [...inputs.tombstones].map((id) => [id, sourceOf(`platform/purged/${id}`, tombstone(id))]),
    ),
    rendered: tree,
    tombstones: [...merged.tombstones],
  };
}

/** The text is made when somebody asks where in it something stands: JSON is YAML. */
function sourceOf<Value>(path: string, value: Value): Source<Value> {
  return {
    file: `${path}.yaml`,
    value,
    get text() {
      return JSON.stringify(value);
    },
  };
}

/** The code of the first rule that has something to say. */
export function refusalOf(rules: ReadonlyMap<string, Rule>, fleet: Fleet): string | undefined {
  for (const [code, rule] of rules) {
    if (rule.over !== 'target') {
      for (const _ of rule.check(fleet)) return code;
      continue;
    }
    for (const target of targetsOf(fleet)) {
      for (const _ of rule.check(target, fleet)) return code;
    }
  }
  return undefined;
}

/** As far as rules over states look at targets. */
function targetsOf({ tenants, clusters }: Fleet): TenantTarget[] {
  return [...tenants.values()].flatMap(({ value }) =>
    placementOf(value)
      .filter((name) => clusters.has(name))
      .map((name) => {
        const tenant = { id: value.id, lifecycle: lifecycleOn(value, name) };
        return { tenant, cluster: { name } } as unknown as TenantTarget;
      }),
  );
}

/** The tree that the fleet renders. */
export function treeOf(fleet: Fleet): RenderedTarget[] {
  return [...fleet.tenants.values()].flatMap(({ value }) =>
    placementOf(value).flatMap((cluster) => renderTarget(fleet, value, cluster) ?? []),
  );
}

function renderTarget(fleet: Fleet, tenant: Tenant, cluster: string): RenderedTarget | undefined {
  const lifecycle = lifecycleOn(tenant, cluster);
  const facts = fleet.clusters.get(cluster)?.value;
  if (lifecycle === 'purged' || facts === undefined) return undefined;
  const { retainedSince = '' } = tenant;
  return {
    cluster,
    tenant: tenant.id,
    lifecycle,
    displayName: tenant.displayName,
    account: facts.account,
    region: facts.region,
    database: databasePartOf(fleet, tenant, cluster),
    retainedSince,
    retainedUntil: retainedSince && addYears(retainedSince, yearsOf(fleet, tenant)),
    heldSince: tenant.legalHold?.since ?? '',
  };
}

function databasePartOf({ tiers }: Fleet, { home, tier }: Tenant, cluster: string): string {
  if (cluster === home) return 'writer';
  return tiers.value[tier].recovery.remote === 'replica' ? 'replica' : '';
}

const years = new Map<string, number>();

/** `retentionYearsOf`, asked once for each of the few tenants that differ in it: laws never change in a history. */
export function yearsOf(fleet: Fleet, tenant: Tenant): number {
  const { states, frameworks, retentionYears } = tenant;
  const key = JSON.stringify([states, frameworks, retentionYears]);
  const known = years.get(key) ?? retentionYearsOf(fleet, tenant);
  years.set(key, known);
  return known;
}
