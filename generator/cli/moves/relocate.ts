// To another tier, to another home: `retier` and `failover`.
import { failoverSteps, lossOf } from '../../model/failover.ts';
import { lifecycleOn, placementOf } from '../../model/placement.ts';
import { list, suggest } from '../../model/words.ts';
import { type Loss, lossesOf } from '../../recovery/losses.ts';
import { resolveTenant } from '../../resolve/resolve.ts';
import type { Setting } from '../splice.ts';
import { countOf } from '../terminal/count.ts';
import { UsageError } from '../usage.ts';
import { type Move, type Subject, statePath } from './move.ts';

export function retier({ fleet, source }: Subject, to: string): Move {
  const { id, tier } = source.value;
  const tiers = Object.keys(fleet.tiers.value);
  if (!tiers.includes(to)) {
    throw new UsageError(`There is no tier \`${to}\`. ${suggest(to, tiers, `There are ${list(tiers)}.`)}`);
  }
  if (to === tier) throw new UsageError(`\`${id}\` has the tier \`${tier}\` already.`);
  return {
    settings: [{ path: ['tier'], value: to }],
    step: `\`${id}\` goes from the tier \`${tier}\` to \`${to}\`.`,
    after: [`\`tenantry explain ${id}\` shows what it has from the tier, and what it overrides.`],
  };
}

/** @param restored the resource id of what was restored where no replica is */
export function failover({ fleet, source }: Subject, to: string, restored: string | undefined): Move {
  const { id, home } = source.value;
  const placement = placementOf(source.value);
  requireDestination(fleet, source, to);
  const isPlaced = placement.includes(to);
  const target = resolveTenant(fleet, source, home);
  if (target === undefined) throw new UsageError('The inputs have mistakes; `tenantry validate` says which.');
  const { recovery, database } = target;
  const { remote, mechanisms } = recovery;
  if (restored !== undefined && (remote === 'replica' || !isPlaced)) {
    const why = remote === 'replica' ? 'its replica is promoted' : `it is placed on \`${to}\` first`;
    throw new UsageError(`\`--restored\` is not for \`${id}\` now: ${why}.`);
  }
  const placeOf = (cluster: string) => ({
    cluster,
    region: fleet.clusters.get(cluster)?.value.region ?? cluster,
  });
  const [from, there] = [placeOf(home), placeOf(to)];
  const plan = failoverSteps({ tenant: id, from, to: there, remote, isPlaced, database });
  const worst = lossesOf(mechanisms, recovery).find(({ path }) => path[0] === remote);
  const moved = {
    settings: homeSettings(source, to, restored),
    step: `The home of \`${id}\`, and with it the writer of its database, goes from \`${home}\` to \`${to}\`. If \`${home}\` is lost, so is ${lossOf[remote]}.${describeWorst(worst)}`,
    plan,
    after: [],
  };
  if (isPlaced && (remote === 'replica' || restored !== undefined)) return moved;
  const { maxClusters } = fleet.tiers.value[source.value.tier];
  return { ...moved, settings: isPlaced ? [] : placingSettings(placement, to, maxClusters) };
}

function requireDestination(fleet: Subject['fleet'], source: Subject['source'], to: string): void {
  const { id, home } = source.value;
  const others = placementOf(source.value).filter((cluster) => cluster !== home);
  if (to === home) throw new UsageError(`\`${id}\` has its home on \`${home}\` already.`);
  if (others.length > 0 && !others.includes(to)) {
    throw new UsageError(`\`${id}\` is not placed on \`${to}\`. It may go to ${list(others, 'or')}.`);
  }
  const names = [...fleet.clusters.keys()];
  if (!names.includes(to)) {
    throw new UsageError(`There is no cluster \`${to}\`. ${suggest(to, names, `There are ${list(names)}.`)}`);
  }
  const state = lifecycleOn(source.value, to);
  if (state !== 'active' && state !== 'onboarding')
    throw new UsageError(`\`${id}\` is \`${state}\` on \`${to}\`; its home is where it is active.`);
}

/** Beyond what its tier allows it only comes to the other cluster. */
function placingSettings(placement: readonly string[], to: string, most: number): Setting[] {
  const placed: Setting = { path: ['clusters'], value: [...placement, to], after: 'home' };
  if (placement.length < most) return [placed];
  return [placed, { path: statePath(to), value: 'onboarding' }];
}

/** Nothing of the tenant runs beside the old database. */
function homeSettings({ value }: Subject['source'], to: string, restored: string | undefined): Setting[] {
  const comes = value.clusterOverrides?.[to]?.lifecycle !== undefined;
  return [
    { path: ['home'], value: to },
    { path: statePath(value.home), value: 'suspended', after: '' },
    ...(comes ? [{ path: statePath(to), value: 'active' }] : []),
    ...(restored === undefined ? [] : [{ path: ['database', 'adopted', to], value: restored }]),
  ];
}

function describeWorst(loss: Loss | undefined): string {
  if (loss === undefined) return '';
  return ` By \`platform/recovery.yaml\` that is at most ${countOf(loss.lostMinutes, 'minute')}, and ${countOf(loss.awayMinutes, 'minute')} until there is a writer again.`;
}
