// Secrets of a tree that holds none: which of its objects name one, and which make one once they are in a cluster. Knows
// names and keys; a value is nowhere.

import type { IComposition } from '@crossplane-models/crossplane/apiextensions.crossplane.io/v1/Composition';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import type { Path } from '../model/source.ts';
import type { Cluster } from './cluster.ts';
import { namespaceOf, type RenderedObject } from './object.ts';
import { listContainers, type Workload } from './workload.ts';

interface SecretName {
  readonly path: Path;
  readonly name: string | undefined;
  /** A key that the Secret must hold. */
  readonly key?: string;
  readonly optional: boolean | undefined;
}

/** Every Secret that a pod names, in volumes and in variables. */
export function* listSecretNames(workload: Workload): Generator<SecretName> {
  const { pod, template } = workload;
  for (const [index, volume] of (pod.volumes ?? []).entries()) {
    const path = [...template, 'spec', 'volumes', index];
    const { secretName, optional, items = [] } = volume.secret ?? {};
    if (volume.secret !== undefined) yield { path, name: secretName, optional };
    for (const { key } of items) yield { path, name: secretName, optional, key };
    for (const { secret } of volume.projected?.sources ?? []) {
      if (secret !== undefined) yield { path, name: secret.name, optional: secret.optional };
    }
  }
  for (const { container, path } of listContainers(workload)) {
    for (const [index, { secretRef }] of (container.envFrom ?? []).entries()) {
      if (secretRef === undefined) continue;
      yield { path: [...path, 'envFrom', index], name: secretRef.name, optional: secretRef.optional };
    }
    for (const [index, { valueFrom }] of (container.env ?? []).entries()) {
      const secret = valueFrom?.secretKeyRef;
      if (secret === undefined) continue;
      yield { path: [...path, 'env', index], name: secret.name, key: secret.key, optional: secret.optional };
    }
  }
}

/** What makes a Secret. */
export interface Maker {
  readonly object: RenderedObject<unknown>;
  /** Undefined: whatever the source has. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** The ExternalSecret that makes a Secret of that name. `Merge` and `None` add to one that is there, or do nothing. */
export function findMaker(cluster: Cluster, namespace: string, name: string): Maker | undefined {
  for (const object of cluster.of<IExternalSecret>('external-secrets.io/ExternalSecret')) {
    const { target = {}, data = [], dataFrom } = object.value.spec ?? {};
    const { creationPolicy = 'Owner', template } = target;
    if (namespaceOf(object) !== namespace || (target.name ?? object.value.metadata?.name) !== name) continue;
    if (creationPolicy !== 'Owner' && creationPolicy !== 'Orphan') continue;
    const isOpen = dataFrom !== undefined || template !== undefined;
    return { object, keys: isOpen ? undefined : new Set(data.map(({ secretKey }) => secretKey)) };
  }
  return findClaim(cluster, namespace, name);
}

interface Claim {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly crossplane?: { readonly compositionRef?: { readonly name: string } } };
}

interface Written {
  readonly base: {
    readonly spec?: { readonly writeConnectionSecretToRef?: { readonly name?: string } };
  };
}

/** The claim that becomes an object which writes how to connect to it; under which keys, its provider decides. */
function findClaim(cluster: Cluster, namespace: string, name: string): Maker | undefined {
  const object = cluster.objects.find((one) => {
    const { spec } = one.value as Claim;
    const composition = spec?.crossplane?.compositionRef?.name;
    return (
      composition !== undefined &&
      namespaceOf(one) === namespace &&
      templatesOf(cluster, composition).some(
        ({ base }) => base.spec?.writeConnectionSecretToRef?.name === name,
      )
    );
  });
  return object && { object, keys: undefined };
}

function templatesOf(cluster: Cluster, composition: string): readonly Written[] {
  const found = cluster.find<IComposition>('apiextensions.crossplane.io/Composition', '', composition);
  const steps = found?.value.spec?.pipeline ?? [];
  return steps.flatMap(({ input }) => ((input ?? {}) as { resources?: Written[] }).resources ?? []);
}

/** What those that make Secrets need themselves: a store, and a store its account. */
export function* listStoreReferences(cluster: Cluster) {
  const group = 'external-secrets.io';
  for (const object of cluster.of<IExternalSecret>(`${group}/ExternalSecret`)) {
    const { kind = 'SecretStore', name } = object.value.spec?.secretStoreRef ?? {};
    if (name === undefined) continue;
    const namespace = kind === 'ClusterSecretStore' ? '' : namespaceOf(object);
    yield { object, path: ['spec', 'secretStoreRef'], kind: `${group}/${kind}`, namespace, name };
  }
  for (const object of cluster.of<ISecretStore>(`${group}/SecretStore`)) {
    const account = object.value.spec?.provider.aws?.auth?.jwt?.serviceAccountRef;
    if (account === undefined) continue;
    const path = ['spec', 'provider', 'aws', 'auth', 'jwt', 'serviceAccountRef'];
    yield { object, path, kind: '/ServiceAccount', namespace: namespaceOf(object), name: account.name };
  }
}
