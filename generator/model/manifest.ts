// A Kubernetes object as plain data, and what tells two of them apart.

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly [field: string]: unknown;
}

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** `group/Kind namespace/name`: the API server's own notion of "the same object", which ignores the version. */
export function identify(manifest: Manifest): string {
  const { apiVersion, kind, metadata } = manifest;
  const slash = apiVersion.lastIndexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  const scope = metadata.namespace === undefined ? '' : `${metadata.namespace}/`;
  return `${group}/${kind} ${scope}${metadata.name}`;
}
