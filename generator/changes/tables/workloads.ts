// What runs all the time: Deployment, StatefulSet and DaemonSet.
import { changed, lowered, raised, to } from '../directions.ts';
import { asMapping } from '../documents.ts';
import type { Knowledge, Manifest, Row } from '../knowledge.ts';
import { number, share } from '../measures.ts';
import { commonRows, plainRows } from './common.ts';
import { type Finding, found, judgeEach, valueAt } from './pairwise.ts';
import { podRows, restartRows } from './pods.ts';
import { harmless, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';

const controllers = 'https://kubernetes.io/docs/concepts/workloads/controllers';
const deployments = `${controllers}/deployment/`;
const statefulSets = `${controllers}/statefulset/`;
const daemonSets = `${controllers}/daemonset/`;
const immutable = validation('apps');

const { tell } = below('spec');

/** @param source page of the kind */
function replicaRows(source: string): Row[] {
  return [
    ...tell(lowered(number, 1), 'downtime', source, { replicas: 'fewer pods serve' }),
    ...tell(lowered(number, 1), 'cost', source, { replicas: 'fewer pods are paid for' }),
    ...tell(raised(number, 1), 'cost', source, { replicas: 'more pods are paid for' }),
  ];
}

const deployment: Knowledge = {
  group: 'apps',
  kind: 'Deployment',
  nature: 'workload',
  created: verdict('cost', 'new pods run', deployments),
  deleted: verdict('downtime', 'its pods stop', deployments),
  judge: judgeEach(podsNotSelected),
  rows: [
    ...plainRows,
    ...podRows('spec.template'),
    ...restartRows('spec.template', deployments),
    ...replicaRows(deployments),
    ...tell(changed, 'rejected', immutable, { selector: 'the selector of a deployment cannot change' }),
    ...tell(to('Recreate'), 'downtime', deployments, {
      'strategy.type': 'with every change all pods stop before the first new one starts',
    }),
    ...tell(raised(share, '25%'), 'downtime', deployments, {
      'strategy.rollingUpdate.maxUnavailable': 'more pods are away while a change is rolled out',
    }),
    ...tell(to(true), 'stuck', deployments, {
      paused: 'changes of its pods are accepted and not rolled out',
    }),
  ],
};

/** Pods of the template must be the controller's own. */
function podsNotSelected(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === after) return [];
  const wanted = asMapping(valueAt(after, 'spec', 'selector', 'matchLabels'));
  const labels = asMapping(valueAt(after, 'spec', 'template', 'metadata', 'labels'));
  if (Object.entries(wanted).every(([name, value]) => labels[name] === value)) return [];
  const reason = 'the selector does not match the labels of the pods';
  return [found('spec.template.metadata.labels', 'rejected', reason, immutable)];
}

/** The volumes of pods that are scaled away or deleted go only if the set says so. */
function volumesLost(before: unknown, after: unknown): Finding[] {
  const policy = 'persistentVolumeClaimRetentionPolicy';
  const replicas = (side: unknown) => Number(valueAt(side, 'spec', 'replicas') ?? 1);
  if (before === undefined) return [];
  if (after === undefined) {
    if (valueAt(before, 'spec', policy, 'whenDeleted') !== 'Delete') return [];
    const reason = 'the volumes of its pods are deleted with it';
    return [found(`spec.${policy}`, 'data-loss', reason, statefulSets)];
  }
  if (valueAt(after, 'spec', policy, 'whenScaled') !== 'Delete' || replicas(after) >= replicas(before))
    return [];
  return [found('spec.replicas', 'data-loss', 'the volumes of the pods that go are deleted', statefulSets)];
}

const statefulSet: Knowledge = {
  group: 'apps',
  kind: 'StatefulSet',
  nature: 'stateful',
  created: verdict('cost', 'new pods run, with volumes of their own', statefulSets),
  deleted: verdict('downtime', 'its pods stop', statefulSets),
  judge: judgeEach((before, after) => [...podsNotSelected(before, after), ...volumesLost(before, after)]),
  rows: [
    ...commonRows,
    ...podRows('spec.template'),
    ...restartRows('spec.template', statefulSets),
    ...replicaRows(statefulSets),
    ...harmless('spec.replicas', 'spec.minReadySeconds', 'spec.revisionHistoryLimit', 'spec.updateStrategy'),
    ...harmless('spec.persistentVolumeClaimRetentionPolicy'),
    ...tell(changed, 'rejected', immutable, {
      selector: 'the selector of a stateful set cannot change',
      serviceName: 'the service of a stateful set cannot change',
      podManagementPolicy: 'the pod management policy cannot change',
      volumeClaimTemplates: 'the volume claims of a stateful set cannot change, nor grow',
    }),
    ...tell(to('Delete'), 'data-loss', statefulSets, {
      'persistentVolumeClaimRetentionPolicy.whenDeleted': 'the volumes go when the set is deleted',
      'persistentVolumeClaimRetentionPolicy.whenScaled': 'the volumes of pods go when the set is scaled down',
    }),
    ...tell(to('OnDelete'), 'stuck', statefulSets, {
      'updateStrategy.type': 'changes of its pods wait until somebody deletes them',
    }),
    ...tell(raised(number, 0), 'stuck', statefulSets, {
      'updateStrategy.rollingUpdate.partition': 'pods below the partition keep the old template',
    }),
    ...tell(changed, 'downtime', statefulSets, {
      ordinals: 'pods are replaced by ones with other numbers, whose volumes are empty',
    }),
  ],
};

const daemonSet: Knowledge = {
  group: 'apps',
  kind: 'DaemonSet',
  nature: 'workload',
  created: verdict('cost', 'every node runs one more pod', daemonSets),
  deleted: verdict('downtime', 'no node runs its pod any more', daemonSets),
  judge: judgeEach(podsNotSelected),
  rows: [
    ...plainRows,
    ...podRows('spec.template'),
    ...restartRows('spec.template', daemonSets),
    ...tell(changed, 'rejected', immutable, { selector: 'the selector of a daemon set cannot change' }),
    ...tell(to('OnDelete'), 'stuck', daemonSets, {
      'updateStrategy.type': 'changes of its pods wait until somebody deletes them',
    }),
    ...tell(raised(share, 1), 'downtime', daemonSets, {
      'updateStrategy.rollingUpdate.maxUnavailable': 'more nodes lack their pod while a change is rolled out',
    }),
  ],
};

export const workloads: readonly Knowledge[] = [deployment, statefulSet, daemonSet];
