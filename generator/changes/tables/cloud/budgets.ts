// Budgets: they stop nothing, they tell.
import { changed, raised, removed } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html';
const cloudformation =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html';

const budget = managed(
  'budgets',
  'Budget',
  {
    nature: 'workload',
    created: noHarm,
    deleted: ['cost', 'nobody is told any more that spending grows'],
    source: guide,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', cloudformation, {
      '{notification,plannedLimit,autoAdjustData}': 'it is chosen when the budget is created',
      '{accountId,billingViewArn}': 'a budget keeps what it looks at',
    }),
    ...tell(removed, 'cost', guide, {
      'notification[]': 'somebody is told no more',
      'notification[].{subscriberEmailAddresses,subscriberSnsTopicArns}[]': 'somebody is told no more',
    }),
    ...tell(raised(number), 'cost', guide, {
      limitAmount: 'more is spent before somebody is told',
      'notification[].threshold': 'more is spent before somebody is told',
    }),
    ...tell(changed, 'cost', guide, {
      '{budgetType,costFilter,costTypes,filterExpression,metrics}': 'other spending is watched',
      '{limitUnit,timeUnit,timePeriodStart,timePeriodEnd}': 'spending is watched over another time',
    }),
  ],
);

export const budgets: readonly Knowledge[] = [budget];
