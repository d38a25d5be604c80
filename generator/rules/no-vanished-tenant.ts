// A tenant leaves a cluster in steps that are merged one by one, so that no single change can delete its data.

import type { Fleet, RenderedTarget } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { skeletonOf } from '../model/lookalike.ts';
import { lifecycleOn, lifecycles, placementOf } from '../model/placement.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    // With no tenant at all there is one mistake: `no-empty-fleet` says it.
    if (fleet.tenants.size === 0 || fleet.broken.has('tenants')) return;
    const gone = fleet.rendered.filter((target) => hasVanished(fleet, target));
    for (const [id, targets] of Map.groupBy(gone, ({ tenant }) => tenant)) {
      const source = fleet.tenants.get(id);
      if (source === undefined) yield explainFile(fleet, id, targets);
      else yield explainPlacement(source, targets);
    }
  },
};

function hasVanished(fleet: Fleet, { tenant, cluster, lifecycle }: RenderedTarget): boolean {
  if (fleet.broken.has(`tenants/${tenant}.yaml`)) return false;
  const source = fleet.tenants.get(tenant);
  // A file under a wrong name is one mistake: `valid-file-name` says it.
  if (source === undefined) return ![...fleet.tenants.values()].some(({ value }) => value.id === tenant);
  if (placementOf(source.value).includes(cluster)) return false;
  // Without the cluster there is one mistake, not one per tenant: `no-vanished-cluster` says it.
  if (!fleet.clusters.has(cluster)) return false;
  return !(lifecycle === 'retained' && lifecycleOn(source.value, cluster) === 'purged');
}

function explainFile(fleet: Fleet, id: string, targets: readonly RenderedTarget[]): Finding {
  const file = `tenants/${id}.yaml`;
  const clusters = list(targets.map(({ cluster }) => cluster));
  const heir = findHeir(fleet, id, targets[0]?.displayName ?? '');
  return {
    file,
    line: 1,
    column: 1,
    message:
      heir === undefined
        ? `The file is gone, but \`${id}\` still has data on ${clusters}.`
        : `The file is gone, but \`${id}\` still has data on ${clusters}; \`${heir.file}\` looks like it under a new name.`,
    hint:
      heir === undefined
        ? `Restore it; then set \`lifecycle\` to ${stepsAfter(targets)}; then delete it.`
        : `Name the file and the \`id\` \`${id}\` again: an id never changes. What people read is \`displayName\`.`,
  };
}

/** A tenant that is new and bears the same display name. */
function findHeir(fleet: Fleet, id: string, displayName: string): Source<Tenant> | undefined {
  const skeleton = skeletonOf(displayName);
  return [...fleet.tenants.values()].find(
    ({ value }) =>
      value.id !== id &&
      skeletonOf(value.displayName) === skeleton &&
      !fleet.rendered.some(({ tenant }) => tenant === value.id),
  );
}

function explainPlacement(source: Source<Tenant>, targets: readonly RenderedTarget[]): Finding {
  const { clusters } = source.value;
  const names = targets.map(({ cluster }) => cluster);
  return {
    ...locate(source, clusters === undefined ? ['home'] : ['clusters']),
    message: `The tenant is no longer placed on ${list(names)}, but still has data there.`,
    hint: `Place it there again; then set \`clusterOverrides.${names[0]}.lifecycle\` to ${stepsAfter(targets)}; then remove it.`,
  };
}

/** The steps that are left to the target that has taken the fewest. */
function stepsAfter(targets: readonly RenderedTarget[]): string {
  const least = Math.min(...targets.map(({ lifecycle }) => lifecycles.indexOf(lifecycle)));
  const steps = lifecycles.slice(least + 1);
  return steps.length === 1 ? `${list(steps)} and merge` : `${list(steps)}, each merged before the next`;
}
