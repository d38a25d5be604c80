// Who may become whom in AWS, and what they may touch there.
import { append, both, type Fault, replace, set, unset } from './edit.ts';

const role = 'Role t-acme/documents';
const policy = 'RolePolicy t-acme/worker';
const pods = 'PodIdentityAssociation t-acme/documents';
const reader = 'Role t-acme/secret-reader';
const subnet = 'Subnet t-acme/data-us-east-1a';
const claim = 'NetworkClaim t-acme/network';
const config = 'ConfigMap t-acme/worker-config';
const namespaceTag = '"aws:RequestTag/kubernetes-namespace":"t-acme"';
const bucket = 'arn:aws:s3:::keelstone-t-acme-documents-us-east-1';

export const identityFaults: readonly Fault[] = [
  // Who may become the role.
  [
    role,
    replace(namespaceTag, namespaceTag.replace('acme', 'blue-ridge')),
    'kubernetes-namespace is t-blue-ridge',
  ],
  [role, replace(`${namespaceTag},`, ''), 'kubernetes-namespace is anybody'],
  [
    role,
    replace(namespaceTag, '"aws:RequestTag/kubernetes-namespace":["t-acme","t-blue-ridge"]'),
    'kubernetes-namespace is t-acme,t-blue-ridge',
  ],
  [
    role,
    replace('kubernetes-service-account":"documents', 'kubernetes-service-account":"worker'),
    'kubernetes-service-account is worker',
  ],
  [role, replace('"StringEquals"', '"StringLike"'), 'compared by StringLike'],
  [role, replace('"StringEquals"', '"StringEqualsIfExists"'), 'compared by StringEqualsIfExists'],
  [role, replace('"StringEquals"', '"StringNotEquals"'), 'compared by StringNotEquals'],
  [role, replace('"StringEquals"', '"ForAllValues:StringEquals"'), 'compared by ForAllValues:StringEquals'],
  [role, replace('cluster/prod-use1', 'cluster/stage-use2'), 'eks-cluster-arn is'],
  [role, replace('{"Service":"pods.eks.amazonaws.com"}', '"*"'), '"*" may become it'],
  [role, replace('{"Service":"pods.eks.amazonaws.com"}', '{"AWS":"*"}'), '{"AWS":"*"} may become it'],
  [
    role,
    replace('{"Service":"pods.eks.amazonaws.com"}', '{"AWS":"arn:aws:iam::111122223333:root"}'),
    '111122223333:root',
  ],
  [role, replace('"Principal":', '"NotPrincipal":'), 'a statement has NotPrincipal'],
  [role, replace('"sts:AssumeRole"', '"sts:*"'), 'it allows sts:*'],
  [role, replace('"Effect":"Allow"', '"Effect":"Deny"'), 'does not allow is not expected'],
  [role, set('spec forProvider assumeRolePolicy', '{}'), 'nobody can read who may become it'],
  [
    role,
    set('metadata annotations crossplane.io/external-name', 't-blue-ridge-documents-prod-use1'),
    'it is the role t-blue-ridge-documents',
  ],
  [role, unset('metadata annotations crossplane.io/external-name'), 'the role of any name'],
  [role, set('spec providerConfigRef name', 'admin'), 'rights of another account'],
  [
    role,
    set('spec providerConfigRef', { kind: 'ProviderConfig', name: 'default' }),
    'rights of another account',
  ],
  [role, unset('spec providerConfigRef'), 'rights of another account'],
  // What the role may do.
  [policy, replace(`${bucket}/acme/*`, `${bucket}/*`), 'documents-us-east-1/* is not its own'],
  [policy, replace(`${bucket}/acme/*`, `${bucket}/acme*`), 'documents-us-east-1/acme* is not its own'],
  [policy, replace(`${bucket}/acme/*`, `${bucket}/acme-eu/*`), '/acme-eu/* is not its own'],
  [
    policy,
    replace('keelstone-t-acme-documents', 'keelstone-t-blue-ridge-documents'),
    'keelstone-t-blue-ridge-documents',
  ],
  [policy, replace('keelstone-t-acme-documents', 'keelstone-t-*-documents'), 'keelstone-t-*-documents'],
  [policy, replace(`"${bucket}/acme/*"`, '"*"'), 'it is about *'],
  [policy, replace('"s3:prefix":"acme/*"', '"s3:prefix":"acme*"'), 'it may list what is not its own'],
  [
    policy,
    replace('"s3:prefix":"acme/*"', '"s3:prefix":["acme/*","blue-ridge/*"]'),
    'it may list what is not its own',
  ],
  [
    policy,
    replace('"Condition":{"StringLike":{"s3:prefix":"acme/*"}}', '"Condition":{}'),
    'it may list what is not its own',
  ],
  [policy, replace('"s3:GetObject"', '"s3:*"'), 'it allows s3:*'],
  [policy, replace('"s3:GetObject"', '"s3:Get*"'), 'it allows s3:Get*'],
  [policy, replace('"s3:GetObject"', '"iam:PassRole"'), 'it allows iam:PassRole'],
  [policy, replace('"s3:GetObject"', '"sts:AssumeRole"'), 'it allows sts:AssumeRole'],
  [policy, replace(':t-acme-jobs', ':t-blue-ridge-jobs'), 't-blue-ridge-jobs is not'],
  [policy, replace(':t-acme-jobs', ':t-acme-*'), ':t-acme-* is not its own'],
  [policy, replace(':t-acme-jobs', ':t-acme-eu-jobs'), 't-acme-eu-jobs is not'],
  [policy, replace('alias/t-acme', 'alias/t-blue-ridge'), 'it may use keys of others'],
  [policy, replace('alias/t-acme', 'alias/*'), 'it may use keys of others'],
  [policy, replace('alias/t-acme', 'alias/t-acme-eu'), 'alias/t-acme-eu is not its key'],
  [
    policy,
    replace('"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/t-acme"},', ''),
    'it may use keys of others',
  ],
  [
    policy,
    replace('ForAnyValue:StringEquals', 'ForAllValues:StringEquals'),
    'compared by ForAllValues:StringEquals',
  ],
  [
    policy,
    replace('"kms:ViaService":"s3.us-east-1.amazonaws.com"', '"kms:ViaService":"*"'),
    'it may use the key by itself',
  ],
  [
    policy,
    replace('"Action":["s3:ListBucket"]', '"NotAction":["s3:ListBucket"]'),
    'a statement has NotAction',
  ],
  [policy, replace(`"Resource":"${bucket}"`, `"NotResource":"${bucket}"`), 'a statement has NotResource'],
  [policy, replace('111122223333', '444455556666'), '444455556666'],
  [
    policy,
    set('spec forProvider role', 't-blue-ridge-worker-prod-use1'),
    'it is about the role t-blue-ridge-worker',
  ],
  [
    policy,
    set('spec forProvider role', 't-acme-documents-prod-use1'),
    'it is about the role t-acme-documents',
  ],
  [policy, set('spec forProvider policy', ''), 'nobody can read what it allows'],
  // Whose pods get it.
  [pods, set('spec forProvider namespace', 't-blue-ridge'), 'it is about pods in t-blue-ridge'],
  [pods, set('spec forProvider serviceAccount', 'portal'), 'its pods become'],
  [pods, set('spec forProvider serviceAccount', 'stranger'), 'there is no stranger'],
  [
    pods,
    replace('role/t-acme-documents', 'role/t-blue-ridge-documents'),
    'its pods become arn:aws:iam::111122223333:role/t-blue-ridge',
  ],
  [
    pods,
    replace('role/t-acme-documents', 'role/t-acme-worker'),
    'its pods become arn:aws:iam::111122223333:role/t-acme-worker',
  ],
  [pods, set('spec forProvider clusterName', 'stage-use2'), 'it is about the cluster stage-use2'],
  [pods, set('spec forProvider region', 'us-west-2'), 'it is in us-west-2'],
  [
    pods,
    set('spec forProvider targetRoleArn', 'arn:aws:iam::444455556666:role/admin'),
    'role/admin is not its own',
  ],
  // The reader of secrets.
  [
    reader,
    replace('"aws:RequestTag/esoNamespace":"t-acme"', '"aws:RequestTag/esoNamespace":"t-blue-ridge"'),
    'esoNamespace is t-blue-ridge',
  ],
  [reader, replace('"aws:RequestTag/esoNamespace":"t-acme",', ''), 'esoNamespace is anybody'],
  [reader, replace('prod-use1-external-secrets', 'stage-use2-external-secrets'), 'may become it'],
  [
    'RolePolicy t-acme/secret-reader',
    replace('secret:/production/acme/*', 'secret:/production/acme*'),
    'secret:/production/acme* is not its own',
  ],
  [
    'RolePolicy t-acme/secret-reader',
    replace('secret:/production/acme/*', 'secret:/production/*'),
    'secret:/production/* is not its own',
  ],
  [
    'RolePolicy t-acme/secret-reader',
    replace('secret:/production/acme/*', 'secret:/production/blue-ridge/*'),
    'it speaks of another tenant',
  ],
  [
    'RolePolicy t-acme/secret-reader',
    replace('secret:/production/', 'secret:/staging/'),
    'secret:/staging/acme/* is not its own',
  ],
  // Network in AWS.
  [subnet, set('spec forProvider cidrBlock', '10.16.48.0/24'), '10.16.48.0/24 is in subnet-'],
  [
    subnet,
    set('spec forProvider cidrBlock', '10.16.64.0/26'),
    '10.16.64.0/26 is in Subnet t-acme/data-us-east-1b',
  ],
  [subnet, set('spec forProvider cidrBlock', '10.16.65.0/27'), '10.16.65.0/27 is not its range'],
  [subnet, set('spec forProvider vpcId', 'vpc-00000000000000000'), 'it is in vpc-00000000000000000'],
  [
    'RouteTableAssociation t-acme/data-us-east-1a',
    set('spec forProvider routeTableId', 'rtb-00000000000000000'),
    'its way out is',
  ],
  [
    'RouteTableAssociation t-acme/data-us-east-1a',
    set('spec forProvider subnetIdRef namespace', 't-blue-ridge'),
    'a subnet in t-blue-ridge',
  ],
  [claim, set('spec tenant', 'blue-ridge'), 'tenant is blue-ridge, and not acme'],
  [claim, set('spec clusterSecurityGroupId', 'sg-00000000000000000'), 'clusterSecurityGroupId is'],
  [claim, set('spec vpcId', 'vpc-00000000000000000'), 'vpcId is'],
  [claim, set('spec region', 'us-west-2'), 'region is us-west-2'],
  [claim, set('spec cluster', 'prod-usw2'), 'cluster is prod-usw2'],
  [claim, append('spec services', 'portal'), 'reach its databases'],
  // What programs are told.
  [
    config,
    replace('t-acme-jobs', 't-blue-ridge-jobs'),
    'ConfigMap t-acme/worker-config: t-blue-ridge-jobs is not',
  ],
  [config, replace('billing.t-acme.svc', 'billing.t-blue-ridge.svc'), 'http://billing.t-blue-ridge.svc'],
  [config, set('data BILLING_URL', 'http://169.254.169.254'), 'http://169.254.169.254 is not its own'],
  [config, set('data TENANT_ID', 'blue-ridge'), 'it speaks of another tenant: blue-ridge'],
  [
    config,
    set('data SQS_PREFIX', 'https://sqs.us-east-1.amazonaws.com/444455556666'),
    '444455556666 is not its own',
  ],
  [
    config,
    replace('portal.acme-mutual.example', 'my.harborview.example'),
    'https://my.harborview.example is not its own',
  ],
  [
    'ConfigMap t-blue-ridge/portal-config',
    replace('insure.keelstone.example/blueridge', 'insure.keelstone.example/tidewater'),
    'insure.keelstone.example/tidewater',
  ],
  [
    'ConfigMap t-blue-ridge/portal-config',
    replace('insure.keelstone.example/blueridge/api/billing', 'insure.keelstone.example/api/billing'),
    'insure.keelstone.example/api/billing is not its own',
  ],
  [
    'ScaledObject t-acme/worker',
    replace('t-acme-jobs', 't-blue-ridge-jobs'),
    'ScaledObject t-acme/worker: t-blue-ridge-jobs is not',
  ],
  [
    'ServiceAccount t-acme/documents',
    set(
      'metadata annotations eks.amazonaws.com/role-arn',
      'arn:aws:iam::111122223333:role/t-acme-worker-prod-use1',
    ),
    'its pods become arn:aws:iam::111122223333:role/t-acme-worker',
  ],
  [
    'ServiceAccount t-acme/documents',
    set('metadata annotations eks.amazonaws.com/role-arn', 'arn:aws:iam::111122223333:role/admin'),
    'role/admin is not its own',
  ],
  [
    role,
    both(set('spec forProvider permissionsBoundary', 'arn:aws:iam::aws:policy/AdministratorAccess')),
    'AdministratorAccess is not its own',
  ],
];
