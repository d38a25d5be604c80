// CloudFormation's resources and the kinds that manage the same: how a property of the one is called in the other. What has
// no counterpart says why.

/** Why no row has to speak of a property. */
export interface Exempt {
  readonly reason: string;
}

export interface Counterpart {
  /** `AWS::RDS::DBInstance` */
  readonly type: string;
  /** Properties that are not called by their own name in lower camel case; nested ones by their whole way. */
  readonly fields?: Readonly<Record<string, string | Exempt>>;
}

const absent = (reason: string): Exempt => ({ reason });

/** The name in AWS is the object's own, or its annotation `crossplane.io/external-name`. */
const name = absent('external-name');
/** AWS changes it in place, whatever CloudFormation may do: its own call to modify a resource takes the property. */
const inPlace = (call: string) => absent(`in place: ${call}`);

const modify = inPlace('https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html');
const clusters = absent('MariaDB has no clusters');

/** By `service/Kind`. */
export const counterparts: Readonly<Record<string, Counterpart>> = {
  'rds/Instance': {
    type: 'AWS::RDS::DBInstance',
    fields: {
      DBInstanceIdentifier: 'identifier',
      MasterUsername: 'username',
      DBSnapshotIdentifier: 'snapshotIdentifier',
      CustomIAMInstanceProfile: 'customIamInstanceProfile',
      PerformanceInsightsKMSKeyId: 'performanceInsightsKmsKeyId',
      SourceDBInstanceIdentifier: 'replicateSourceDb',
      RestoreTime: 'restoreToPointInTime.restoreTime',
      UseLatestRestorableTime: 'restoreToPointInTime.useLatestRestorableTime',
      SourceDbiResourceId: 'restoreToPointInTime.sourceDbiResourceId',
      SourceDBInstanceAutomatedBackupsArn: 'restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn',
      DBClusterIdentifier: clusters,
      SourceDBClusterIdentifier: clusters,
      DBClusterSnapshotIdentifier: clusters,
      SourceRegion: absent('the region is part of the ARN in replicateSourceDb'),
      DBSystemId: absent('for Oracle alone'),
      MultiAZ: modify,
      StorageType: modify,
      AutoMinorVersionUpgrade: modify,
      PreferredMaintenanceWindow: modify,
      DBParameterGroupName: modify,
    },
  },
  'rds/SubnetGroup': { type: 'AWS::RDS::DBSubnetGroup', fields: { DBSubnetGroupName: name } },
  'rds/ParameterGroup': { type: 'AWS::RDS::DBParameterGroup', fields: { DBParameterGroupName: name } },
  'rds/OptionGroup': { type: 'AWS::RDS::OptionGroup', fields: { OptionGroupName: name } },
  'rds/EventSubscription': {
    type: 'AWS::RDS::EventSubscription',
    fields: { SubscriptionName: name, SnsTopicArn: 'snsTopic' },
  },
  'rds/Proxy': { type: 'AWS::RDS::DBProxy', fields: { DBProxyName: name } },
  'rds/ProxyDefaultTargetGroup': {
    type: 'AWS::RDS::DBProxyTargetGroup',
    fields: { TargetGroupName: absent('it is always `default`') },
  },
  'elasticache/ReplicationGroup': {
    type: 'AWS::ElastiCache::ReplicationGroup',
    fields: {
      ReplicationGroupId: name,
      CacheSubnetGroupName: 'subnetGroupName',
      PreferredCacheClusterAZs: 'preferredCacheClusterAzs',
      AuthToken: inPlace('https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'),
    },
  },
  'elasticache/User': { type: 'AWS::ElastiCache::User', fields: { UserId: name } },
  'elasticache/UserGroup': { type: 'AWS::ElastiCache::UserGroup', fields: { UserGroupId: name } },
  'elasticache/SubnetGroup': {
    type: 'AWS::ElastiCache::SubnetGroup',
    fields: { CacheSubnetGroupName: name },
  },
  'elasticache/ParameterGroup': {
    type: 'AWS::ElastiCache::ParameterGroup',
    fields: { CacheParameterGroupFamily: 'family' },
  },
  's3/Bucket': {
    type: 'AWS::S3::Bucket',
    fields: { BucketName: name, BucketNamePrefix: name },
  },
  's3/BucketPolicy': { type: 'AWS::S3::BucketPolicy' },
  'kms/Key': { type: 'AWS::KMS::Key' },
  'kms/Alias': { type: 'AWS::KMS::Alias', fields: { AliasName: name } },
  'kms/ReplicaKey': { type: 'AWS::KMS::ReplicaKey' },
  'cloudfront/Distribution': { type: 'AWS::CloudFront::Distribution' },
  'cloudfront/VPCOrigin': { type: 'AWS::CloudFront::VpcOrigin' },
  'cloudfront/CachePolicy': { type: 'AWS::CloudFront::CachePolicy' },
  'cloudfront/OriginAccessControl': { type: 'AWS::CloudFront::OriginAccessControl' },
  'cloudfront/OriginRequestPolicy': { type: 'AWS::CloudFront::OriginRequestPolicy' },
  'cloudfront/ResponseHeadersPolicy': { type: 'AWS::CloudFront::ResponseHeadersPolicy' },
  'backup/Vault': {
    type: 'AWS::Backup::BackupVault',
    fields: { BackupVaultName: name, EncryptionKeyArn: 'kmsKeyArn' },
  },
  'backup/Plan': { type: 'AWS::Backup::BackupPlan' },
  'backup/Selection': {
    type: 'AWS::Backup::BackupSelection',
    fields: {
      BackupPlanId: 'planId',
      BackupSelection: absent('each of its properties is a field of its own'),
      'BackupSelection.SelectionName': 'name',
      'BackupSelection.IamRoleArn': 'iamRoleArn',
      'BackupSelection.Resources': 'resources',
      'BackupSelection.NotResources': 'notResources',
      'BackupSelection.ListOfTags': 'selectionTag',
      'BackupSelection.ListOfTags[].ConditionKey': 'selectionTag[].key',
      'BackupSelection.ListOfTags[].ConditionType': 'selectionTag[].type',
      'BackupSelection.ListOfTags[].ConditionValue': 'selectionTag[].value',
      'BackupSelection.Conditions': 'condition',
      ...conditions('StringEquals', 'stringEquals'),
      ...conditions('StringLike', 'stringLike'),
      ...conditions('StringNotEquals', 'stringNotEquals'),
      ...conditions('StringNotLike', 'stringNotLike'),
    },
  },
  'iam/Role': { type: 'AWS::IAM::Role', fields: { RoleName: name } },
  'iam/RolePolicy': { type: 'AWS::IAM::RolePolicy', fields: { RoleName: 'role', PolicyName: name } },
  'iam/Policy': { type: 'AWS::IAM::ManagedPolicy', fields: { ManagedPolicyName: name } },
  'eks/PodIdentityAssociation': { type: 'AWS::EKS::PodIdentityAssociation' },
  'eks/AccessEntry': { type: 'AWS::EKS::AccessEntry' },
  'eks/Addon': { type: 'AWS::EKS::Addon' },
  'ec2/SecurityGroup': {
    type: 'AWS::EC2::SecurityGroup',
    fields: { GroupName: 'name', GroupDescription: 'description' },
  },
  'ec2/SecurityGroupIngressRule': {
    type: 'AWS::EC2::SecurityGroupIngress',
    fields: {
      CidrIp: 'cidrIpv4',
      CidrIpv6: 'cidrIpv6',
      GroupId: 'securityGroupId',
      SourcePrefixListId: 'prefixListId',
      SourceSecurityGroupId: 'referencedSecurityGroupId',
      GroupName: absent('only outside of a VPC'),
      SourceSecurityGroupName: absent('only outside of a VPC'),
      SourceSecurityGroupOwnerId: absent('part of referencedSecurityGroupId: `account/group`'),
    },
  },
  'ec2/SecurityGroupEgressRule': {
    type: 'AWS::EC2::SecurityGroupEgress',
    fields: {
      CidrIp: 'cidrIpv4',
      CidrIpv6: 'cidrIpv6',
      GroupId: 'securityGroupId',
      DestinationPrefixListId: 'prefixListId',
      DestinationSecurityGroupId: 'referencedSecurityGroupId',
    },
  },
  'ec2/Subnet': { type: 'AWS::EC2::Subnet' },
  'ec2/RouteTableAssociation': { type: 'AWS::EC2::SubnetRouteTableAssociation' },
  'route53/Record': {
    type: 'AWS::Route53::RecordSet',
    fields: { HostedZoneId: 'zoneId', HostedZoneName: absent('a zone is named by its id') },
  },
  'route53/HealthCheck': {
    type: 'AWS::Route53::HealthCheck',
    fields: {
      'HealthCheckConfig.MeasureLatency': 'measureLatency',
      'HealthCheckConfig.RequestInterval': 'requestInterval',
      'HealthCheckConfig.Type': 'type',
    },
  },
  'route53/Zone': { type: 'AWS::Route53::HostedZone' },
  'acm/Certificate': {
    type: 'AWS::CertificateManager::Certificate',
    fields: { DomainValidationOptions: 'validationOption', CertificateExport: 'options.export' },
  },
  'wafv2/WebACL': { type: 'AWS::WAFv2::WebACL' },
  'wafv2/WebACLAssociation': {
    type: 'AWS::WAFv2::WebACLAssociation',
    fields: { WebACLArn: 'webAclArn' },
  },
  'wafv2/WebACLLoggingConfiguration': { type: 'AWS::WAFv2::LoggingConfiguration' },
  'wafv2/IPSet': { type: 'AWS::WAFv2::IPSet' },
  'secretsmanager/Secret': { type: 'AWS::SecretsManager::Secret' },
  'secretsmanager/SecretPolicy': {
    type: 'AWS::SecretsManager::ResourcePolicy',
    fields: { SecretId: 'secretArn' },
  },
  'secretsmanager/SecretRotation': { type: 'AWS::SecretsManager::RotationSchedule' },
  'sns/Topic': { type: 'AWS::SNS::Topic', fields: { TopicName: name } },
  'sns/TopicSubscription': { type: 'AWS::SNS::Subscription' },
  'sns/TopicPolicy': { type: 'AWS::SNS::TopicInlinePolicy', fields: { TopicArn: 'arn' } },
  'sqs/Queue': { type: 'AWS::SQS::Queue', fields: { QueueName: 'name' } },
  'sqs/QueuePolicy': { type: 'AWS::SQS::QueueInlinePolicy', fields: { Queue: 'queueUrl' } },
  'cloudwatch/MetricAlarm': { type: 'AWS::CloudWatch::Alarm', fields: { AlarmName: name } },
  'cloudwatch/CompositeAlarm': { type: 'AWS::CloudWatch::CompositeAlarm', fields: { AlarmName: name } },
  'cloudwatchlogs/Group': { type: 'AWS::Logs::LogGroup', fields: { LogGroupName: name } },
  'budgets/Budget': {
    type: 'AWS::Budgets::Budget',
    fields: {
      NotificationsWithSubscribers: 'notification',
      'Budget.AutoAdjustData': 'autoAdjustData',
      'Budget.PlannedBudgetLimits': 'plannedLimit',
      'Budget.BudgetName': name,
    },
  },
};

