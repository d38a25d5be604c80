// What Crossplane makes of a database's claim: instances of RDS as all of ours are, and the names that lead to them. Refuses
// to know any tenant: a claim says whose it is and how large. What RDS does was read in its API reference and User Guide.
import type { Patch, Template } from '../model/composition.ts';
import { labels } from '../model/labels.ts';
import { databaseConnection, databaseOwner } from '../model/names.ts';
import { ports } from '../model/ports.ts';
import { combined, fromClaim, toClaim } from './composition.ts';
import { externalName, ifClaimed, type TemplatePlan } from './template.ts';

/** The key of the tenant in the region: another claim's, found by its label. */
const keySelector = { matchLabels: { [labels.key]: 'tenant' } };

/** True of every instance, whatever it is for. No zone is named: with a standby AWS chooses two. */
const common = {
  storageType: 'gp3',
  // A replica is encrypted because it has a key; unsaid, every comparison would find a difference that nothing can mend
  // (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance, `storage_encrypted`).
  storageEncrypted: true,
  vpcSecurityGroupIdSelector: { matchLabels: { [labels.securityGroup]: 'database' } },
  port: ports.mariadb,
  publiclyAccessible: false,
  performanceInsightsEnabled: true,
  performanceInsightsKmsKeyIdSelector: keySelector,
  // `general` would write every statement down, and with it what the audit plugin is told to leave out.
  enabledCloudwatchLogsExports: ['audit', 'error', 'slowquery'],
  autoMinorVersionUpgrade: true,
  // In the window, never at the moment of the merge.
  applyImmediately: false,
  copyTagsToSnapshot: true,
  deletionProtection: true,
  deleteAutomatedBackups: false,
} as const;

const sized: readonly Patch[] = [
  ...[
    'identifier',
    'instanceClass',
    'multiAz',
    'maintenanceWindow',
    ['parameterGroup', 'parameterGroupName'] as const,
    ['optionGroup', 'optionGroupName'] as const,
    ['maxStorageGiB', 'maxAllocatedStorage'] as const,
    ['certificateAuthority', 'caCertIdentifier'] as const,
    ['insightsMode', 'databaseInsightsMode'] as const,
    ['insightsDays', 'performanceInsightsRetentionPeriod'] as const,
  ].map((field) => {
    const [from, to] = typeof field === 'string' ? [field, field] : field;
    return fromClaim(`spec.${from}`, `spec.forProvider.${to}`);
  }),
  ifClaimed('spec.iops', 'spec.forProvider.iops'),
  ifClaimed('spec.throughput', 'spec.forProvider.storageThroughput'),
  toClaim('status.atProvider.address', 'status.address'),
];

/**
 * Nothing is filled in: a source that came back would undo a promotion, and a zone that RDS chose is another one after a
 * failover to the standby, which the provider then takes for a change that it must refuse.
 *
 * The name of a template stays when a replica becomes the writer, so the object stays the same, and the instance with it.
 */
function instanceOf(forProvider: Readonly<Record<string, unknown>>, patches: readonly Patch[]): TemplatePlan {
  return {
    name: 'instance',
    service: 'rds',
    kind: 'Instance',
    mayDelete: false,
    remembered: 'status.resourceId',
    region: 'spec.region',
    isTagged: true,
    forProvider: { ...common, ...forProvider },
    patches: [...sized, ...patches],
  };
}

/** Only a group of this very claim: a subnet group is as much of the instance as its disk. */
const ownSubnets = { dbSubnetGroupNameSelector: { matchControllerRef: true } };

/**
 * Nobody knows the owner's password: the provider makes it, and keeps it in a Secret of this namespace. A failover makes
 * another. A newer major version is a change of the claim, which git has reviewed, so RDS need not be told twice.
 */
export const writer = instanceOf(
  {
    ...ownSubnets,
    engine: 'mariadb',
    allowMajorVersionUpgrade: true,
    kmsKeyIdSelector: keySelector,
    username: databaseOwner,
    autoGeneratePassword: true,
    passwordSecretRef: { name: 'database-owner', key: 'password' },
    skipFinalSnapshot: false,
  },
  [
    fromClaim('spec.engineVersion', 'spec.forProvider.engineVersion'),
    fromClaim('spec.storageGiB', 'spec.forProvider.allocatedStorage'),
    fromClaim('spec.backupDays', 'spec.forProvider.backupRetentionPeriod'),
    fromClaim('spec.backupWindow', 'spec.forProvider.backupWindow'),
    combined('%s-final', ['spec.identifier'], 'spec.forProvider.finalSnapshotIdentifier'),
  ],
);

