// What the platform has as plain manifests on this cluster: their AppProject, and one Application per folder of `platform/`
// that is no component's.
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { applicationSet, syncPolicyOf } from '../../../compose/application-set.ts';
import { platformKinds } from '../../../model/kinds.ts';
import { labels, platformLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { inCluster, platformProject } from '../../../model/names.ts';
import type { ClusterTarget } from '../../../model/target.ts';

const folder = '{{ .path.basename }}';

/** They have nothing in namespaces. This one is never created, so nothing can be put there. */
const nowhere = 'platform';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, projectOf(target));
  const root = `rendered/${target.cluster.name}/platform`;
  const charts = Object.keys(target.components).sort();
  add(
    chart,
    applicationSet(target, {
      name: 'platform',
      git: {
        directories: [
          { path: `${root}/*` },
          ...charts.map((name) => ({ path: `${root}/${name}`, exclude: true })),
        ],
      },
      keeps: true,
      application: {
        name: `platform-${folder}`,
        labels: { [labels.layer]: 'platform' },
        project: platformProject,
        namespace: nowhere,
        path: `${root}/${folder}`,
        // Whoever loses a role or a priority loses it everywhere, so a person prunes, not a machine.
        syncPolicy: syncPolicyOf(target.platform, false, 'Delete=false'),
      },
    }),
  );
}

function projectOf({ platform }: ClusterTarget): Manifest {
  const project: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: platformProject, namespace: platform.argocd.namespace, labels: platformLabels },
    spec: {
      description: 'What every namespace shares.',
      sourceRepos: [platform.git.url],
      destinations: [{ server: inCluster, namespace: nowhere }],
      clusterResourceWhitelist: [...platformKinds],
      // Not an empty allow-list: whatever writes the object anew leaves it out, and absent means every kind.
      namespaceResourceBlacklist: [{ group: '*', kind: '*' }],
    },
  };
  return project as unknown as Manifest;
}
