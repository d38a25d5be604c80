// To another tier, to another home: `retier` and `failover`.
import { failoverSteps, lossOf } from '../../model/failover.ts';
import { lifecycleOn, placementOf } from '../../model/placement.ts';
import { list, suggest } from '../../model/words.ts';
import { type Loss, lossesOf } from '../../recovery/losses.ts';
import { resolveTenant } from '../../resolve/resolve.ts';
import { countOf } from '../terminal/count.ts';
import { UsageError } from '../usage.ts';
import type { Move, Subject } from './move.ts';

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

export function failover({ fleet, source }: Subject, to: string): Move {
  const { id, home } = source.value;
  const placement = placementOf(source.value);
  const others = placement.filter((cluster) => cluster !== home);
  if (to === home) throw new UsageError(`\`${id}\` has its home on \`${home}\` already.`);
  if (!others.includes(to)) {
    const repair =
      others.length === 0 ? `It has no cluster but \`${home}\`.` : `It may go to ${list(others, 'or')}.`;
    throw new UsageError(`\`${id}\` is not placed on \`${to}\`. ${repair}`);
  }
  const state = lifecycleOn(source.value, to);
  if (state !== 'active')
    throw new UsageError(`\`${id}\` is \`${state}\` on \`${to}\`; its home is where it is active.`);
  const recovery = resolveTenant(fleet, source, home)?.recovery;
  if (recovery === undefined)
    throw new UsageError('The inputs have mistakes; `tenantry validate` says which.');
  const { remote, mechanisms } = recovery;
  const worst = lossesOf(mechanisms, recovery).find(({ path }) => path[0] === remote);
  const placeOf = (cluster: string) => ({
    cluster,
    region: fleet.clusters.get(cluster)?.value.region ?? cluster,
  });
  return {
    settings: [{ path: ['home'], value: to }],
    step: `The home of \`${id}\`, and with it the writer of its database, goes from \`${home}\` to \`${to}\`. If \`${home}\` is lost, so is ${lossOf[remote]}.${describeWorst(worst)}`,
    plan: failoverSteps({ tenant: id, from: placeOf(home), to: placeOf(to), remote }),
    after: [],
  };
}

function describeWorst(loss: Loss | undefined): string {
  if (loss === undefined) return '';
  return ` By \`platform/recovery.yaml\` that is at most ${countOf(loss.lostMinutes, 'minute')}, and ${countOf(loss.awayMinutes, 'minute')} until there is a writer again.`;
}
