// What decides how many pods run, how big they are, and how many may be away: HorizontalPodAutoscaler,
// VerticalPodAutoscaler and PodDisruptionBudget.
import { changed, from, lowered, raised, removed, replaced, to } from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { type Measure, number, quantity, share } from '../measures.ts';
import { plainRows } from './common.ts';
import { type Finding, found, judgeEach, valueAt } from './pairwise.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';

const horizontal = 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/';
const vertical = 'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md';
const disruptions = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';

const { tell } = below('spec');

function minimumAboveMaximum(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (after === undefined || before === after) return [];
  const [least, most] = ['minReplicas', 'maxReplicas'].map((name) =>
    Number(valueAt(after, 'spec', name) ?? 1),
  );
  if (least === undefined || most === undefined || least <= most) return [];
  const reason = 'the maximum of replicas is below the minimum';
  const words = [`at least ${least}`, `at most ${most}`] as const;
  return [found('spec.maxReplicas', 'rejected', reason, validation('autoscaling'), words)];
}

const horizontalPodAutoscaler: Knowledge = {
  group: 'autoscaling',
  kind: 'HorizontalPodAutoscaler',
  nature: 'workload',
  created: noHarm,
  deleted: verdict('downtime', 'the pods do not follow the load any more', horizontal),
  judge: judgeEach(minimumAboveMaximum),
  rows: [
    ...plainRows,
    ...tell(lowered(number, 1), 'downtime', horizontal, { minReplicas: 'fewer pods serve when load is low' }),
    ...tell(lowered(number, 1), 'cost', horizontal, { minReplicas: 'fewer pods are paid for all the time' }),
    ...tell(raised(number, 1), 'cost', horizontal, { minReplicas: 'more pods are paid for all the time' }),
    ...tell(lowered(number), 'downtime', horizontal, { maxReplicas: 'fewer pods serve when load is high' }),
    ...tell(raised(number), 'cost', horizontal, { maxReplicas: 'more pods may be paid for' }),
    ...tell(changed, 'downtime', horizontal, {
      scaleTargetRef: 'another workload is scaled, and the old one is not any more',
    }),
    ...tell(raised(quantity), 'downtime', horizontal, {
      'metrics[].*.target.*': 'pods are added at a higher load',
    }),
    ...tell(lowered(quantity), 'cost', horizontal, {
      'metrics[].*.target.*': 'pods are added at a lower load',
    }),
    ...tell(removed, 'downtime', horizontal, { 'metrics[]': 'pods are not added any more when it rises' }),
    ...tell(replaced, 'downtime', horizontal, { 'metrics[].*.metric.name': 'pods follow another metric' }),
    ...tell(raised(number, 0), 'downtime', horizontal, {
      'behavior.scaleUp.stabilizationWindowSeconds': 'pods are added later',
    }),
    ...tell(lowered(number), 'downtime', horizontal, {
      'behavior.scaleUp.policies[].value': 'pods are added more slowly',
    }),
    ...tell(to('Disabled'), 'downtime', horizontal, {
      'behavior.scaleUp.selectPolicy': 'pods are not added any more',
    }),
    ...tell(to('Disabled'), 'cost', horizontal, {
      'behavior.scaleDown.selectPolicy': 'pods that were added are not taken away any more',
    }),
  ],
};

/** How far the autoscaler goes; what it does when nobody says is to evict. */
const eagerness: Measure = (mode) => (mode === 'Off' || mode === 'Initial' ? 0 : 1);

const verticalPodAutoscaler: Knowledge = {
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscaler',
  nature: 'workload',
  created: noHarm,
  deleted: noHarm,
  rows: [
    ...plainRows,
    ...tell(raised(eagerness), 'downtime', vertical, {
      'updatePolicy.updateMode': 'pods are evicted to give them other requests',
    }),
    ...tell(from('Off'), 'downtime', vertical, {
      'resourcePolicy.containerPolicies[].mode': 'pods are evicted to give the container other requests',
    }),
    ...tell(lowered(number, 2), 'downtime', vertical, {
      'updatePolicy.minReplicas': 'pods are evicted while fewer are left',
    }),
    ...tell(lowered(quantity), 'downtime', vertical, {
      'resourcePolicy.containerPolicies[].maxAllowed.*': 'the container gets less than it may need',
    }),
    ...tell(raised(quantity), 'cost', vertical, {
      'resourcePolicy.containerPolicies[].maxAllowed.*': 'the container may reserve more',
      'resourcePolicy.containerPolicies[].minAllowed.*': 'the container reserves more',
    }),
  ],
};

const podDisruptionBudget: Knowledge = {
  group: 'policy',
  kind: 'PodDisruptionBudget',
  nature: 'workload',
  created: noHarm,
  deleted: verdict('downtime', 'a drain may take all of its pods at once', disruptions),
  rows: [
    ...plainRows,
    ...tell(to(0, '0%'), 'downtime', disruptions, {
      maxUnavailable: 'no pod may be evicted: nodes cannot be drained, nor upgraded',
    }),
    ...tell(to('100%'), 'downtime', disruptions, {
      minAvailable: 'no pod may be evicted: nodes cannot be drained, nor upgraded',
    }),
    ...tell(raised(share), 'downtime', disruptions, { maxUnavailable: 'more pods may be away at once' }),
    ...tell(lowered(share), 'downtime', disruptions, { minAvailable: 'more pods may be away at once' }),
    ...tell(changed, 'downtime', disruptions, {
      selector: 'other pods are guarded, and those before are not',
    }),
    ...tell(from('AlwaysAllow'), 'downtime', disruptions, {
      unhealthyPodEvictionPolicy: 'pods that are broken keep their node from being drained',
    }),
  ],
};

export const scaling: readonly Knowledge[] = [
  horizontalPodAutoscaler,
  verticalPodAutoscaler,
  podDisruptionBudget,
];
