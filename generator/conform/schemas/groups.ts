// Which package carries the kinds of an API group, and which of its kinds live outside namespaces. Data only:
// a new group is one row here, or closed schemas under `schemas/kubernetes/<group>/` where no package has the kind.

export interface Group {
  /** The npm package whose folders are `<group>/<version>/<Kind>`; the core group's are `<version>/<Kind>`. */
  readonly package?: string;
  /** Cluster-scoped kinds (https://kubernetes.io/docs/reference/kubernetes-api/); every other kind is namespaced. */
  readonly clusterScoped: readonly string[];
}

const core = 'kubernetes-models';
const istio = '@kubernetes-models/istio';
const crossplane = '@crossplane-models/crossplane';

export const groups: Readonly<Record<string, Group>> = {
  '': { package: core, clusterScoped: ['Namespace', 'Node', 'PersistentVolume'] },
  apps: { package: core, clusterScoped: [] },
  autoscaling: { package: core, clusterScoped: [] },
  batch: { package: core, clusterScoped: [] },
  policy: { package: core, clusterScoped: [] },
  'admissionregistration.k8s.io': {
    package: core,
    clusterScoped: [
      'MutatingWebhookConfiguration',
      'ValidatingAdmissionPolicy',
      'ValidatingAdmissionPolicyBinding',
      'ValidatingWebhookConfiguration',
    ],
  },
  'apiextensions.k8s.io': { package: core, clusterScoped: ['CustomResourceDefinition'] },
  'networking.k8s.io': { package: core, clusterScoped: ['IngressClass'] },
  'rbac.authorization.k8s.io': { package: core, clusterScoped: ['ClusterRole', 'ClusterRoleBinding'] },
  'scheduling.k8s.io': { package: core, clusterScoped: ['PriorityClass'] },
  'storage.k8s.io': { package: core, clusterScoped: ['StorageClass', 'CSIDriver'] },
  'argoproj.io': { package: '@kubernetes-models/argo-cd', clusterScoped: [] },
  'autoscaling.k8s.io': { package: '@kubernetes-models/autoscaler', clusterScoped: [] },
  'keda.sh': { package: '@kubernetes-models/keda', clusterScoped: ['ClusterTriggerAuthentication'] },
  'external-secrets.io': {
    package: '@kubernetes-models/external-secrets',
    clusterScoped: ['ClusterExternalSecret', 'ClusterSecretStore'],
  },
  'extensions.istio.io': { package: istio, clusterScoped: [] },
  'networking.istio.io': { package: istio, clusterScoped: [] },
  'security.istio.io': { package: istio, clusterScoped: [] },
  'telemetry.istio.io': { package: istio, clusterScoped: [] },
  'apiextensions.crossplane.io': {
    package: crossplane,
    clusterScoped: [
      'CompositeResourceDefinition',
      'Composition',
      'EnvironmentConfig',
      'ManagedResourceActivationPolicy',
    ],
  },
  'aws.m.upbound.io': { clusterScoped: ['ClusterProviderConfig'] },
  'protection.crossplane.io': { package: crossplane, clusterScoped: ['ClusterUsage'] },
  'pkg.crossplane.io': {
    package: crossplane,
    clusterScoped: ['Configuration', 'DeploymentRuntimeConfig', 'Function', 'ImageConfig', 'Provider'],
  },
};

/** `apps/v1` → `['apps', 'v1']`; the core group is the empty string. */
export function splitApiVersion(apiVersion: string): readonly [group: string, version: string] {
  const slash = apiVersion.lastIndexOf('/');
  return slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
}

export function isClusterScoped(apiVersion: string, kind: string): boolean {
  const [group] = splitApiVersion(apiVersion);
  return groups[group]?.clusterScoped.includes(kind) ?? false;
}
