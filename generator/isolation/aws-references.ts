// References of a tenant's objects in AWS: a role is its service's, an association its pods', a subnet its databases'.
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import { wrongPermissions, wrongTrust } from './iam.ts';
import { type ClusterTree, namespaceOf, ofKind, type Rendered } from './tree.ts';

export interface Managed {
  readonly forProvider?: {
    readonly assumeRolePolicy?: unknown;
    readonly policy?: unknown;
    readonly role?: string;
    readonly region?: string;
    readonly clusterName?: string;
    readonly namespace?: string;
    readonly serviceAccount?: string;
    readonly roleArn?: string;
    readonly cidrBlock?: string;
    readonly vpcId?: string;
    readonly routeTableId?: string;
    readonly subnetIdRef?: { readonly name: string; readonly namespace?: string };
    readonly [other: string]: unknown;
  };
  readonly providerConfigRef?: { readonly kind?: string; readonly name?: string };
}

export function wrongProvider(
  { providerConfigRef, forProvider }: Managed,
  { input }: DeclaredCluster,
): string[] {
  const isDefault =
    providerConfigRef?.kind === 'ClusterProviderConfig' && providerConfigRef.name === 'default';
  const { region } = forProvider ?? {};
  return [
    ...(isDefault ? [] : ['it is made with the rights of another account']),
    ...(region === undefined || region === input.region ? [] : [`it is in ${region}`]),
  ];
}

/** A role is its service's, by name and by who may become it. */
export function wrongRole({ object }: Rendered, cluster: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const { name, annotations = {} } = object.metadata;
  const external = annotations['crossplane.io/external-name'];
  const expected = `t-${tenant.id}-${name}-${cluster.input.name}`;
  return [
    ...(external === expected ? [] : [`it is the role ${external ?? 'of any name'}, and not ${expected}`]),
    ...wrongTrust((object.spec as Managed).forProvider?.assumeRolePolicy, [name], cluster, tenant),
  ];
}

export function wrongRolePolicy(
  { object }: Rendered,
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
): string[] {
  const { role, policy } = (object.spec as Managed).forProvider ?? {};
  const expected = `t-${tenant.id}-${object.metadata.name}-${cluster.input.name}`;
  return [
    ...(role === expected ? [] : [`it is about the role ${role}, and not ${expected}`]),
    ...wrongPermissions(policy, cluster, tenant),
  ];
}

export function wrongAssociation(
  { object }: Rendered,
  { input }: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const { clusterName, namespace, serviceAccount = '', roleArn } = (object.spec as Managed).forProvider ?? {};
  const expected = `arn:aws:iam::${input.account}:role/t-${tenant.id}-${serviceAccount}-${input.name}`;
  return [
    ...(clusterName === input.name ? [] : [`it is about the cluster ${clusterName}`]),
    ...(namespace === tenant.namespace ? [] : [`it is about pods in ${namespace}`]),
    ...(accountsOf(tree, tenant.namespace).includes(serviceAccount) ? [] : [`there is no ${serviceAccount}`]),
    ...(roleArn === expected ? [] : [`its pods become ${roleArn}`]),
  ];
}

function accountsOf(tree: ClusterTree, namespace: string): string[] {
  return ofKind(tree, '', 'ServiceAccount')
    .filter((each) => namespaceOf(each) === namespace)
    .map(({ object }) => object.metadata.name);
}

export function wrongSubnet(
  { object }: Rendered,
  { input }: DeclaredCluster,
  tenant: DeclaredTenant,
): string[] {
  const { cidrBlock, vpcId, routeTableId, subnetIdRef } = (object.spec as Managed).forProvider ?? {};
  return [
    ...(cidrBlock === undefined || tenant.subnets.includes(cidrBlock)
      ? []
      : [`${cidrBlock} is not its range`]),
    ...(vpcId === undefined || vpcId === input.network.vpc ? [] : [`it is in ${vpcId}`]),
    ...(routeTableId === undefined || routeTableId === input.network.tenantRouteTable
      ? []
      : [`its way out is ${routeTableId}`]),
    ...(subnetIdRef?.namespace === undefined ? [] : [`it is about a subnet in ${subnetIdRef.namespace}`]),
  ];
}