/**
 * The writer, when somebody restored it: it keeps the key that its backup had, which RDS never changes, and is found by its
 * resource id or not at all. A second one under its name would be empty.
 */
export const adopted: TemplatePlan = (() => {
  const { kmsKeyIdSelector: _, ...forProvider } = writer.forProvider;
  return { ...writer, forProvider, patches: [...writer.patches, fromClaim('spec.resourceId', externalName)] };
})();

/** What is there already is taken over, and never made. */
export function adopting(template: Template): Template {
  const { base } = template;
  const spec = base.spec as { managementPolicies: readonly string[] };
  const managementPolicies = spec.managementPolicies.filter((policy) => policy !== 'Create');
  return { ...template, base: { ...base, spec: { ...spec, managementPolicies } } };
}

/** RDS refuses a last snapshot of a replica, and takes engine, owner and storage from its source. */
const copied = { skipFinalSnapshot: true } as const;
const copiedFrom = fromClaim('spec.source', 'spec.forProvider.replicateSourceDb');

/** In another region: encrypted with the tenant's key there. */
export const replica = instanceOf({ ...copied, ...ownSubnets, kmsKeyIdSelector: keySelector }, [copiedFrom]);

/** In its source's own region, and so in its subnets and with its key: RDS refuses to be told either. */
export const analytics = instanceOf(copied, [copiedFrom]);

export const subnets: TemplatePlan = {
  name: 'subnets',
  service: 'rds',
  kind: 'SubnetGroup',
  mayDelete: false,
  region: 'spec.region',
  isTagged: true,
  forProvider: {},
  patches: [
    fromClaim('spec.identifier', externalName),
    combined('Subnets of the database of the tenant %s.', ['spec.tenant'], 'spec.forProvider.description'),
    ifClaimed('spec.subnetIds', 'spec.forProvider.subnetIds'),
    ifClaimed('spec.subnetIdRefs', 'spec.forProvider.subnetIdRefs'),
  ],
};

/** Copies of automated backups: an object of the region that they go to. */
export const backups: TemplatePlan = {
  name: 'backups',
  service: 'rds',
  kind: 'DBInstanceAutomatedBackupsReplication',
  mayDelete: false,
  region: 'spec.region',
  isTagged: false,
  forProvider: {},
  patches: [
    fromClaim('spec.source', 'spec.forProvider.sourceDbInstanceArn'),
    fromClaim('spec.backupDays', 'spec.forProvider.retentionPeriod'),
    fromClaim('spec.key', `spec.forProvider.kmsKeyIdSelector.matchLabels[${labels.key}]`),
  ],
};

/**
 * A name of ours for the address that AWS makes up. It goes over to another instance by a failover: whoever has the instance
 * then takes it, also from a region that does not answer any more, and nobody takes it away.
 *
 * @param field of the claim, with the name; @param zone likewise, with the zone's id
 */
export function nameOf(name: string, field: string, zone: string): TemplatePlan {
  return {
    name,
    service: 'route53',
    kind: 'Record',
    mayDelete: false,
    isTagged: false,
    forProvider: { type: 'CNAME', allowOverwrite: true },
    patches: [
      fromClaim(zone, 'spec.forProvider.zoneId'),
      fromClaim(field, 'spec.forProvider.name'),
      fromClaim('spec.endpointSeconds', 'spec.forProvider.ttl'),
      fromClaim('status.address', 'spec.forProvider.records[0]'),
    ],
  };
}

/** One of several instances behind one name: each answers as often as the others. */
export function sharedNameOf(name: string, field: string, zone: string): TemplatePlan {
  const plan = nameOf(name, field, zone);
  return {
    ...plan,
    // A name that leads to a replica that is no more would be worse than none.
    mayDelete: true,
    forProvider: { ...plan.forProvider, weightedRoutingPolicy: { weight: 1 } },
    patches: [...plan.patches, fromClaim('spec.identifier', 'spec.forProvider.setIdentifier')],
  };
}

/** The provider writes the address and the owner's password where the provider of users reads them. */
export function connected(template: Template): Template {
  const { base } = template;
  const spec = { ...(base.spec as object), writeConnectionSecretToRef: { name: databaseConnection } };
  return { ...template, base: { ...base, spec } };
}
