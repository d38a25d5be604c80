// How a tenant's database writer moves to another cluster, step by step, by what the other region holds of the database.
// Facts of RDS in the order in which people need them, each with what is typed; writes no file.
import { copyKeyAliasOf, databaseGroupOf, databaseOf, keyAliasOf, namespaceOf } from './names.ts';

/** What the other region holds: a replica, replicated automated backups, or copies of snapshots. */
export type Remote = 'replica' | 'backups' | 'snapshots';

interface Place {
  readonly cluster: string;
  readonly region: string;
}

export interface Failover {
  readonly tenant: string;
  /** The cluster that has the writer, and its region. */
  readonly from: Place;
  readonly to: Place;
  readonly remote: Remote;
  /** Whether the tenant has the other cluster already. */
  readonly isPlaced: boolean;
  readonly database: {
    readonly engineVersion: string;
    readonly multiAz: boolean;
    readonly backupDays: number;
    readonly windows: { readonly backup: string };
  };
}

/** What of the last minutes is lost when the old region does not come back, as the end of a sentence. */
export const lossOf: Readonly<Record<Remote, string>> = {
  replica: 'what the replica had not received yet: its lag at that moment (CloudWatch, `ReplicaLag`)',
  backups: 'what was written since the last log that was copied (`RestoreWindow.LatestTime` of the copies)',
  snapshots: 'what was written since the last snapshot that was copied began',
};

/**
 * In their order. Each is done and seen to be done before the next: two writers would each take what the other never gets.
 * Source: RDS user guide, "Promoting a read replica" and "Restoring to a specified time from a replicated backup".
 */
export function failoverSteps(failover: Failover): string[] {
  const { tenant, from, to, remote, isPlaced } = failover;
  const move = `tenantry failover ${tenant} --to ${to.cluster}`;
  return [
    ...(isPlaced
      ? []
      : [
          `Place it on \`${to.cluster}\`: \`${move}\` writes that first. Merge it, and wait for the subnet group and the parameter group there.`,
        ]),
    fence(failover),
    ...comeUp[remote](failover),
    `Merge \`home: ${to.cluster}\`: \`${move}${remote === 'replica' ? '' : ' --restored ID'}\` writes it, with \`${from.cluster}\` suspended, and \`tenantry render --tenant ${tenant}\` makes the rest. Migrations and schedules run on \`${to.cluster}\` from then on.`,
    `The services on \`${to.cluster}\` find the database by a name of the platform, and the name follows the home. See that they write.`,
    later(failover),
    `The old database on \`${from.cluster}\` stays, protected from deletion, until somebody has compared the two and signed for it.`,
  ];
}

/** As a block of its own in a list. */
function typed(...lines: readonly string[]): string {
  return ['', '```sh', ...lines, '```'].join('\n   ');
}

function objectsOf({ tenant, database }: Failover) {
  const on = `kubectl --namespace ${namespaceOf(tenant)} annotate`;
  return {
    instance: `${on} instances.rds.aws.m.upbound.io database-instance`,
    group: `${on} parametergroups.rds.aws.m.upbound.io mariadb-${database.engineVersion.replaceAll('.', '-')}`,
  };
}

/** Crossplane resets a parameter that nobody wrote into git: it looks away first. */
function fence(failover: Failover): string {
  const { tenant, from, database } = failover;
  const { instance, group } = objectsOf(failover);
  return `Fence the writer on \`${from.cluster}\`: no pod of the tenant runs there (\`tenantry suspend ${tenant} --cluster ${from.cluster}\` once it is not the home; until then scale its Deployments to 0 with Argo CD's automation off), the database is read-only, and the restart cuts every connection. Crossplane would set the parameter back, so it looks away first. If its cluster does not answer but its region does, take Crossplane's role there its rights instead (the policy \`AWSDenyAll\`) before the two \`aws\` commands. If the region is gone, do this when it answers again, before anything else there.${typed(
    `${group} crossplane.io/paused=true`,
    `${instance} crossplane.io/paused=true`,
    `aws rds modify-db-parameter-group --region ${from.region} --db-parameter-group-name ${databaseGroupOf(tenant, database.engineVersion)} --parameters ParameterName=read_only,ParameterValue=1,ApplyMethod=immediate`,
    `aws rds reboot-db-instance --region ${from.region} --db-instance-identifier ${databaseOf(tenant)}`,
  )}`;
}

