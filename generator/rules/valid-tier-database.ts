// What a tier says of its databases can be had of RDS, whatever a tenant chooses within its bounds; and the default version
// is one that is sold.

import type { Fleet } from '../model/fleet.ts';
import type { TierDatabase } from '../model/generated/inputs.ts';
import { provisionable, provisionedFrom } from '../model/gp3.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

/** How long Performance Insights keeps what the advanced mode shows (RDS User Guide: "Database Insights"). */
const advancedDays = 465;

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    yield* checkVersions(fleet);
    for (const [tier, { database }] of Object.entries(fleet.tiers.value)) {
      const at = (...path: string[]) => locate(fleet.tiers, [tier, 'database', ...path]);
      for (const { path, ...words } of mistakesOf(database)) yield { ...at(...path), ...words };
    }
  },
};

function* checkVersions({ engines }: Fleet): Iterable<Finding> {
  const { default: usual, versions } = engines.value.mariadb;
  for (const [version, { family }] of Object.entries(versions)) {
    if (family === `mariadb${version}`) continue;
    yield {
      ...locate(engines, ['mariadb', 'versions', version, 'family']),
      message: `\`${family}\` is a family of another version than ${version}.`,
      hint: `Write \`mariadb${version}\`.`,
    };
  }
  if (Object.hasOwn(versions, usual)) return;
  yield {
    ...locate(engines, ['mariadb', 'default']),
    message: `MariaDB \`${usual}\` is not sold.`,
    hint: `Choose among ${list(Object.keys(versions))}.`,
  };
}

type Mistake = Pick<Finding, 'message' | 'hint'> & { readonly path: readonly string[] };

function* mistakesOf(database: TierDatabase): Iterable<Mistake> {
  const { instanceClass, insights } = database;
  if (!instanceClass.allowed.includes(instanceClass.default)) {
    yield {
      path: ['instanceClass', 'default'],
      message: `\`${instanceClass.default}\` is not among what the tier allows.`,
      hint: 'Add it to `allowed`, or choose another default.',
    };
  }
  if (insights.mode === 'advanced' && insights.days < advancedDays) {
    yield {
      path: ['insights', 'days'],
      message: `The advanced mode of Database Insights asks for ${advancedDays} days or more, not ${insights.days}.`,
      hint: `Write ${advancedDays}, or the mode \`standard\`.`,
    };
  }
  for (const key of ['storageGiB', 'maxStorageGiB', 'analyticsReplicas'] as const) {
    const { default: usual, min = usual, max = usual } = database[key];
    if (usual >= min && usual <= max) continue;
    yield {
      path: [key, 'default'],
      message: `The default ${usual} is not within ${min} to ${max}.`,
      hint: 'Move the bounds, or the default.',
    };
  }
  yield* diskMistakes(database);
}

function* diskMistakes({ storageGiB, iops, throughput }: TierDatabase): Iterable<Mistake> {
  const largest = storageGiB.max ?? storageGiB.default;
  if (iops === undefined || throughput === undefined) {
    if (largest < provisionedFrom && iops === throughput) return;
    const { least: operations } = provisionable.iops;
    const { least: mebibytes } = provisionable.throughput;
    yield {
      path: ['storageGiB'],
      message: `A volume of ${provisionedFrom} GiB or more has \`iops\` and \`throughput\` of its own, and the tier does not say both.`,
      hint: `Write \`iops: ${operations}\` and \`throughput: ${mebibytes}\`, which cost nothing, or more.`,
    };
    return;
  }
  const most = iops * provisionable.throughput.perOperation;
  if (throughput <= most) return;
  yield {
    path: ['throughput'],
    message: `${iops} operations per second carry ${most} MiB per second at most, not ${throughput}.`,
    hint: `Write ${most} or less, or more \`iops\`.`,
  };
}
