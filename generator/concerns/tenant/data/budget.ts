// What the tenant may cost in a month before somebody is told. A budget sees the whole account, so the home alone has one; it
// counts what bears the tenant's tag, once the account's bootstrap has made `tenantry.dev/tenant` a cost allocation tag.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { managedResource } from '../../../compose/managed.ts';
import { tagsOf } from '../../../compose/tags.ts';
import { labels, tenantLabels } from '../../../model/labels.ts';
import { budgetOf } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, platform, namespace, isHome, monthlyBudget } = target;
  if (!isHome) return;
  const name = budgetOf(tenant.id);
  add(
    chart,
    managedResource({
      service: 'budgets',
      kind: 'Budget',
      metadata: { name, namespace, labels: tenantLabels(tenant.id) },
      // Spent is spent: what is told of it outlives the object.
      mayDelete: false,
      forProvider: {
        accountId: cluster.account,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        limitAmount: String(monthlyBudget),
        limitUnit: 'USD',
        costFilter: [{ name: 'TagKeyValue', values: [`user:${labels.tenant}$${tenant.id}`] }],
        notification: notices.map(([notificationType, threshold]) => ({
          comparisonOperator: 'GREATER_THAN',
          notificationType,
          threshold,
          thresholdType: 'PERCENTAGE',
          subscriberEmailAddresses: [platform.oncall.mailbox],
        })),
        tags: tagsOf(target),
      },
    }),
  );
}

/** Nearly spent, spent, and going to be. */
const notices = [
  ['ACTUAL', 80],
  ['ACTUAL', 100],
  ['FORECASTED', 100],
] as const;
