// Ways to give a tenant's role too much, or to somebody else, or too little: each is a text in an object of Acme's and what it
// becomes. Knows no check that should find them.

export const oidcProvider = 'oidc.eks.us-west-2.amazonaws.com/id/0A1B2C3D4E5F60718293A4B5C6D7E8F9';

const documents = 'keelstone-t-acme-documents-us-east-1';
const queue = 'arn:aws:sqs:us-east-1:111122223333:t-acme-jobs';
const readable = 'secret:/production/acme/*';
const aliases = '"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/t-acme"}';
const objectAliases =
  '"ForAnyValue:StringEquals":{"kms:ResourceAliases":["alias/t-acme","alias/t-acme/copies"]}';
const pods = '"aws:RequestTag/kubernetes-namespace":"t-acme"';
const west = 'system:serviceaccount:t-acme:documents';

/** In Acme's own objects, on the eastern cluster or, where it says IRSA, on the western one: a text and what it becomes. */
export const faults: readonly (readonly [where: string, from: string, to: string])[] = [
  ['documents', `${documents}/acme/*`, `${documents}/acme*`],
  ['documents', `${documents}/acme/*`, `${documents}/*`],
  ['documents', `${documents}/acme/*`, 'keelstone-t-acme*/acme/*'],
  ['documents', `${documents}/acme/*`, 'keelstone-t-acme-eu-documents-us-east-1/acme-eu/*'],
  ['documents', `${documents}/acme/*`, '*'],
  ['documents', `"Resource":"arn:aws:s3:::${documents}/acme/*"`, '"NotResource":"arn:aws:s3:::other/*"'],
  ['documents', '"s3:prefix":"acme/*"', '"s3:prefix":"acme*"'],
  ['documents', '"s3:prefix":"acme/*"', '"s3:prefix":"*"'],
  ['documents', '"StringLike":{"s3:prefix"', '"StringLikeIfExists":{"s3:prefix"'],
  ['documents', '"StringLike":{"s3:prefix"', '"ForAllValues:StringLike":{"s3:prefix"'],
  ['documents', '"s3:DeleteObject"', '"s3:DeleteObject*"'],
  ['documents', '"s3:GetObject",', '"s3:*",'],
  ['documents', '"s3:GetObject",', ''],
  ['documents', '"Action":["s3:ListBucket"]', '"NotAction":["s3:ListBucket"]'],
  ['documents', objectAliases, '"ForAnyValue:StringLike":{"kms:ResourceAliases":"alias/t-acme*"}'],
  ['documents', objectAliases, '"ForAllValues:StringEquals":{"kms:ResourceAliases":"alias/t-acme-eu"}'],
  ['documents', `${objectAliases},`, ''],
  ['documents', ',"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}', ''],
  ['documents', '"s3.us-east-1.amazonaws.com"', '"s3.us-west-2.amazonaws.com"'],
  ['documents', '"Allow","Action":["kms:Decrypt"', '"Deny","Action":["kms:Decrypt"'],
  [
    'underwriting',
    '"StringEquals":{"kms:EncryptionContext:tenant":"acme"}',
    '"StringLike":{"kms:EncryptionContext:tenant":"acme*"}',
  ],
  ['underwriting', ',"StringEquals":{"kms:EncryptionContext:tenant":"acme"}', ''],
  ['underwriting', '"kms:EncryptionContext:tenant":"acme"', '"kms:EncryptionContext:tenant":"acme-eu"'],
  ['underwriting', `${aliases},`, ''],
  ['billing', queue, `${queue}*`],
  ['billing', queue, 'arn:aws:sqs:us-east-1:111122223333:t-acme*-jobs'],
  ['billing', queue, 'arn:aws:sqs:us-east-1:111122223333:t-acme-eu-jobs'],
  ['billing', '"sqs:SendMessage"', '"sqs:*"'],
  ['worker', '"sqs:ReceiveMessage"', '"sqs:SendMessage"'],
  ['worker', '"sqs:DeleteMessage"', '"sqs:Delete*"'],
  ['secret-reader', readable, 'secret:/production/acme*'],
  ['secret-reader', readable, 'secret:/production/*'],
  ['secret-reader', readable, 'secret:*/acme/*'],
  ['secret-reader', readable, 'secret:/production/acme-eu/*'],
  ['secret-reader', '"secretsmanager:GetSecretValue"', '"secretsmanager:*"'],
  ['secret-reader', '"secretsmanager.us-east-1.amazonaws.com"', '"s3.us-east-1.amazonaws.com"'],
  ['secret-reader', '"aws:RequestTag/esoNamespace":"t-acme",', ''],
  ['secret-reader', '"aws:RequestTag/esoNamespace":"t-acme"', '"aws:RequestTag/esoNamespace":"t-acme-eu"'],
  ['secret-reader', '"aws:RequestTag/esoStoreKind":"SecretStore",', ''],
  ['secret-reader', ',"aws:RequestTag/esoStoreName":"secrets-manager"', ''],
  ['secret-reader', 'role/prod-use1-external-secrets"}', 'root"}'],
  ['secret-reader', '"AWS":"arn:aws:iam::111122223333:role/prod-use1-external-secrets"', '"AWS":"*"'],
  ['secret-reader', 'role/prod-use1-external-secrets"}', 'role/prod-usw2-external-secrets"}'],
  ['secret-reader', ',"sts:TagSession"', ''],
  ['documents', pods, '"aws:RequestTag/kubernetes-namespace":"t-acme-eu"'],
  ['documents', `${pods},`, ''],
  ['documents', ',"aws:RequestTag/kubernetes-service-account":"documents"', ''],
  [
    'documents',
    '"aws:RequestTag/kubernetes-service-account":"documents"',
    '"aws:RequestTag/kubernetes-service-account":"billing"',
  ],
  [
    'documents',
    '"aws:RequestTag/eks-cluster-arn":"arn:aws:eks:us-east-1:111122223333:cluster/prod-use1"',
    '"aws:RequestTag/eks-cluster-arn":"arn:aws:eks:us-west-2:111122223333:cluster/prod-usw2"',
  ],
  [
    'documents',
    '"Condition":{"StringEquals":{"aws:RequestTag',
    '"Condition":{"StringNotEquals":{"aws:RequestTag',
  ],
  [
    'documents',
    '"Condition":{"StringEquals":{"aws:RequestTag/eks-cluster-arn":"arn:aws:eks:us-east-1:111122223333:cluster/prod-use1",',
    '"Condition":{"StringEquals":{',
  ],
  ['documents', `{"StringEquals":{"aws:RequestTag/eks`, `{"StringEqualsIfExists":{"aws:RequestTag/eks`],
  ['documents', '"Principal":{"Service":"pods.eks.amazonaws.com"}', '"Principal":"*"'],
  ['documents', '"documents"}}}]}', '"documents*"}}}]}'],
  [
    'IRSA documents',
    `"StringEquals":{"${oidcProvider}:aud":"sts.amazonaws.com","${oidcProvider}:sub":"${west}"`,
    `"StringLike":{"${oidcProvider}:aud":"sts.amazonaws.com","${oidcProvider}:sub":"${west.replace('acme', 'acme*')}"`,
  ],
  ['IRSA documents', west, 'system:serviceaccount:t-acme-eu:documents'],
  ['IRSA documents', west, 'system:serviceaccount:t-acme:billing'],
  ['IRSA documents', `"${oidcProvider}:aud":"sts.amazonaws.com",`, ''],
  ['IRSA documents', `,"${oidcProvider}:sub":"${west}"`, ''],
  [
    'IRSA secret-reader',
    'system:serviceaccount:t-acme:secret-reader',
    'system:serviceaccount:t-acme:documents',
  ],
  ['IRSA documents', 'role/t-acme-documents-prod-usw2', 'role/t-acme-eu-documents-prod-usw2'],
  ['documents', 'role/t-acme-documents-prod-use1', 'role/t-acme-worker-prod-use1'],
  ['documents', '"serviceAccount":"documents"', '"serviceAccount":"portal"'],
  ['documents', '"clusterName":"prod-use1"', '"clusterName":"prod-usw2"'],
  ['secrets-manager', 'role/t-acme-secret-reader-prod-use1', 'role/t-acme-eu-secret-reader-prod-use1'],
  ['billing-secrets', '/production/acme/laravel', '/production/acme-eu/laravel'],
  ['billing-secrets', '/production/acme/laravel', '/staging/acme/laravel'],
];
