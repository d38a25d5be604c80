// What Crossplane's chart is told. Its packages, and the kinds that it serves, are objects in `templates/`.
import type { Chart } from 'cdk8s';
import { write } from '../../../../compose/add.ts';
import { spreadOver } from '../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

export function compose(chart: Chart, { components }: ClusterTarget): void {
  const { replicas, resources } = components['crossplane-system'];
  const size = { requests: resources, limits: { memory: resources.memory } };
  write(chart, {
    crossplane: {
      replicas: replicas.min,
      resourcesCrossplane: size,
      topologySpreadConstraints: spreadOver({ app: 'crossplane' }),
      securityContextCrossplane: restricted,
      podSecurityContextCrossplane: restrictedPod,
      // Else every kind of every provider is served, a thousand of them and more; `templates/` names those in use
      // (https://docs.crossplane.io/latest/managed-resources/managed-resource-activation-policies/).
      provider: { defaultActivations: [] },
      rbacManager: { replicas: replicas.min },
      resourcesRBACManager: size,
      securityContextRBACManager: restricted,
      podSecurityContextRBACManager: restrictedPod,
    },
  });
}

/** What Pod Security `restricted` wants; the chart's own users and groups stay. */
const restricted = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
} as const;

const restrictedPod = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } as const;
