// The tenant's AppProject: whatever its Applications are made to say, they reach its own namespace and nothing else.
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { resourcesFinalizer } from '../../compose/application-set.ts';
import { tenantKinds } from '../../model/kinds.ts';
import { tenantLabels } from '../../model/labels.ts';
import type { Manifest } from '../../model/manifest.ts';
import { inCluster, projectOf } from '../../model/names.ts';
import type { TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, { tenant, platform, namespace }: TenantTarget): void {
  const project: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: projectOf(tenant.id),
      namespace: platform.argocd.namespace,
      labels: tenantLabels(tenant.id),
      // Stays until no Application refers to it (https://argo-cd.readthedocs.io/en/stable/operator-manual/project-specification/).
      finalizers: [resourcesFinalizer],
    },
    spec: {
      description: `Tenant ${tenant.id}.`,
      sourceRepos: [platform.git.url],
      destinations: [{ server: inCluster, namespace }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: namespace }],
      namespaceResourceWhitelist: [...tenantKinds],
      // Istio puts its root certificate into every namespace; a warning that is always there is read by nobody.
      orphanedResources: { warn: true, ignore: [{ kind: 'ConfigMap', name: 'istio-ca-root-cert' }] },
    },
  };
  add(chart, project as unknown as Manifest);
}
