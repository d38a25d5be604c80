// What shows that saved objects can be restored: a job, and a closed namespace that it restores them into. No pod can be
// there, nothing reaches it, and neither the mesh nor the edge looks into it.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { keptByArgocd } from '../../../../../compose/application-set.ts';
import { inWave } from '../../../../../compose/in-wave.ts';
import { kube } from '../../../../../compose/kube.ts';
import { specOf } from '../../../../../compose/network-policy.ts';
import { renderRestoreCheck } from '../../../../../compose/restore-check.ts';
import { platformLabels, podSecurityLabels } from '../../../../../model/labels.ts';
import { restoreNamespace } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';
import { waves } from '../../../../../model/waves.ts';

/** Of the job and of everything that is its. */
const name = 'restore-check';
const own = { name, namespace: 'velero', labels: platformLabels };
const inside = { name, namespace: restoreNamespace, labels: platformLabels };

export function compose(chart: Chart, target: ClusterTarget): void {
  addClosedNamespace(chart, target);
  add(chart, kube.serviceAccount({ metadata: own, automountServiceAccountToken: false }));
  addRights(chart);
  add(chart, kube.configMap({ metadata: own, data: { 'check.sh': renderRestoreCheck() } }));
  add(chart, jobOf(target));
}

function addClosedNamespace(chart: Chart, { cluster }: ClusterTarget): void {
  const metadata = {
    name: restoreNamespace,
    labels: { ...platformLabels, ...podSecurityLabels('restricted', cluster.kubernetesVersion) },
    annotations: { ...keptByArgocd, ...inWave(waves.namespace) },
  };
  add(chart, kube.namespace({ metadata }));
  const closed = specOf({}, { ingress: [], egress: [] });
  add(chart, kube.networkPolicy({ metadata: { ...inside, name: 'default-deny' }, spec: closed }));
  add(
    chart,
    kube.resourceQuota({ metadata: { ...inside, name: 'nothing-runs' }, spec: { hard: { pods: '0' } } }),
  );
}

/** It asks Velero for restores, and takes away what came of them; of tenants' namespaces it sees nothing. */
function addRights(chart: Chart): void {
  const subjects = [{ kind: 'ServiceAccount', name, namespace: own.namespace }];
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name };
  const rules = [
    { apiGroups: ['velero.io'], resources: ['backups', 'schedules'], verbs: ['get', 'list'] },
    { apiGroups: ['velero.io'], resources: ['restores'], verbs: ['create', 'delete', 'get', 'list'] },
  ];
  const verbs = ['delete', 'get', 'list'];
  const taking = [
    { apiGroups: [''], resources: ['configmaps', 'limitranges'], verbs },
    { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs },
  ];
  for (const [metadata, granted] of [[own, rules] as const, [inside, taking] as const]) {
    add(chart, kube.role({ metadata: { ...metadata, name: nameIn(metadata.namespace) }, rules: granted }));
    add(
      chart,
      kube.roleBinding({
        metadata: { ...metadata, name: nameIn(metadata.namespace) },
        subjects,
        roleRef: { ...roleRef, name: nameIn(metadata.namespace) },
      }),
    );
  }
}

/** A chart holds no two objects of one kind and name. */
function nameIn(namespace: string): string {
  return namespace === restoreNamespace ? `${name}-cleaner` : name;
}

function jobOf({ recovery }: ClusterTarget) {
  const { schedule, hours, user } = recovery.tests.objects;
  return kube.cronJob({
    // One that failed must hold up no rollout. Nothing calls anybody yet: alerts on `kube_job_status_failed`, and on
    // `kube_cronjob_status_last_successful_time` once it is eight days old, come with the component that holds such rules.
    metadata: { ...own, annotations: { 'argocd.argoproj.io/ignore-healthcheck': 'true' } },
    spec: {
      schedule,
      timeZone: 'Etc/UTC',
      // Two would meet in the namespace.
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          activeDeadlineSeconds: hours * 3600,
          backoffLimit: 0,
          template: {
            metadata: { labels: { ...platformLabels, 'app.kubernetes.io/name': name } },
            spec: {
              serviceAccountName: name,
              automountServiceAccountToken: true,
              enableServiceLinks: false,
              restartPolicy: 'Never',
              securityContext: {
                runAsNonRoot: true,
                runAsUser: user,
                runAsGroup: user,
                seccompProfile: { type: 'RuntimeDefault' },
              },
              containers: [containerOf(recovery)],
              volumes: [
                { name: 'script', configMap: { name } },
                { name: 'scratch', emptyDir: { sizeLimit: '16Mi' } },
              ],
            },
          },
        },
      },
    },
  });
}

/** A restore that takes longer than promises count on has failed. */
function containerOf({ tests, objects }: ClusterTarget['recovery']) {
  const { image, resources } = tests.objects;
  return {
    name,
    image,
    command: ['sh', '/script/check.sh'],
    env: [
      { name: 'HOME', value: '/scratch' },
      { name: 'PAUSE_SECONDS', value: '5' },
      { name: 'RESTORE_MINUTES', value: String(objects.restoreMinutes) },
      { name: 'TMPDIR', value: '/scratch' },
    ],
    resources: { requests: { ...resources }, limits: { memory: resources.memory } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'script', mountPath: '/script', readOnly: true },
      { name: 'scratch', mountPath: '/scratch' },
    ],
  };
}
