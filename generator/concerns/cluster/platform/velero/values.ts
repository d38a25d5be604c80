// What Velero's chart is told: objects alone, no volumes, since nothing of a tenant is on one. Where it saves and when are
// objects of ours (`templates/stores.ts` and each tenant's schedules).
import type { Chart } from 'cdk8s';
import { write } from '../../../../compose/add.ts';
import { controllerAccount } from '../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

const name = 'velero';

/** The user of Velero's images and of its plugins'. */
const user = 65532;

/** What a pod of a `restricted` namespace has to say of each container. */
const confined = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } as const;

export function compose(chart: Chart, target: ClusterTarget): void {
  const { resources, plugins = [] } = target.components[name];
  write(chart, {
    [name]: {
      resources: { requests: resources, limits: { memory: resources.memory } },
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containerSecurityContext: confined,
      initContainers: plugins.map((image) => ({
        name: image.replace(/^.*\//, '').replace(/:.*$/, ''),
        image,
        securityContext: confined,
        volumeMounts: [{ name: 'plugins', mountPath: '/target' }],
      })),
      serviceAccount: { server: controllerAccount(target, name) },
      credentials: { useSecret: false },
      backupsEnabled: false,
      snapshotsEnabled: false,
      deployNodeAgent: false,
      // Argo CD installs the definitions with the chart; the job would do so again, as somebody who may write them all.
      upgradeCRDs: false,
      cleanUpCRDs: false,
    },
  });
}
