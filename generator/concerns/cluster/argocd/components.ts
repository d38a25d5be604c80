// Platform components on this cluster: their AppProject, and one Application per chart of `platform/`, each in the namespace
// of its folder's name.
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { applicationSet, type SetPlan, syncPolicyOf } from '../../../compose/application-set.ts';
import { chartKinds, componentKinds, type KindRef } from '../../../model/kinds.ts';
import { labels, platformLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { componentProject, inCluster, restoreNamespace } from '../../../model/names.ts';
import type { ClusterTarget } from '../../../model/target.ts';

/** The folder's name: the component, its namespace and its Helm release. */
const component = '{{ .path.basename }}';

export function compose(chart: Chart, target: ClusterTarget): void {
  const root = `rendered/${target.cluster.name}/platform`;
  add(chart, projectOf(target));
  add(
    chart,
    applicationSet(target, {
      name: 'components',
      git: { files: [{ path: `${root}/*/Chart.yaml` }] },
      keeps: true,
      application: {
        name: `platform-${component}`,
        labels: { [labels.layer]: 'platform' },
        project: componentProject,
        namespace: component,
        path: `${root}/${component}`,
        helm: { releaseName: component },
        ignoreDifferences: writtenByOthers(target),
        // A CustomResourceDefinition takes every object of its kind along, so a person prunes, not a machine.
        syncPolicy: syncPolicyOf(
          target.platform,
          false,
          'Delete=false',
          'RespectIgnoreDifferences=true',
          // Kinds that another component, or Crossplane when it starts, installs.
          'SkipDryRunOnMissingResource=true',
        ),
      },
    }),
  );
}

function projectOf({ platform, components }: ClusterTarget): Manifest {
  // Beside the components' own: where Velero's objects are restored to see that they can be.
  const namespaces = [...Object.keys(components), restoreNamespace].sort();
  const project: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: componentProject, namespace: platform.argocd.namespace, labels: platformLabels },
    spec: {
      description: 'Platform components.',
      // The charts they depend on come from elsewhere, as their committed `Chart.yaml` says; Argo CD asks for the permission
      // of public ones only to explain why one could not be had (https://github.com/argoproj/argo-cd/pull/14210).
      sourceRepos: [platform.git.url],
      destinations: namespaces.map((namespace) => ({ server: inCluster, namespace })),
      clusterResourceWhitelist: [
        ...namespaces.map((name) => ({ group: '', kind: 'Namespace', name })),
        ...unite(chartKinds.cluster, componentKinds.cluster),
      ],
      namespaceResourceWhitelist: unite(chartKinds.namespaced, componentKinds.namespaced),
    },
  };
  return project as unknown as Manifest;
}

function unite(...lists: readonly (readonly KindRef[])[]): KindRef[] {
  const byName = new Map(lists.flat().map(({ group, kind }) => [`${group}/${kind}`, { group, kind }]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, kind]) => kind);
}

const webhooks = { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' } as const;
const certificates = '.webhooks[]?.clientConfig.caBundle';
const balancer = 'aws-load-balancer-controller';

/**
 * Helm makes the load balancer controller's certificate anew each time it renders, for in Argo CD it cannot look up the one
 * that is there (https://argo-cd.readthedocs.io/en/stable/user-guide/helm/); istiod has its webhooks fail open until it can
 * answer, and closes them itself (its chart, `validatingwebhookconfiguration.yaml`).
 */
function writtenByOthers({ platform: { mesh } }: ClusterTarget): SetPlan['application']['ignoreDifferences'] {
  const validators = ['istiod-default-validator', `istio-validator-${mesh.revision}-${mesh.namespace}`];
  return [
    { group: '', kind: 'Secret', namespace: balancer, jsonPointers: ['/data'] },
    { ...webhooks, jqPathExpressions: [certificates] },
    { ...webhooks, kind: 'MutatingWebhookConfiguration', jqPathExpressions: [certificates] },
    ...validators.map((name) => ({ ...webhooks, name, jqPathExpressions: ['.webhooks[]?.failurePolicy'] })),
  ];
}
