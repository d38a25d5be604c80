// How the items of a list are told apart: by a key, as a set, or by their order. Knows fields by their names alone.

/** Fields whose lists mean something else in another order. All other lists are sets or have keys. */
const ordered: ReadonlySet<string> = new Set([
  'args',
  'assumeRoleChain',
  'command',
  'generators',
  'http',
  'initContainers',
  'ipFamilies',
  'member',
  'orderedCacheBehavior',
  'patches',
  'pipeline',
  'preferredCacheClusterAzs',
  'processors',
  'steps',
  'stringData',
  'tcp',
  'tls',
  'valueFiles',
]);

/** A VirtualService's `tls` are rules of which the first that matches counts, an Ingress's are a set. */
export function isOrdered(field: string, list: readonly unknown[]): boolean {
  return ordered.has(field) && (field !== 'tls' || list.every(isRule));
}

function isRule(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'match' in item;
}

/** Blocks of Terraform that hold one item at most: that item is the same one, whatever is in it. */
const blocks: ReadonlySet<string> = new Set([
  'abortIncompleteMultipartUpload',
  'expiration',
  'noncurrentVersionExpiration',
]);

/** Whether items are compared with those at the same place. */
export function hasPlaces(field: string, list: readonly unknown[]): boolean {
  return isOrdered(field, list) || blocks.has(field);
}

/** Lists whose items mean something together only, so that they are compared as one value. */
const undivided: ReadonlySet<string> = new Set([
  'excludedClusterScopedResources',
  'excludedNamespaceScopedResources',
  'excludedNamespaces',
  'excludedResources',
  'includedClusterScopedResources',
  'includedNamespaceScopedResources',
  'includedNamespaces',
  'includedResources',
  'managementPolicies',
]);

export function isUndivided(field: string): boolean {
  return undivided.has(field);
}

type Fields = Readonly<Record<string, unknown>>;

/** What the API server itself merges lists by, where it is not one of the usual fields. */
const keys: Readonly<Record<string, readonly string[]>> = {
  containerPolicies: ['containerName'],
  data: ['secretKey'],
  hostAliases: ['ip'],
  jwtRules: ['issuer'],
  limits: ['type'],
  metrics: ['type'],
  option: ['optionName'],
  origin: ['originId'],
  originGroup: ['originId'],
  pipeline: ['step'],
  ports: ['containerPort', 'port', 'number'],
  routes: ['path', 'name'],
  rule: ['id', 'ruleName', 'name'],
  subroutes: ['path'],
  topologySpreadConstraints: ['topologyKey'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
};

const usualKeys: readonly string[] = [
  'name',
  'key',
  'id',
  'Sid',
  'Name',
  'alert',
  'record',
  'metric',
  'ruleName',
];

/** Reads the key of an item, when every item of both lists has one of its own; else the list is a set. */
export function keyOf(
  field: string,
  lists: readonly (readonly unknown[])[],
): ((item: unknown) => string) | undefined {
  for (const name of keys[field] ?? usualKeys) {
    const read = (item: unknown) => readKey(item, name);
    if (lists.every((list) => areKeys(list.map(read)))) return (item) => read(item) ?? '';
  }
  return undefined;
}

function readKey(item: unknown, name: string): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const fields = item as Fields;
  const value = fields[name];
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const protocol = fields.protocol;
  // The same port may be open for TCP and UDP.
  return typeof value === 'number' && typeof protocol === 'string' && protocol !== 'TCP'
    ? `${value}/${protocol}`
    : String(value);
}

function areKeys(found: readonly (string | undefined)[]): boolean {
  return found.every((key) => key !== undefined) && new Set(found).size === found.length;
}
