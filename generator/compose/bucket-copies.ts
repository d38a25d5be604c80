// Who copies a bucket to another region, and what. The other bucket may be another claim's or this one's: both are named by
// the claim. What S3 needs for it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
// and `replication-config-for-kms-objects.html`.
import { anyKeyArn, bucketArn, keyAliasArn, roleArn } from '../model/arns.ts';
import type { Template } from '../model/composition.ts';
import { copyKeyAliasOf, copyRule, keyAliasOf } from '../model/names.ts';
import { fromClaim } from './composition.ts';
import { principalTag } from './tags.ts';
import { externalName, filled, managedTemplate } from './template.ts';

const source = bucketArn('<spec.bucket>');
const copy = bucketArn('<spec.copyBucket>');
const key = (region: string) => anyKeyArn({ region: `<${region}>`, account: '<spec.account>' });
const through = (region: string, ...aliases: string[]) => ({
  'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases },
  StringEquals: { 'kms:ViaService': `s3.<${region}>.amazonaws.com` },
});

const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'CopiesOfOneBucket',
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnEquals: { 'aws:SourceArn': source },
        StringEquals: { 'aws:SourceAccount': '<spec.account>' },
      },
    },
  ],
};

const permissions = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReadBucket',
      Effect: 'Allow',
      Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      Resource: source,
    },
    {
      Sid: 'ReadVersions',
      Effect: 'Allow',
      Action: [
        's3:GetObjectLegalHold',
        's3:GetObjectRetention',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionTagging',
      ],
      Resource: `${source}/*`,
    },
    {
      Sid: 'WriteCopies',
      Effect: 'Allow',
      Action: ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
      Resource: `${copy}/*`,
    },
    {
      Sid: 'ReadKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: key('spec.region'),
      Condition: through('spec.region', keyAliasOf('<spec.tenant>'), copyKeyAliasOf('<spec.tenant>')),
    },
    {
      Sid: 'WriteKey',
      Effect: 'Allow',
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: key('spec.copyRegion'),
      Condition: through('spec.copyRegion', '<spec.copyKeyAlias>'),
    },
  ],
};

const role = managedTemplate({
  name: 'copier',
  service: 'iam',
  kind: 'Role',
  mayDelete: true,
  isTagged: true,
  forProvider: {},
  patches: [
    fromClaim('spec.copierRole', externalName),
    fromClaim('spec.tenant', `spec.forProvider.tags.${principalTag}`),
    filled('Copies <spec.bucket> to <spec.copyBucket>.', 'spec.forProvider.description'),
    filled(JSON.stringify(trust), 'spec.forProvider.assumeRolePolicy'),
  ],
});

const rolePolicy = managedTemplate({
  name: 'copier-policy',
  service: 'iam',
  kind: 'RolePolicy',
  mayDelete: true,
  isTagged: false,
  forProvider: {},
  patches: [
    fromClaim('spec.copierRole', 'spec.forProvider.role'),
    filled(JSON.stringify(permissions), 'spec.forProvider.policy'),
  ],
});

/**
 * Replication Time Control: within a quarter of an hour, which `platform/recovery.yaml` counts on. A deletion is copied as a
 * marker, which hides an object and keeps it; what a marker or a tag changes there comes back here, so that both regions
 * show the same after a failover.
 */
const rule = {
  id: copyRule,
  priority: 0,
  status: 'Enabled',
  filter: { prefix: '' },
  deleteMarkerReplication: { status: 'Enabled' },
  sourceSelectionCriteria: {
    replicaModifications: { status: 'Enabled' },
    sseKmsEncryptedObjects: { status: 'Enabled' },
  },
  destination: {
    encryptionConfiguration: {},
    replicationTime: { status: 'Enabled', time: { minutes: 15 } },
    metrics: { status: 'Enabled', eventThreshold: { minutes: 15 } },
  },
};

const replication = managedTemplate({
  name: 'replication',
  service: 's3',
  kind: 'BucketReplicationConfiguration',
  mayDelete: false,
  region: 'spec.region',
  isTagged: false,
  forProvider: { rule: [rule] },
  patches: [
    fromClaim('spec.bucket', 'spec.forProvider.bucket'),
    filled(roleArn({ account: '<spec.account>' }, '<spec.copierRole>'), 'spec.forProvider.role'),
    filled(copy, 'spec.forProvider.rule[0].destination.bucket'),
    filled(
      keyAliasArn({ region: '<spec.copyRegion>', account: '<spec.account>' }, '<spec.copyKeyAlias>'),
      'spec.forProvider.rule[0].destination.encryptionConfiguration.replicaKmsKeyId',
    ),
  ],
});

export const copierTemplates: readonly Template[] = [role, rolePolicy, replication];
