// What people do when something of a tenant is lost, with its own names and promises. The words are in
// `platform/templates/runbook.md.hbs`; this knows what they are about.
import { createRequire } from 'node:module';
import { type BackupRule, backupRulesOf } from '../model/backups.ts';
import { failoverSteps, lossOf } from '../model/failover.ts';
import {
  bucketOf,
  copyVaultOf,
  databaseGroupOf,
  databaseOf,
  objectPrefixOf,
  objectScheduleOf,
  vaultOf,
} from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import pages from './generated/pages.cjs';

const require = createRequire(import.meta.url);

/** Markdown. */
export function renderRunbook(target: TenantTarget): string {
  const { template } = require('handlebars/runtime') as typeof import('handlebars');
  return template(pages.runbook)({ ...promisesOf(target), ...placesOf(target), ...failoverOf(target) });
}

function promisesOf({ tenant, tier, recovery, compliance, database }: TenantTarget): object {
  return {
    id: tenant.id,
    name: tenant.displayName,
    owner: tenant.owner,
    tier: tier.name,
    rpo: recovery.rpoMinutes,
    rto: recovery.rtoMinutes,
    incidentHours: compliance.incidentHours,
    retentionYears: compliance.retention.years,
    backupDays: database.backupDays,
    objectDays: tier.backup.objectDays,
    held: tenant.heldSince,
  };
}

function placesOf(target: TenantTarget): object {
  const { platform, tenant, cluster, copies, isHome, namespace, database } = target;
  return {
    input: target.input,
    home: tenant.home,
    cluster: cluster.name,
    region: cluster.region,
    isHome,
    namespace,
    database: databaseOf(tenant.id),
    group: databaseGroupOf(tenant.id, database.engineVersion),
    // The database's claim is `database`, and what it is made of `instance`.
    object: 'database-instance',
    vault: vaultOf(tenant.id),
    copyVault: copies.cluster === '' ? copyVaultOf(tenant.id) : vaultOf(tenant.id),
    copyRegion: copies.region,
    kept: backupRulesOf(target).map(tellRule).join(', '),
    remote: tellRemote[target.recovery.remote],
    bucket: bucketOf(platform.organisation.id, tenant.id, cluster.region),
    prefix: objectPrefixOf(tenant.id),
    schedule: objectScheduleOf(tenant.id, 'home'),
    copySchedule: objectScheduleOf(tenant.id, 'copies'),
  };
}

function tellRule({ name, days }: BackupRule): string {
  return `${name} ${days} days`;
}

const tellRemote: Readonly<Record<TenantTarget['recovery']['remote'], string>> = {
  replica: 'a replica that can be promoted',
  backups: 'automated backups, replicated',
  snapshots: 'copies of snapshots',
};

/** To its other cluster; without one, to the peer of its home, once it is placed there. */
function failoverOf({ tenant, cluster, copies, recovery, isHome }: TenantTarget): object {
  const other = copies.cluster === '' ? (cluster.peer ?? '') : copies.cluster;
  if (other === '') return { steps: [] };
  const [here, there] = [
    { cluster: cluster.name, region: cluster.region },
    { cluster: other, region: copies.region },
  ];
  const { remote } = recovery;
  const [from, to] = isHome ? [here, there] : [there, here];
  const placing =
    copies.cluster === ''
      ? [`Place it on \`${other}\`: add it to \`clusters\` in its file, and merge it.`]
      : [];
  const steps = [...placing, ...failoverSteps({ tenant: tenant.id, from, to, remote })];
  return {
    to: to.cluster,
    loss: lossOf[remote],
    steps: steps.map((text, index) => ({ number: index + 1, text })),
  };
}
