// References whose meaning depends on the kind: secrets, projects, claims, people. The words in them are compared
// elsewhere; here is what a word means where it stands.
import {
  type Managed,
  wrongAssociation,
  wrongProvider,
  wrongRole,
  wrongRolePolicy,
  wrongSubnet,
} from './aws-references.ts';
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import { type ClusterTree, groupOf, namespaceOf, ofKind, type Rendered } from './tree.ts';

interface Store {
  readonly role?: string;
  readonly region?: string;
  readonly service?: string;
  readonly auth?: {
    readonly jwt?: { readonly serviceAccountRef?: { readonly name: string; readonly namespace?: string } };
  };
}

interface Loose {
  readonly [field: string]: unknown;
}

type Check = (
  rendered: Rendered,
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
) => string[];

const checks: Readonly<Record<string, Check>> = {
  'iam.aws.m.upbound.io Role': wrongRole,
  'iam.aws.m.upbound.io RolePolicy': wrongRolePolicy,
  'eks.aws.m.upbound.io PodIdentityAssociation': wrongAssociation,
  'ec2.aws.m.upbound.io Subnet': wrongSubnet,
  'ec2.aws.m.upbound.io RouteTableAssociation': wrongSubnet,
  ' ServiceAccount': wrongAccount,
  'external-secrets.io SecretStore': wrongStore,
  'external-secrets.io ExternalSecret': wrongSecret,
  'tenantry.dev NetworkClaim': wrongClaim,
  'argoproj.io AppProject': wrongProject,
  'rbac.authorization.k8s.io RoleBinding': wrongBinding,
};

/** Kinds that would act beyond a namespace, or hold what must not be in a tree. */
const never =
  /^(Cluster.*|Secret|PushSecret|Role|Application|ApplicationSet|IngressClass|SecurityGroupPolicy|Node|PersistentVolume|CustomResourceDefinition|.*WebhookConfiguration)$/;

export function wrongInObject(
  rendered: Rendered,
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const { object } = rendered;
  const key = `${groupOf(object)} ${object.kind}`;
  const check = checks[key];
  return [
    ...(check === undefined && never.test(object.kind) ? ['a tenant may not have one of this kind'] : []),
    ...(groupOf(object).endsWith('.m.upbound.io') ? wrongProvider(object.spec as Managed, cluster) : []),
    ...(check?.(rendered, cluster, tenant, tree) ?? []),
  ];
}

/** Where pods become roles by annotation, each becomes its own. */
function wrongAccount({ object }: Rendered, { input }: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const { name, annotations = {} } = object.metadata;
  const role = annotations['eks.amazonaws.com/role-arn'];
  const expected = `arn:aws:iam::${input.account}:role/t-${tenant.id}-${name}-${input.name}`;
  return role === undefined || role === expected ? [] : [`its pods become ${role}`];
}

function wrongStore(
  { object }: Rendered,
  { input }: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const { provider, conditions } = object.spec as { provider?: { aws?: Store }; conditions?: unknown };
  const { role, region, service, auth } = provider?.aws ?? {};
  const account = auth?.jwt?.serviceAccountRef;
  const annotated = ofKind(tree, '', 'ServiceAccount').find(
    (each) => namespaceOf(each) === tenant.namespace && each.object.metadata.name === account?.name,
  );
  // With the cluster's own provider of identities it is a service account of the tenant that reads, and not the operator.
  const asAccount = annotated?.object.metadata.annotations?.['eks.amazonaws.com/role-arn'];
  const reader = input.identity?.mode === 'irsa' ? asAccount : role;
  const expected = `arn:aws:iam::${input.account}:role/t-${tenant.id}-secret-reader-${input.name}`;
  return [
    ...(provider !== undefined && Object.keys(provider).join() === 'aws'
      ? []
      : ['its secrets come from elsewhere']),
    ...(reader === expected ? [] : [`it reads as ${reader ?? 'the operator itself'}`]),
    ...(account?.namespace === undefined ? [] : [`it reads as somebody in ${account.namespace}`]),
    ...(region === input.region && service === 'SecretsManager' ? [] : [`it reads ${service} in ${region}`]),
    ...(conditions === undefined ? [] : ['it has conditions, which only a cluster-wide store has']),
  ];
}

