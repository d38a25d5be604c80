// Which backups of a tenant's database are taken when, and how long each is kept: from what it is promised, its tier and
// the law. Knows no object that takes them.
import { awsCronOf } from './aws-cron.ts';
import type { TenantTarget } from './target.ts';

export interface BackupRule {
  readonly name: 'frequent' | 'daily' | 'monthly';
  /** As AWS reads it, in UTC. */
  readonly schedule: string;
  readonly days: number;
}

type Recoverable = Pick<TenantTarget, 'recovery' | 'tier' | 'compliance'>;

/**
 * What is kept for longest comes first. All begin at a minute of the derived schedule, which keeps away from RDS's windows: where two fall together, AWS Backup
 * takes the one that is kept for longer
 * (https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html). None goes to cold storage: RDS has
 * none (https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html).
 */
export function backupRulesOf({ recovery, tier, compliance }: Recoverable): BackupRule[] {
  const { snapshots } = recovery.schedules;
  const { frequentDays, dailyDays } = tier.backup;
  const { minute, hour } = firstRunOf(snapshots);
  const daily = `cron(${minute} ${hour} * * ? *)`;
  return [
    {
      name: 'monthly',
      schedule: `cron(${minute} ${hour} 1 * ? *)`,
      days: compliance.retention.days,
    },
    { name: 'daily', schedule: daily, days: dailyDays },
    ...(awsCronOf(snapshots) === daily
      ? []
      : [{ name: 'frequent', schedule: awsCronOf(snapshots), days: frequentDays } as const]),
  ];
}

/** Once a month, on a day of the tenant's own, hours after the backup of that day. */
export function restoreTestCron({ schedules }: TenantTarget['recovery']): string {
  const { minute, hour } = firstRunOf(schedules.snapshots);
  return `cron(${minute} ${(hour + 12) % 24} ${1 + (minute % 28)} * ? *)`;
}

/** @param cron daily: a star for the hour is midnight */
function firstRunOf(cron: string): { readonly minute: number; readonly hour: number } {
  const [minutes = '', hours = ''] = cron.split(' ');
  const firstOf = (field: string) => (field === '*' ? 0 : Number(field.split(',')[0]));
  return { minute: firstOf(minutes), hour: firstOf(hours) };
}
