// AWS's notation of a schedule: six fields, of which either the day of the month or that of the week is `?`
// (EventBridge Scheduler User Guide, cron-based schedules). Knows no schedule.

/** A daily schedule as AWS Backup reads it. Throws for one that is not daily: AWS counts days of the week from 1. */
export function awsCronOf(cron: string): string {
  const [minute, hour, ...days] = cron.split(' ');
  if (days.join(' ') !== '* * *') throw new Error(`\`${cron}\` is not daily`);
  return `cron(${minute} ${hour} * * ? *)`;
}
