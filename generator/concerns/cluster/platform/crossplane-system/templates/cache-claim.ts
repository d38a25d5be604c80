// A tenant's Redis as a kind of its own: encrypted in both places, with a password, in its own security group. Refuses to
// know any tenant: a claim says whose it is and how large.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/cacheclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import { combined, composition, fromClaim } from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import {
  externalName,
  guardOf,
  ifClaimed,
  managedTemplate,
  type TemplatePlan,
} from '../../../../../compose/template.ts';
import type { Patch, Template } from '../../../../../model/composition.ts';
import { labels } from '../../../../../model/labels.ts';
import { cacheClaim, cacheConnection, cacheOf, cachePassword } from '../../../../../model/names.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, definitionOf(cacheClaim, claimSchema));
  add(
    chart,
    composition(target, {
      definition: cacheClaim,
      templates: [
        managedTemplate(subnets),
        managedTemplate(parameters),
        connected(managedTemplate(group)),
        guardOf(group, 'Sessions and jobs that are held in it would be out of reach.'),
      ],
    }),
  );
}

const named: Patch = combined(cacheOf('%s'), ['spec.tenant'], externalName);
const described = (what: string): Patch =>
  combined(`${what} of the tenant %s.`, ['spec.tenant'], 'spec.forProvider.description');

const subnets: TemplatePlan = {
  name: 'subnets',
  service: 'elasticache',
  kind: 'SubnetGroup',
  mayDelete: false,
  region: 'spec.region',
  isTagged: true,
  forProvider: {},
  patches: [
    named,
    described('Subnets of the cache'),
    ifClaimed('spec.subnetIds', 'spec.forProvider.subnetIds'),
    ifClaimed('spec.subnetIdRefs', 'spec.forProvider.subnetIdRefs'),
  ],
};

const parameters: TemplatePlan = {
  name: 'parameters',
  service: 'elasticache',
  kind: 'ParameterGroup',
  mayDelete: false,
  region: 'spec.region',
  isTagged: true,
  forProvider: { parameter: [{ name: 'maxmemory-policy' }] },
  patches: [
    described('Parameters of the cache'),
    fromClaim('spec.parameterGroup', 'spec.forProvider.name'),
    fromClaim('spec.parameterGroup', externalName),
    fromClaim('spec.parameterFamily', 'spec.forProvider.family'),
    fromClaim('spec.eviction', 'spec.forProvider.parameter[0].value'),
  ],
};

/**
 * A new password is taken beside the old one (`ROTATE`), so pods that still have the old one go on
 * (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html). The provider wants some booleans as text.
 */
const group: TemplatePlan = {
  name: 'redis',
  service: 'elasticache',
  kind: 'ReplicationGroup',
  mayDelete: false,
  region: 'spec.region',
  isTagged: true,
  forProvider: {
    engine: 'redis',
    port: ports.redis,
    atRestEncryptionEnabled: 'true',
    kmsKeyIdSelector: { matchLabels: { [labels.key]: 'tenant' } },
    transitEncryptionEnabled: true,
    transitEncryptionMode: 'required',
    authTokenSecretRef: { name: cachePassword, key: 'password' },
    authTokenUpdateStrategy: 'ROTATE',
    securityGroupIdSelector: { matchLabels: { [labels.securityGroup]: 'cache' } },
    autoMinorVersionUpgrade: 'true',
    applyImmediately: false,
  },
  patches: [
    named,
    described('Redis'),
    combined(cacheOf('%s'), ['spec.tenant'], 'spec.forProvider.subnetGroupName'),
    combined(`${cacheOf('%s')}-final`, ['spec.tenant'], 'spec.forProvider.finalSnapshotIdentifier'),
    fromClaim('spec.parameterGroup', 'spec.forProvider.parameterGroupName'),
    fromClaim('spec.nodes', 'spec.forProvider.numCacheClusters'),
    fromClaim('spec.automaticFailover', 'spec.forProvider.automaticFailoverEnabled'),
    fromClaim('spec.multiAz', 'spec.forProvider.multiAzEnabled'),
    fromClaim('spec.snapshotDays', 'spec.forProvider.snapshotRetentionLimit'),
    ...['engineVersion', 'nodeType', 'snapshotWindow', 'maintenanceWindow'].map((field) =>
      fromClaim(`spec.${field}`, `spec.forProvider.${field}`),
    ),
  ],
};

/**
 * AWS puts a part into the address that nobody knows before, and the certificate is for that address: an alias of ours would
 * fail the check of the name. So pods read the address from the Secret that the provider writes.
 */
function connected(template: Template): Template {
  const { base } = template;
  const spec = { ...(base.spec as object), writeConnectionSecretToRef: { name: cacheConnection } };
  return { ...template, base: { ...base, spec } };
}
