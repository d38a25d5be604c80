// Which of a tenant's objects Velero saves: those that may exist twice. Knows no schedule.
import { type KindRef, tenantKinds } from './kinds.ts';

/**
 * A claim or a managed resource that is restored beside the one that stands is a second owner of one database. A Secret
 * is made anew from Secrets Manager or by Crossplane, and would lie in a bucket in plain text. A job that is restored runs.
 */
const never: readonly RegExp[] = [
  /\.crossplane\.io$/,
  /\.upbound\.io$/,
  /^tenantry\.dev$/,
  /^external-secrets\.io$/,
];

/** `networkpolicies.networking.k8s.io`: Velero's names, sorted. */
export const savedResources: readonly string[] = tenantKinds
  .filter(({ group, kind }) => kind !== 'Job' && never.every((pattern) => !pattern.test(group)))
  .map(resourceOf)
  .sort();

/** No kind of ours is irregular. */
function resourceOf({ group, kind }: KindRef): string {
  const plural = `${kind.toLowerCase().replace(/y$/, 'ie')}s`;
  return group === '' ? plural : `${plural}.${group}`;
}

/** Those that do nothing and let nobody do anything: what a test may restore beside the tenant's own. */
export const inertResources: readonly string[] = [
  'configmaps',
  'limitranges',
  'networkpolicies.networking.k8s.io',
];
