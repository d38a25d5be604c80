// Platform components on this cluster: their AppProject, and one Application per folder of `platform/`.
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { applicationSet, syncPolicyOf } from '../../../compose/application-set.ts';
import { platformKinds } from '../../../model/kinds.ts';
import { labels, platformLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { inCluster, platformProject } from '../../../model/names.ts';
import type { ClusterTarget } from '../../../model/target.ts';

/** The folder's name: the component. */
const component = '{{ .path.basename }}';

/** Components have nothing in namespaces yet. This one is never created, so nothing can be put there. */
const nowhere = 'platform';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, projectOfComponents(target));
  const components = `rendered/${target.cluster.name}/platform`;
  add(
    chart,
    applicationSet(target, {
      name: 'platform',
      git: { directories: [{ path: `${components}/*` }] },
      keeps: true,
      application: {
        name: `platform-${component}`,
        labels: { [labels.layer]: 'platform' },
        project: platformProject,
        namespace: nowhere,
        path: `${components}/${component}`,
        // A CustomResourceDefinition takes every object of its kind along, so a person prunes, not a machine.
        syncPolicy: syncPolicyOf(target.platform, false, 'Delete=false'),
      },
    }),
  );
}

function projectOfComponents({ platform }: ClusterTarget): Manifest {
  const project: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: platformProject, namespace: platform.argocd.namespace, labels: platformLabels },
    spec: {
      description: 'Platform components.',
      sourceRepos: [platform.git.url],
      destinations: [{ server: inCluster, namespace: nowhere }],
      clusterResourceWhitelist: [...platformKinds],
      // Not an empty allow-list: whatever writes the object anew leaves it out, and absent means every kind.
      namespaceResourceBlacklist: [{ group: '*', kind: '*' }],
    },
  };
  return project as unknown as Manifest;
}
