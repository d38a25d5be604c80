// Labels and annotations that mean the same everywhere. A tier or a cost centre stands on the namespace alone: on every
// object, one changed word would rewrite the whole tenant.

/** Owned by the platform: no input can set a label in it. */
export const labelDomain = 'tenantry.dev';

export const labels = {
  tenant: `${labelDomain}/tenant`,
  tier: `${labelDomain}/tier`,
  costCentre: `${labelDomain}/cost-centre`,
  environment: `${labelDomain}/environment`,
  lifecycle: `${labelDomain}/lifecycle`,
  ring: `${labelDomain}/ring`,
  layer: `${labelDomain}/layer`,
  route: `${labelDomain}/route`,
  securityGroup: `${labelDomain}/security-group`,
  key: `${labelDomain}/key`,
  revision: `${labelDomain}/revision`,
} as const;

export const annotations = {
  displayName: `${labelDomain}/display-name`,
  owner: `${labelDomain}/owner`,
  configHash: `${labelDomain}/config-hash`,
  intervalMinutes: `${labelDomain}/interval-minutes`,
} as const;

export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** On a Namespace: which pods are admitted there, by the standard as that version of Kubernetes knows it. */
export function podSecurityLabels(
  level: PodSecurityLevel,
  kubernetesVersion: string,
): Record<string, string> {
  const modes = ['enforce', 'audit', 'warn'].map((mode) => `pod-security.kubernetes.io/${mode}`);
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [mode, level],
      [`${mode}-version`, `v${kubernetesVersion}`],
    ]),
  );
}

/** On a Namespace: its pods get a proxy, and the mesh sees what is in it. */
export function meshLabels(revision: string): Record<string, string> {
  return { 'istio.io/rev': revision };
}

/** What selects the pods of a service; never changes, because a Deployment's selector cannot. */
export function selectorOf(service: string): Record<string, string> {
  return { 'app.kubernetes.io/name': service };
}

/** Labels of everything that belongs to no tenant. */
export const platformLabels = { 'app.kubernetes.io/managed-by': 'tenantry' } as const;

/** Argo CD reads its settings only from objects that say they are part of it. */
export function argocdLabels(component: string): Record<string, string> {
  return { 'app.kubernetes.io/name': component, 'app.kubernetes.io/part-of': 'argocd', ...platformLabels };
}

/** What the shared host's VirtualServer selects tenants' routes by. */
export const sharedRoute = { [labels.route]: 'shared' } as const;

/** Labels of everything that belongs to a tenant. */
export function tenantLabels(tenant: string): Record<string, string> {
  return { ...platformLabels, [labels.tenant]: tenant };
}

/** Labels of everything that belongs to one service of a tenant. */
export function serviceLabels(tenant: string, service: string): Record<string, string> {
  return { ...tenantLabels(tenant), ...selectorOf(service) };
}