/** Kinds that CloudFormation has no resource for: a part of another one there, or Terraform's alone. */
export const alone: ReadonlySet<string> = new Set([
  'acm/CertificateValidation',
  'backup/VaultLockConfiguration',
  'backup/VaultNotifications',
  'backup/VaultPolicy',
  'cloudcontrol/Resource',
  'ec2/SecurityGroupRule',
  'eks/AccessPolicyAssociation',
  'iam/RolePolicyAttachment',
  'rds/DBInstanceAutomatedBackupsReplication',
  'rds/DBSnapshotCopy',
  'rds/ProxyTarget',
  'rds/Snapshot',
  's3/BucketACL',
  's3/BucketCorsConfiguration',
  's3/BucketLifecycleConfiguration',
  's3/BucketLogging',
  's3/BucketNotification',
  's3/BucketObjectLockConfiguration',
  's3/BucketOwnershipControls',
  's3/BucketPublicAccessBlock',
  's3/BucketReplicationConfiguration',
  's3/BucketServerSideEncryptionConfiguration',
  's3/BucketVersioning',
  'secretsmanager/SecretVersion',
]);

function conditions(theirs: string, ours: string): Record<string, string> {
  return {
    [`BackupSelection.Conditions.${theirs}`]: `condition[].${ours}`,
    [`BackupSelection.Conditions.${theirs}[].ConditionKey`]: `condition[].${ours}[].key`,
    [`BackupSelection.Conditions.${theirs}[].ConditionValue`]: `condition[].${ours}[].value`,
  };
}
