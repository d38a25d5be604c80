// What everything in a namespace stands on: the Namespace itself and its ServiceAccounts.
import { added, either, lowered, raised, removed, replaced } from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { type Measure, rank, version } from '../measures.ts';
import { commonRows, plainRows } from './common.ts';
import { type Finding, found, judgeEach, valueAt } from './pairwise.ts';
import { harmless, noHarm, row, verdict } from './rows.ts';
import { below } from './tell.ts';
import { backOn } from './ways.ts';

const docs = 'https://kubernetes.io/docs';
const namespaces = `${docs}/concepts/overview/working-with-objects/namespaces/`;
const security = `${docs}/concepts/security/pod-security-admission/`;
const accounts = `${docs}/tasks/configure-pod-container/configure-service-account/`;
const injection = 'https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/';
const roles = 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html';
const labels = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/';

const { tell } = below('metadata');
const standard = rank('privileged', 'baseline', 'restricted');

/** Whether new pods of the namespace get a proxy, or the node's. */
function isMeshed(namespace: Manifest): boolean {
  const label = (name: string) => valueAt(namespace, 'metadata', 'labels', name);
  const old = label('istio-injection');
  if (label('istio.io/dataplane-mode') === 'ambient' || old === 'enabled') return true;
  return old !== 'disabled' && label('istio.io/rev') !== undefined;
}

function meshLeft(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after === undefined || !isMeshed(before) || isMeshed(after)) return [];
  const reason = 'new pods of the namespace are outside of the mesh: no mTLS, no policy';
  return [found('metadata.labels', 'exposure', reason, injection, ['in the mesh'])];
}

/** Whether the tenant's workloads are to run, as `tenantry.dev/lifecycle` says. */
const isRunning: Measure = (lifecycle) =>
  lifecycle === undefined ? undefined : Number(lifecycle === 'onboarding' || lifecycle === 'active');

const namespace: Knowledge = {
  group: '',
  kind: 'Namespace',
  nature: 'access',
  created: noHarm,
  deleted: verdict('data-loss', 'all that is in it goes too: claims, secrets, managed resources', namespaces),
  judge: judgeEach(meshLeft),
  rows: [
    ...commonRows,
    ...tell(lowered(standard, 'privileged'), 'exposure', security, {
      'labels["pod-security.kubernetes.io/enforce"]': 'pods with more rights are admitted',
    }),
    ...tell(lowered(version), 'exposure', security, {
      'labels["pod-security.kubernetes.io/enforce-version"]': 'an older version of the standard forbids less',
    }),
    ...tell(raised(standard, 'privileged'), 'downtime', security, {
      'labels["pod-security.kubernetes.io/enforce"]':
        'pods that break the stricter standard are not admitted',
    }),
    ...tell(replaced, 'downtime', injection, {
      'labels["istio.io/rev"]': 'new pods get the proxy of another revision, which must be installed',
    }),
    ...tell(either(replaced, removed), 'exposure', labels, {
      'labels["tenantry.dev/tenant"]': 'what selects by tenant takes the namespace for another one',
    }),
    ...tell(lowered(isRunning), 'downtime', namespaces, {
      'labels["tenantry.dev/lifecycle"]': 'the tenant is switched off',
    }),
  ],
};

const serviceAccount: Knowledge = {
  group: '',
  kind: 'ServiceAccount',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'pods that run as it are not created any more', accounts),
  rows: [
    ...plainRows,
    ...harmless('imagePullSecrets'),
    row(
      'automountServiceAccountToken',
      backOn,
      'exposure',
      'its pods get a token for the API server',
      accounts,
    ),
    row('imagePullSecrets[]', removed, 'downtime', 'its pods may not be able to pull their images', accounts),
    ...tell(either(added, replaced), 'exposure', roles, {
      'annotations["eks.amazonaws.com/role-arn"]': 'its pods act with another AWS role',
    }),
    ...tell(removed, 'downtime', roles, {
      'annotations["eks.amazonaws.com/role-arn"]': 'its pods have no AWS role any more',
    }),
  ],
};

export const cluster: readonly Knowledge[] = [namespace, serviceAccount];
