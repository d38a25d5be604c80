// What the chart of the External Secrets Operator is told: stores and secrets of one namespace each, and no way for a secret
// from one to another, or out of the cluster.
import type { Chart } from 'cdk8s';
import { write } from '../../../../compose/add.ts';
import { controllerAccount, spreadOver } from '../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

const name = 'external-secrets';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { components, platform } = target;
  const { replicas, resources } = components[name];
  const size = {
    replicaCount: replicas.min,
    resources: { requests: resources, limits: { memory: resources.memory } },
    podDisruptionBudget: { enabled: true, minAvailable: 1 },
  };
  write(chart, {
    [name]: {
      // Two objects of one store would both renew the same Secret.
      leaderElect: true,
      ...size,
      topologySpreadConstraints: spreadOver({ 'app.kubernetes.io/name': name }),
      serviceAccount: controllerAccount(target, platform.secrets.serviceAccount),
      ...withoutClusterKinds,
      // Whoever has the common roles `view` and `edit` in a namespace gets no right over its stores by them.
      rbac: { aggregateToView: false, aggregateToEdit: false, servicebindings: { create: false } },
      webhook: size,
      certController: size,
    },
  });
}

/** A cluster-wide store serves every namespace that names it; a PushSecret writes to where it likes. */
const withoutClusterKinds = {
  crds: {
    createClusterExternalSecret: false,
    createClusterGenerator: false,
    createClusterPushSecret: false,
    createClusterSecretStore: false,
    createPushSecret: false,
  },
  processClusterExternalSecret: false,
  processClusterGenerator: false,
  processClusterPushSecret: false,
  processClusterStore: false,
  processPushSecret: false,
} as const;