const comeUp: Readonly<Record<Remote, (failover: Failover) => string[]>> = {
  replica: ({ tenant, to, database }) => [
    `Wait until the replica in ${to.region} has no lag left. If the old writer is unreachable, write down its last lag: that much is lost.`,
    `Promote the replica in ${to.region}: RDS takes it off its source (\`replicateSourceDb\` goes) and restarts it. This takes minutes. It is the writer when it is \`available\`, and never a replica again.${typed(
      `aws rds promote-read-replica --region ${to.region} --db-instance-identifier ${databaseOf(tenant)} --backup-retention-period ${database.backupDays} --preferred-backup-window ${database.windows.backup}`,
      ...available(databaseOf(tenant), to.region),
    )}`,
  ],
  backups: (failover) => {
    const { tenant, from, to } = failover;
    const name = databaseOf(tenant);
    return [
      `Find the last point in time that the backups of ${from.region} in ${to.region} reach. Write it down: what came after it is lost.${typed(
        `aws rds describe-db-instance-automated-backups --region ${to.region} --db-instance-identifier ${name} --query 'DBInstanceAutomatedBackups[].[DBInstanceAutomatedBackupsArn,RestoreWindow.LatestTime]' --output text`,
      )}`,
      `Restore to that point under the tenant's database name. How long it takes grows with the storage. The last line says its id.${restored(
        failover,
        `aws rds restore-db-instance-to-point-in-time --region ${to.region} --source-db-instance-automated-backups-arn ARN --target-db-instance-identifier ${name} --use-latest-restorable-time`,
      )}`,
    ];
  },
  snapshots: (failover) => {
    const { tenant, to } = failover;
    const name = databaseOf(tenant);
    return [
      `Find the last snapshot that was copied to ${to.region}. Write down when it began: what came after it is lost.${typed(
        `aws rds describe-db-snapshots --region ${to.region} --snapshot-type awsbackup --query "DBSnapshots[?DBInstanceIdentifier=='${name}'].[SnapshotCreateTime,DBSnapshotIdentifier]" --output text | sort | tail -1`,
      )}`,
      `Restore it under the tenant's database name, from a copy that has the tenant's own key and not \`${copyKeyAliasOf(tenant)}\`. How long it takes grows with the storage. The last line says its id.${restored(
        failover,
        `aws rds restore-db-instance-from-db-snapshot --region ${to.region} --db-snapshot-identifier ${name}-moved --db-instance-identifier ${name}`,
        `aws rds copy-db-snapshot --region ${to.region} --source-db-snapshot-identifier SNAPSHOT --target-db-snapshot-identifier ${name}-moved --kms-key-id ${keyAliasOf(tenant)}`,
        `aws rds wait db-snapshot-available --region ${to.region} --db-snapshot-identifier ${name}-moved`,
      )}`,
    ];
  },
};

function available(name: string, region: string): string[] {
  return [`aws rds wait db-instance-available --region ${region} --db-instance-identifier ${name}`];
}

/** Left out, RDS takes groups and subnets of its own that let nobody in. */
function restored({ tenant, to, database }: Failover, command: string, ...before: readonly string[]): string {
  const name = databaseOf(tenant);
  const group = databaseGroupOf(tenant, database.engineVersion);
  return typed(
    ...before,
    `group=$(kubectl --namespace ${namespaceOf(tenant)} get networkclaims.tenantry.dev network --output jsonpath='{.status.securityGroups.database}')`,
    `${command} --db-subnet-group-name ${name} --vpc-security-group-ids "$group" --db-parameter-group-name ${group} --option-group-name ${group} ${database.multiAz ? '--multi-az' : '--no-multi-az'} --no-publicly-accessible --deletion-protection --copy-tags-to-snapshot --enable-cloudwatch-logs-exports '["audit","error","slowquery"]'`,
    ...available(name, to.region),
    `aws rds describe-db-instances --region ${to.region} --db-instance-identifier ${name} --query 'DBInstances[0].DbiResourceId' --output text`,
  );
}

/** The claim remembers what RDS calls the old one, and its object does: both forget. RDS keeps it, as the object may not delete. */
function forgotten(tenant: string): string[] {
  const on = `kubectl --namespace ${namespaceOf(tenant)}`;
  return [
    `${on} annotate --overwrite databaseclaims.tenantry.dev database crossplane.io/paused=true`,
    `${on} patch databaseclaims.tenantry.dev database --subresource=status --type=json --patch '[{"op": "remove", "path": "/status/resourceId"}]'`,
    `${on} delete --ignore-not-found usages.protection.crossplane.io database-instance-guard`,
    `${on} delete --wait=false instances.rds.aws.m.upbound.io database-instance`,
  ];
}

/** The old writer cannot follow the new one: RDS makes replicas, and turns no database into one. */
function later(failover: Failover): string {
  const { tenant, from, remote } = failover;
  const name = databaseOf(tenant);
  const { instance, group } = objectsOf(failover);
  const on = `kubectl --namespace ${namespaceOf(tenant)}`;
  const comes = {
    replica: 'a new replica',
    backups: 'copies of the backups',
    snapshots: 'copies of the snapshots',
  };
  const back = `Later: the new home gets ${comes[remote]} in ${from.region} when that region is sound again, so that there is a way back.`;
  const warned = `${back} Until then \`tenantry resume ${tenant} --cluster ${from.cluster}\` waits: names there still lead to the old database. It makes way under another name`;
  const renamed = [
    `aws rds modify-db-instance --region ${from.region} --db-instance-identifier ${name} --new-db-instance-identifier ${name}-lost --apply-immediately`,
    `until aws rds describe-db-instances --region ${from.region} --db-instance-identifier ${name}-lost >/dev/null 2>&1; do sleep 15; done`,
    ...available(`${name}-lost`, from.region),
  ];
  if (remote !== 'replica') return `${warned}.${typed(...renamed)}`;
  return `${warned}, and Crossplane makes the replica.${typed(
    ...renamed,
    ...forgotten(tenant),
    `${instance} crossplane.io/paused-`,
    `${on} wait --for=delete instances.rds.aws.m.upbound.io/database-instance --timeout=10m`,
    `${on} annotate databaseclaims.tenantry.dev database crossplane.io/paused-`,
    `${group} crossplane.io/paused-`,
  )}`;
}