function wrongSecret({ object }: Rendered, { input }: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const spec = object.spec as {
    secretStoreRef?: { kind?: string };
    data?: readonly { remoteRef: { key: string }; sourceRef?: unknown }[];
    dataFrom?: unknown;
  };
  const prefix = `/${input.environment}/${tenant.id}/`;
  return [
    ...(spec.secretStoreRef?.kind === 'SecretStore' ? [] : ['it reads from a store of the whole cluster']),
    ...(spec.dataFrom === undefined ? [] : ['it takes whatever it finds']),
    ...(spec.data ?? [])
      .filter(({ remoteRef, sourceRef }) => !remoteRef.key.startsWith(prefix) || sourceRef !== undefined)
      .map(({ remoteRef }) => `${remoteRef.key} is not one of its secrets`),
  ];
}

function wrongClaim({ object }: Rendered, { input }: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const spec = object.spec as Loose;
  const expected: Loose = {
    tenant: tenant.id,
    cluster: input.name,
    region: input.region,
    vpcId: input.network.vpc,
    clusterSecurityGroupId: input.network.securityGroup,
  };
  const stateful = tenant.services
    .filter(({ needs }) => needs.includes('database') || needs.includes('cache'))
    .map(({ name }) => name);
  const services = Array.isArray(spec.services) ? spec.services.map(String) : [];
  return [
    ...Object.entries(expected)
      .filter(([key, value]) => spec[key] !== value)
      .map(([key, value]) => `${key} is ${String(spec[key])}, and not ${String(value)}`),
    ...(services.toSorted().join() === stateful.toSorted().join()
      ? []
      : [`${services.join()} reach its databases`]),
  ];
}

function wrongProject(
  { object }: Rendered,
  { platform }: DeclaredCluster,
  { namespace }: DeclaredTenant,
): string[] {
  const spec = object.spec as {
    destinations?: readonly { namespace?: string; server?: string; name?: string }[];
    sourceRepos?: readonly string[];
    clusterResourceWhitelist?: readonly { group: string; kind: string; name?: string }[];
    namespaceResourceWhitelist?: readonly { group: string; kind: string }[];
  } & Loose;
  const where = (spec.destinations ?? []).map((each) => `${each.namespace} on ${each.name ?? each.server}`);
  const wide = (spec.clusterResourceWhitelist ?? []).filter(
    ({ group, kind, name }) => group !== '' || kind !== 'Namespace' || name !== namespace,
  );
  const risky = /^\*$|^Cluster|^Role$|^Secret$|^AppProject$|^Application|^EnvoyFilter$|^Gateway$|^Ingress$/;
  const kinds = spec.namespaceResourceWhitelist;
  return [
    ...(where.join() === `${namespace} on https://kubernetes.default.svc`
      ? []
      : [`it may write to ${where.join()}`]),
    ...(spec.sourceRepos?.join() === platform.git.url ? [] : [`it may read ${spec.sourceRepos?.join()}`]),
    ...wide.map(({ kind, name = '*' }) => `it may make ${kind} ${name}`),
    ...(kinds === undefined ? ['it may make anything'] : []),
    ...(kinds ?? [])
      .filter(({ group, kind }) => group === '*' || (risky.test(kind) && !group.endsWith('.m.upbound.io')))
      .map(({ group, kind }) => `it may make ${kind} of ${group || 'the core group'}`),
    ...['roles', 'sourceNamespaces', 'destinationServiceAccounts']
      .filter((key) => spec[key] !== undefined)
      .map((key) => `it has ${key}`),
  ];
}

function wrongBinding(
  { object }: Rendered,
  _: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const { roleRef, subjects } = object as unknown as {
    roleRef: { kind: string; name: string };
    subjects?: readonly { kind: string; name: string; namespace?: string }[];
  };
  const roles = ofKind(tree, 'rbac.authorization.k8s.io', 'ClusterRole')
    .filter((each) => each.tenant === '' && each.path.startsWith('platform/access/'))
    .map((each) => each.object.metadata.name);
  return [
    ...(roleRef.kind === 'ClusterRole' && roles.includes(roleRef.name) ? [] : [`it grants ${roleRef.name}`]),
    ...(subjects ?? [])
      .filter(({ kind, name }) => kind !== 'Group' || !tenant.groups.includes(name))
      .map(({ kind, name }) => `${kind} ${name} is none of its people`),
  ];
}
