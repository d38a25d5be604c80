// What people do when something of a tenant is lost, with its own names and promises. The words are in
// `platform/templates/runbook.md.hbs`; this knows what they are about.
import { createRequire } from 'node:module';
import { databaseArn, roleArn } from '../model/arns.ts';
import { type BackupRule, backupRulesOf } from '../model/backups.ts';
import { failoverSteps, lossOf } from '../model/failover.ts';
import {
  analyticsOf,
  backupTaker,
  bucketOf,
  copyVaultOf,
  databaseClaim,
  databaseGroupOf,
  databaseOf,
  objectPrefixOf,
  objectScheduleOf,
  roleOf,
  vaultOf,
} from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import pages from './generated/pages.cjs';

const require = createRequire(import.meta.url);

/** Markdown. */
export function renderRunbook(target: TenantTarget): string {
  const { template } = require('handlebars/runtime') as typeof import('handlebars');
  const parts = [promisesOf, placesOf, instanceOf, followersOf, holdOf, failoverOf];
  return template(pages.runbook)(Object.assign({}, ...parts.map((part) => part(target))));
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
  const { platform, tenant, cluster, copies, isHome, namespace } = target;
  return {
    input: target.input,
    home: tenant.home,
    cluster: cluster.name,
    region: cluster.region,
    isHome,
    namespace,
    database: databaseOf(tenant.id),
    vault: vaultOf(tenant.id),
    copyVault: copiesVaultOf(target),
    copyRegion: copies.region,
    kept: backupRulesOf(target).map(tellRule).join(', '),
    remote: tellRemote[target.recovery.remote],
    bucket: bucketOf(platform.organisation.id, tenant.id, cluster.region),
    prefix: objectPrefixOf(tenant.id),
    schedule: objectScheduleOf(tenant.id, cluster.name, 'home'),
    copySchedule: objectScheduleOf(tenant.id, cluster.name, 'copies'),
  };
}

const rdsKind = (plural: string) => `${plural}.rds.aws.m.upbound.io`;

/** What a restored instance is told, because RDS does not take it from the old one. */
function instanceOf({ tenant, database }: TenantTarget): object {
  const group = databaseGroupOf(tenant.id, database.engineVersion);
  const settings = [
    `--db-instance-class ${database.instanceClass} ${database.multiAz ? '--multi-az' : '--no-multi-az'}`,
    `--db-subnet-group-name ${databaseOf(tenant.id)} --vpc-security-group-ids "$group"`,
    `--db-parameter-group-name ${group} --option-group-name ${group}`,
    '--enable-cloudwatch-logs-exports audit error slowquery',
    '--no-publicly-accessible --deletion-protection --copy-tags-to-snapshot',
  ];
  return {
    settings: `\\\n     ${settings.join(' \\\n     ')}`,
    backupWindow: database.windows.backup,
    maintenanceWindow: database.windows.maintenance,
    certificateAuthority: database.engine.certificateAuthority,
    instances: rdsKind('instances'),
    object: objectOf('database', 'instance'),
    claims: `${databaseClaim.plural}.${databaseClaim.group}`,
  };
}

/** What follows the writer, and would go on following it under another name. */
function followersOf(target: TenantTarget): object {
  const { tenant, cluster, copies, recovery, database } = target;
  const [here, there] = [cluster, { name: copies.cluster, region: copies.region }];
  const replicas = [
    ...Array.from({ length: database.analyticsReplicas }, (_, index) => ({
      cluster: here.name,
      region: here.region,
      claim: `database-analytics-${index + 1}`,
      name: analyticsOf(tenant.id, index + 1),
    })),
    ...(recovery.remote === 'replica' && there.name !== ''
      ? [{ cluster: there.name, region: there.region, claim: 'database', name: databaseOf(tenant.id) }]
      : []),
  ];
  return {
    replicas,
    backupsAt: recovery.remote === 'backups' ? there.name || here.name : '',
    replications: rdsKind('dbinstanceautomatedbackupsreplications'),
    replication: objectOf('database-backups', 'backups'),
    lostArn: databaseArn(database.home, `${databaseOf(tenant.id)}-lost`),
  };
}

/** Held is what is in both vaults, wherever the page is read. */
function holdOf(target: TenantTarget): object {
  const { tenant, cluster, copies, compliance, database } = target;
  const { home } = database;
  return {
    homeRegion: home.region,
    arn: databaseArn(home, databaseOf(tenant.id)),
    taker: roleArn(home, roleOf(tenant.id, backupTaker, tenant.home)),
    holdDays: compliance.retention.days,
    leastDays: Math.min(...backupRulesOf(target).map(({ days }) => days)),
    vaults: [
      { id: tenant.id, region: cluster.region, vault: vaultOf(tenant.id) },
      { id: tenant.id, region: copies.region, vault: copiesVaultOf(target) },
    ],
  };
}

function copiesVaultOf({ tenant, copies }: TenantTarget): string {
  return copies.cluster === '' ? copyVaultOf(tenant.id) : vaultOf(tenant.id);
}

/** Crossplane's object of one part of a claim. */
function objectOf(claim: string, part: string): string {
  return `${claim}-${part}`;
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
function failoverOf({ tenant, cluster, copies, recovery, isHome, database }: TenantTarget): object {
  const other = copies.cluster === '' ? (cluster.peer ?? '') : copies.cluster;
  if (other === '') return { steps: [] };
  const [here, there] = [
    { cluster: cluster.name, region: cluster.region },
    { cluster: other, region: copies.region },
  ];
  const { remote } = recovery;
  const [from, to] = isHome ? [here, there] : [there, here];
  const isPlaced = copies.cluster !== '';
  const steps = failoverSteps({ tenant: tenant.id, from, to, remote, isPlaced, database });
  return {
    to: to.cluster,
    loss: lossOf[remote],
    steps: steps.map((text, index) => ({ number: index + 1, text })),
  };
}
