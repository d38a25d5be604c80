// A tenant's network as a kind of its own: security groups, whose ids nobody knows before AWS says them, and the policy that
// puts pods into one. Refuses to know any tenant: a claim says whose it is.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/networkclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import {
  combined,
  composition,
  fromClaim,
  namedAfterClaim,
  toClaim,
} from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { managedSpec } from '../../../../../compose/managed.ts';
import type { Patch, Template } from '../../../../../model/composition.ts';
import { labels } from '../../../../../model/labels.ts';
import { networkClaim, type SecurityGroupRole, securityGroupOf } from '../../../../../model/names.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, definitionOf(networkClaim, claimSchema));
  add(chart, composition(target, { definition: networkClaim, templates }));
}

const identity: readonly Patch[] = [
  fromClaim('spec.region', 'spec.forProvider.region'),
  fromClaim('spec.tenant', 'spec.forProvider.tags.tenant'),
  fromClaim('spec.cluster', 'spec.forProvider.tags.cluster'),
];

/**
 * No rule of its own, so nothing gets in or out: the provider takes away the one with which AWS lets everything out
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group). A group that a database
 * needs stays in AWS when its object goes.
 */
function group(role: SecurityGroupRole, description: string, mayDelete: boolean): Template {
  return {
    name: role,
    base: {
      apiVersion: 'ec2.aws.m.upbound.io/v1beta1',
      kind: 'SecurityGroup',
      metadata: { labels: { [labels.securityGroup]: role } },
      spec: managedSpec(mayDelete, { description }),
    },
    patches: [
      namedAfterClaim(role),
      ...identity,
      fromClaim('spec.vpcId', 'spec.forProvider.vpcId'),
      combined(securityGroupOf('%s', '%s', role), ['spec.tenant', 'spec.cluster'], 'spec.forProvider.name'),
      toClaim('status.atProvider.id', `status.securityGroups.${role}`),
    ],
  };
}

/**
 * One end of the only way between two groups. A rule goes with its object: one that left the composition and stayed in AWS
 * would be a door that nobody knows of. Security groups are stateful, so answers need no rule.
 */
function connection(to: 'database' | 'cache', port: number, end: 'in' | 'out'): Template {
  const name = end === 'in' ? `${to}-from-client` : `client-to-${to}`;
  return {
    name,
    base: {
      apiVersion: 'ec2.aws.m.upbound.io/v1beta1',
      kind: end === 'in' ? 'SecurityGroupIngressRule' : 'SecurityGroupEgressRule',
      spec: managedSpec(true, {
        description: end === 'in' ? `From the client group.` : `To the ${to} group.`,
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        securityGroupIdSelector: groupOf(end === 'in' ? to : 'client'),
        referencedSecurityGroupIdSelector: groupOf(end === 'in' ? 'client' : to),
      }),
    },
    patches: [namedAfterClaim(name), ...identity],
  };
}

/** The group of this very claim: another tenant's carries the same label, and belongs to another claim. */
function groupOf(role: SecurityGroupRole): object {
  return { matchControllerRef: true, matchLabels: { [labels.securityGroup]: role } };
}

/**
 * AWS cannot name a group of another region, so pods of the tenant's other cluster come in by their range
 * (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html). That range is all tenants' there: what
 * keeps the others out is their NetworkPolicy, their mesh and the database's own users. Only a home has the rule.
 */
const databaseFromPeer: Template = {
  name: 'database-from-peer',
  base: {
    apiVersion: 'ec2.aws.m.upbound.io/v1beta1',
    kind: 'SecurityGroupIngressRule',
    spec: managedSpec(true, {
      description: 'From pods on the other cluster.',
      ipProtocol: 'tcp',
      fromPort: ports.mariadb,
      toPort: ports.mariadb,
      securityGroupIdSelector: groupOf('database'),
    }),
  },
  patches: [
    namedAfterClaim('database-from-peer'),
    ...identity,
    fromClaim('spec.peerPodCidr', 'spec.forProvider.cidrIpv4'),
  ],
};

/**
 * Pods in it lose the groups of their node, so the cluster's own stays: probes of the kubelet, DNS and calls between pods
 * come through it (https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html). Each such pod takes one
 * of its node's few branch interfaces: services that keep no state are not among them. Not made before both ids are known,
 * and no pod waits for it: one that is made earlier keeps its node's groups for good, so the workloads begin with a Job that
 * fails until it is in the client group (`concerns/service/migration.ts`). It has no condition to wait for.
 */
const podsInGroup: Template = {
  name: 'pods',
  base: {
    apiVersion: 'vpcresources.k8s.aws/v1beta1',
    kind: 'SecurityGroupPolicy',
    spec: { podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In' }] } },
  },
  patches: [
    namedAfterClaim('pods'),
    fromClaim('spec.services', 'spec.podSelector.matchExpressions[0].values'),
    fromClaim('spec.clusterSecurityGroupId', 'spec.securityGroups.groupIds[0]'),
    fromClaim('status.securityGroups.client', 'spec.securityGroups.groupIds[1]'),
  ],
  readinessChecks: [{ type: 'None' }],
};

const templates: readonly Template[] = [
  // Nothing keeps data in it, and AWS lets go of it only when no pod is in it.
  group('client', 'Pods that connect to the database or the cache of the tenant.', true),
  group('database', 'Databases of the tenant.', false),
  group('cache', 'Caches of the tenant.', false),
  connection('database', ports.mariadb, 'in'),
  connection('database', ports.mariadb, 'out'),
  databaseFromPeer,
  connection('cache', ports.redis, 'in'),
  connection('cache', ports.redis, 'out'),
  podsInGroup,
];
