// What scales on events, and the nodes below: KEDA's ScaledObject and TriggerAuthentication, and Karpenter's NodePool.
import { added, changed, either, lowered, ofKept, raised, removed, replaced } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { number, quantity } from '../measures.ts';
import { plainRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { present } from './ways.ts';

const keda = 'https://keda.sh/docs/2.21/reference/scaledobject-spec/';
const paused = 'https://keda.sh/docs/2.21/concepts/scaling-deployments/#pausing-autoscaling';
const authentication = 'https://keda.sh/docs/2.21/concepts/authentication/';
const karpenter = 'https://karpenter.sh/docs/concepts/nodepools/';
const drift = 'https://karpenter.sh/docs/concepts/disruption/';

const { tell } = below('spec');
/** Of the triggers that we render: a queue's length, a metric's value. */
const thresholds = 'triggers[].metadata.{queueLength,threshold,value}';

const scaledObject: Knowledge = {
  group: 'keda.sh',
  kind: 'ScaledObject',
  nature: 'workload',
  created: noHarm,
  deleted: verdict('downtime', 'the pods do not follow the load any more', keda),
  rows: [
    ...plainRows,
    ...tell(lowered(number, 0), 'downtime', keda, { minReplicaCount: 'fewer pods serve when load is low' }),
    ...tell(lowered(number, 0), 'cost', keda, { minReplicaCount: 'fewer pods are paid for all the time' }),
    ...tell(raised(number, 0), 'cost', keda, { minReplicaCount: 'more pods are paid for all the time' }),
    ...tell(lowered(number, 100), 'downtime', keda, {
      maxReplicaCount: 'fewer pods serve when load is high',
    }),
    ...tell(raised(number, 100), 'cost', keda, { maxReplicaCount: 'more pods may be paid for' }),
    ...tell(added, 'downtime', keda, { idleReplicaCount: 'without load only so many pods are left' }),
    ...tell(changed, 'downtime', keda, {
      scaleTargetRef: 'another workload is scaled, and the old one is not any more',
    }),
    ...tell(raised(number), 'downtime', keda, { [thresholds]: 'pods are added at a higher load' }),
    ...tell(lowered(number), 'cost', keda, { [thresholds]: 'pods are added at a lower load' }),
    ...tell(removed, 'downtime', keda, {
      'triggers[]': 'pods are not added any more when it rises',
      fallback: 'nothing is kept running while the metric cannot be read',
    }),
    ...tell(replaced, 'downtime', keda, {
      'triggers[].metadata.{queueURL,serverAddress,query}': 'pods follow another metric',
    }),
    ...tell(ofKept(changed), 'exposure', authentication, {
      'triggers[].authenticationRef': 'the metric is read with another identity',
    }),
    ...tell(lowered(number), 'downtime', keda, {
      'fallback.replicas': 'fewer pods run while the metric fails',
    }),
    ...below('metadata').tell(present, 'downtime', paused, {
      'annotations["autoscaling.keda.sh/{paused,paused-replicas}"]':
        'the pods do not follow the load any more',
    }),
  ],
};

const triggerAuthentication: Knowledge = {
  group: 'keda.sh',
  kind: 'TriggerAuthentication',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'the scaler cannot read its metric any more', authentication),
  rows: [
    ...plainRows,
    ...tell(either(added, replaced), 'exposure', authentication, {
      '**': 'metrics are read with another identity, or another secret',
    }),
    ...tell(removed, 'downtime', authentication, { '**': 'the scaler may not be able to read its metric' }),
  ],
};

const nodePool: Knowledge = {
  group: 'karpenter.sh',
  kind: 'NodePool',
  nature: 'workload',
  created: verdict('cost', 'new nodes may be started', karpenter),
  deleted: verdict('downtime', 'its nodes are drained and ended', karpenter),
  rows: [
    ...plainRows,
    ...tell(raised(quantity), 'cost', karpenter, { 'limits.*': 'more nodes may be paid for' }),
    ...tell(either(lowered(quantity), added), 'downtime', karpenter, {
      'limits.*': 'no node is started above the limit',
    }),
    ...tell(removed, 'cost', karpenter, {
      'limits.*': 'nothing bounds any more how many nodes are paid for',
    }),
    ...tell(changed, 'downtime', drift, { template: 'its nodes drift: they are drained and replaced' }),
    ...tell(changed, 'cost', karpenter, { 'template.spec.requirements': 'nodes of other types are started' }),
    ...tell(removed, 'exposure', karpenter, {
      'template.spec.taints[]': 'pods that do not tolerate it may run on its nodes',
    }),
    ...tell(changed, 'downtime', drift, {
      'disruption.budgets': 'another number of nodes is drained at once',
    }),
    ...tell(changed, 'downtime', drift, {
      'disruption.{consolidationPolicy,consolidateAfter}': 'nodes are drained on other grounds to save',
    }),
  ],
};

export const eventScaling: readonly Knowledge[] = [scaledObject, triggerAuthentication, nodePool];
