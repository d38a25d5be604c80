// Where RDS copies a database's logs to. RDS would make these groups itself, without the tenant's key and without an end; made
// here they are as the tenant's audit trail has to be.
import type { Chart } from 'cdk8s';
import { labels, tenantLabels } from '../model/labels.ts';
import { logDaysOf } from '../model/log-days.ts';
import { analyticsOf, databaseOf } from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import { add } from './add.ts';
import { keptByArgocd } from './application-set.ts';
import { managedResource } from './managed.ts';
import { tagsOf } from './tags.ts';

export function addDatabaseLogs(chart: Chart, target: TenantTarget): void {
  const { tenant, database } = target;
  addLogs(chart, target, 'database', databaseOf(tenant.id));
  const replicas = database.part.isWriter ? database.analyticsReplicas : 0;
  for (let number = 1; number <= replicas; number += 1) {
    addLogs(chart, target, `database-analytics-${number}`, analyticsOf(tenant.id, number));
  }
}

function addLogs(chart: Chart, target: TenantTarget, name: string, instance: string): void {
  const { tenant, namespace, cluster, compliance, database } = target;
  const days = {
    audit: compliance.trail.days,
    error: database.engine.logDays,
    slowquery: database.engine.logDays,
  };
  for (const [log, least] of Object.entries(days)) {
    add(
      chart,
      managedResource({
        service: 'cloudwatchlogs',
        kind: 'Group',
        metadata: {
          name: `${name}-${log}`,
          namespace,
          labels: tenantLabels(tenant.id),
          annotations: keptByArgocd,
        },
        // RDS User Guide: "Publishing MariaDB logs to Amazon CloudWatch Logs".
        externalName: `/aws/rds/instance/${instance}/${log}`,
        mayDelete: false,
        forProvider: {
          region: cluster.region,
          retentionInDays: logDaysOf(least),
          // Nobody deletes it by hand either.
          deletionProtectionEnabled: true,
          kmsKeyIdSelector: { matchLabels: { [labels.key]: 'tenant' } },
          tags: tagsOf(target),
        },
      }),
    );
  }
}
