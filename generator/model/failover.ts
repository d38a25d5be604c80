// How a tenant's database writer moves to another cluster, step by step, by what the other region holds of the database.
// Facts of RDS in the order in which people need them; knows no command and no file.

/** What the other region holds: a replica, replicated automated backups, or copies of snapshots. */
export type Remote = 'replica' | 'backups' | 'snapshots';

export interface Failover {
  readonly tenant: string;
  /** The cluster that has the writer, and its region. */
  readonly from: { readonly cluster: string; readonly region: string };
  readonly to: { readonly cluster: string; readonly region: string };
  readonly remote: Remote;
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
  const { tenant, from, to } = failover;
  return [
    `Fence the writer on \`${from.cluster}\`: no pod of the tenant runs there, the database is read-only (\`read_only = 1\` in its parameter group) and every connection to it is cut. If the region is gone, see to it that it cannot come back as a writer.`,
    ...comeUp[failover.remote](failover),
    `Merge \`home: ${to.cluster}\` and what \`tenantry render --tenant ${tenant}\` makes of it. Migrations and schedules run on \`${to.cluster}\` from then on.`,
    'Nothing else has to be told: the services find the database by a name of the platform, and the name follows the home. See that they write.',
    `Later: ${laterOf(failover)}, so that there is a way back.`,
    `The old database on \`${from.cluster}\` stays, protected from deletion, until somebody has compared the two and signed for it.`,
  ];
}

const comeUp: Readonly<Record<Remote, (failover: Failover) => string[]>> = {
  replica: ({ to }) => [
    `Wait until the replica in ${to.region} has no lag left. If the old writer is unreachable, write down its last lag: that much is lost.`,
    `Promote the replica in ${to.region} (\`aws rds promote-read-replica --region ${to.region}\`): RDS takes it off its source (\`replicateSourceDb\` goes) and restarts it. This takes minutes. It is the writer when it is \`available\`, and never a replica again.`,
  ],
  backups: ({ from, to }) => [
    `Find the last point in time that the backups of ${from.region} in ${to.region} reach (\`aws rds describe-db-instance-automated-backups --region ${to.region}\`). Write it down: what came after it is lost.`,
    `Restore to that point under the tenant's database name in ${to.region} (\`aws rds restore-db-instance-to-point-in-time --source-db-instance-automated-backups-arn …\`), with the subnets, security groups and parameter group of \`${to.cluster}\`: left out, RDS takes its defaults. How long it takes grows with the storage.`,
  ],
  snapshots: ({ to }) => [
    `Find the last snapshot that was copied to ${to.region}. Write down when it began: what came after it is lost.`,
    `Restore it under the tenant's database name in ${to.region} (AWS Backup, or \`aws rds restore-db-instance-from-db-snapshot\`), with the subnets, security groups and parameter group of \`${to.cluster}\`: left out, RDS takes its defaults. How long it takes grows with the storage.`,
  ],
};

function laterOf({ remote, from }: Failover): string {
  const copies = {
    replica: 'a new replica',
    backups: 'copies of the backups',
    snapshots: 'copies of the snapshots',
  };
  return `the new home gets ${copies[remote]} in ${from.region} when that region is sound again`;
}
