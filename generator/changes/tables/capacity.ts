// What a tenant may use: ResourceQuota, LimitRange and PriorityClass.
import { added, changed, either, lowered, raised, removed } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { quantity } from '../measures.ts';
import { plainRows } from './common.ts';
import { noHarm, row, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';

const quotas = 'https://kubernetes.io/docs/concepts/policy/resource-quotas/';
const ranges = 'https://kubernetes.io/docs/concepts/policy/limit-range/';
const priorities = 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/';
const immutable = validation('scheduling');

const quota = below('spec');
const range = below('spec.limits[]');

const resourceQuota: Knowledge = {
  group: '',
  kind: 'ResourceQuota',
  nature: 'workload',
  created: verdict('downtime', 'pods beyond the new limit are not admitted', quotas),
  deleted: verdict('exposure', 'nothing bounds any more what the namespace takes from others', quotas),
  rows: [
    ...plainRows,
    ...quota.tell(lowered(quantity), 'downtime', quotas, {
      'hard.*': 'pods beyond the lower limit are not admitted any more',
    }),
    ...quota.tell(added, 'downtime', quotas, { 'hard.*': 'what was not counted is limited from now on' }),
    ...quota.tell(raised(quantity), 'cost', quotas, { 'hard.*': 'the namespace may use more' }),
    ...quota.tell(removed, 'exposure', quotas, {
      'hard.*': 'nothing bounds any more what the namespace takes of it',
    }),
    ...quota.tell(raised(quantity), 'exposure', quotas, {
      'hard["services.{loadbalancers,nodeports}"]': 'the namespace may open more ways in from outside',
    }),
    ...quota.tell(changed, 'rejected', validation('core'), {
      scopes: 'the scopes of a quota cannot change',
    }),
    ...quota.tell(changed, 'exposure', quotas, {
      scopeSelector: 'pods that were counted may not be any more',
    }),
  ],
};

const limitRange: Knowledge = {
  group: '',
  kind: 'LimitRange',
  nature: 'workload',
  created: verdict('downtime', 'containers outside of its bounds are not admitted', ranges),
  deleted: verdict('exposure', 'nothing bounds any more what a single container takes', ranges),
  rows: [
    ...plainRows,
    ...range.tell(either(lowered(quantity), added), 'downtime', ranges, {
      'max.*': 'containers above the maximum are not admitted',
      'maxLimitRequestRatio.*': 'containers whose limit is too far above their request are not admitted',
    }),
    ...range.tell(either(raised(quantity), added), 'downtime', ranges, {
      'min.*': 'containers below the minimum are not admitted',
    }),
    ...range.tell(raised(quantity), 'cost', ranges, { 'max.*': 'a single container may use more' }),
    ...range.tell(removed, 'exposure', ranges, {
      'max.*': 'nothing bounds any more what a single container takes',
      'default.*': 'a container without a limit of its own is not bounded any more',
    }),
    ...range.tell(lowered(quantity), 'downtime', ranges, {
      'default.*': 'a container without a limit of its own gets a lower one',
    }),
    ...range.tell(either(lowered(quantity), raised(quantity)), 'cost', ranges, {
      'defaultRequest.*': 'a container without a request of its own reserves another amount',
    }),
    ...range.tell(removed, 'downtime', ranges, {
      'defaultRequest.*': 'a container without a request of its own is refused where a quota counts requests',
    }),
  ],
};

const priorityClass: Knowledge = {
  group: 'scheduling.k8s.io',
  kind: 'PriorityClass',
  nature: 'workload',
  created: noHarm,
  deleted: verdict('downtime', 'new pods that name it are not admitted', priorities),
  rows: [
    ...plainRows,
    row('value', changed, 'rejected', 'the value of a priority class cannot change', immutable),
    row('preemptionPolicy', changed, 'rejected', 'the preemption policy cannot change', immutable),
    row('globalDefault', changed, 'downtime', 'pods that name no class get another priority', priorities),
  ],
};

export const capacity: readonly Knowledge[] = [resourceQuota, limitRange, priorityClass];
