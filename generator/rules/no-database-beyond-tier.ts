// What a tenant's file says of its database stays within what its tier lets it choose.

import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      yield* checkClass(fleet, source);
      for (const key of ['storageGiB', 'maxStorageGiB', 'analyticsReplicas'] as const) {
        yield* checkBound(fleet, source, key);
      }
    }
  },
};

function* checkClass({ tiers }: Fleet, source: Source<Tenant>): Iterable<Finding> {
  const { tier, database } = source.value;
  const { allowed } = tiers.value[tier].database.instanceClass;
  const chosen = database?.instanceClass;
  if (chosen === undefined || allowed.includes(chosen)) return;
  yield {
    ...locate(source, ['database', 'instanceClass']),
    message: `The tier \`${tier}\` has no \`${chosen}\`.`,
    hint: `Choose among ${list(allowed)}, or sell the tenant another tier.`,
    related: [
      {
        ...locate(tiers, [tier, 'database', 'instanceClass', 'allowed']),
        message: 'What it allows is here.',
      },
    ],
  };
}

function* checkBound(
  { tiers }: Fleet,
  source: Source<Tenant>,
  key: 'storageGiB' | 'maxStorageGiB' | 'analyticsReplicas',
): Iterable<Finding> {
  const { tier, database } = source.value;
  const value = database?.[key];
  const { default: usual, min = usual, max = usual } = tiers.value[tier].database[key];
  if (value === undefined || (value >= min && value <= max)) return;
  yield {
    ...locate(source, ['database', key]),
    message:
      min === max
        ? `The tier \`${tier}\` has a fixed value here, \`${min}\`, not \`${value}\`.`
        : `\`${key}\` is \`${value}\`; the tier \`${tier}\` allows \`${min}\` to \`${max}\`.`,
    hint:
      min === max
        ? 'Remove it, or sell the tenant another tier.'
        : 'Stay within that, or sell the tenant another tier.',
    related: [{ ...locate(tiers, [tier, 'database', key]), message: 'What it allows is here.' }],
  };
}
