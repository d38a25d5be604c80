// One rendered object and whose it is, from the path of its file. Knows no kind.

/** Where an object stands in the fleet. */
export interface Place {
  readonly cluster: string;
  /** Empty for what belongs to the cluster itself. */
  readonly tenant: string;
  /** The folder that one Argo CD Application syncs: `prod-use1/tenants/acme/foundation`. */
  readonly application: string;
}

/** What an object is, for the API server: the version of its group is no part of it. */
export interface Identity {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
}

export interface ObjectRef extends Place, Identity {
  /** Relative to `rendered/`, with `/`. */
  readonly file: string;
}

/** @param file relative to `rendered/` */
export function placeOf(file: string): Place {
  const [cluster = '', area = '', owner = '', layer = ''] = file.split('/');
  if (area === 'tenants')
    return { cluster, tenant: owner, application: [cluster, area, owner, layer].join('/') };
  if (area === 'platform') return { cluster, tenant: '', application: [cluster, area, owner].join('/') };
  if (area === 'schedules') {
    return { cluster, tenant: owner.replace(/\.yaml$/, ''), application: `${cluster}/${area}` };
  }
  const tenant = owner === 'projects' ? layer.replace(/\.yaml$/, '') : '';
  return { cluster, tenant, application: `${cluster}/${area}` };
}

/** `apps/Deployment`, `/Service` */
export function kindId({ group, kind }: Pick<Identity, 'group' | 'kind'>): string {
  return `${group}/${kind}`;
}

/** What tells one object from every other: those of two Applications are two, whatever they are called. */
export function identityOf(object: ObjectRef): string {
  return `${object.application}\n${kindId(object)}\n${object.namespace}\n${object.name}`;
}

/** `Deployment t-acme/claims-api` */
export function showObject({ kind, namespace, name }: Identity): string {
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
