// The one thing applied by hand: an Application that syncs Argo CD's own folder, and its AppProject.
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { syncPolicyOf } from '../../../compose/application-set.ts';
import { argocdKinds } from '../../../model/kinds.ts';
import { platformLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { inCluster } from '../../../model/names.ts';
import type { ClusterTarget } from '../../../model/target.ts';

const name = 'root';

export function compose(chart: Chart, { platform, cluster }: ClusterTarget): void {
  const { url, revision } = platform.git;
  const destination = { server: inCluster, namespace: platform.argocd.namespace };
  const metadata = { name, namespace: platform.argocd.namespace, labels: platformLabels };
  const project: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata,
    spec: {
      // Who may write AppProjects may do anything: nothing but the root Application belongs in here.
      description: 'Argo CD itself.',
      sourceRepos: [url],
      destinations: [destination],
      namespaceResourceWhitelist: [...argocdKinds],
    },
  };
  const application: IApplication = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    // No finalizer: deleting it leaves everything in place.
    metadata,
    spec: {
      project: name,
      destination,
      source: {
        repoURL: url,
        targetRevision: revision,
        path: `rendered/${cluster.name}/argocd`,
        directory: { recurse: true, include: '*.yaml' },
      },
      // An ApplicationSet that goes can take its Applications along, so no machine prunes here: the project of a purged
      // tenant stays, out of sync, until a person removes it.
      syncPolicy: syncPolicyOf(platform, false, 'Delete=false'),
    },
  };
  add(chart, project as unknown as Manifest);
  add(chart, application as unknown as Manifest);
}
