// Secrets, who reads them, and when they change.
import { changed, either, lowered, ofKept, raised, removed, replaced, to } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { sparser } from '../schedules.ts';
import { turnedOff } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/secretsmanager/latest/userguide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const deletion = `${guide}/manage_delete-secret.html`;
const encryption = `${guide}/security-encryption.html`;
const replicas = `${guide}/replicate-secrets.html`;
const policies = `${guide}/auth-and-access_resource-policies.html`;
const rotations = `${guide}/rotating-secrets.html`;

const secret = managed(
  'secretsmanager',
  'Secret',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['data-loss', 'the secret goes, for good after its recovery window'],
    source: deletion,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-secretsmanager-secret.html`, {
      name: 'a secret keeps its name',
    }),
    ...tell(changed, 'exposure', encryption, {
      'kmsKeyId{,Ref,Selector}': 'who may use another key reads the secret',
    }),
    ...tell(lowered(number, 30), 'recoverability', deletion, {
      recoveryWindowInDays: 'there is less time to take a deletion back, or none',
    }),
    ...tell(removed, 'recoverability', replicas, { 'replica[]': 'the other region has no copy any more' }),
    ...tell(ofKept(either(replaced, removed)), 'exposure', replicas, {
      'replica[].kmsKeyId': 'who may use another key reads the copy',
    }),
    ...tell(to(true), 'data-loss', replicas, {
      forceOverwriteReplicaSecret: 'a secret of the same name in the other region is overwritten',
    }),
    ...fine('description', 'replica[].region'),
  ],
);

const secretPolicy = managed(
  'secretsmanager',
  'SecretPolicy',
  { nature: 'access', created: noHarm, deleted: noHarm, source: policies, judge: judgePolicy },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-secretsmanager-resourcepolicy.html`, {
      'secretArn{,Ref,Selector}': 'a policy keeps its secret',
    }),
    ...tell(turnedOff, 'exposure', policies, {
      blockPublicPolicy: 'nothing keeps the secret from being opened to everybody',
    }),
    ...fine('policy'),
  ],
);

const secretVersion = managed(
  'secretsmanager',
  'SecretVersion',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['data-loss', 'the value goes'],
    source: guide,
  },
  [
    ...tell(
      changed,
      'stuck',
      'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_version',
      {
        'secretId{,Ref,Selector}': 'a value keeps its secret',
      },
    ),
    ...tell(changed, 'downtime', guide, {
      '{secretStringSecretRef,secretBinarySecretRef,secretStringWoSecretRef}':
        'clients that hold the old value are refused',
      '{secretStringWoVersion,versionStages}': 'clients that hold the old value are refused',
    }),
  ],
);

const rotation = managed(
  'secretsmanager',
  'SecretRotation',
  {
    nature: 'access',
    created: ['downtime', 'clients that hold the old value are refused after each rotation'],
    deleted: ['exposure', 'the secret is never changed any more'],
    source: rotations,
  },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-secretsmanager-rotationschedule.html`, {
      'secretId{,Ref,Selector}': 'a rotation keeps its secret',
    }),
    ...tell(changed, 'exposure', rotations, {
      'rotationLambdaArn{,Ref,Selector}': 'another function sees and sets the secret',
    }),
    ...tell(either(raised(number), removed), 'exposure', rotations, {
      'rotationRules.automaticallyAfterDays': 'the secret is changed less often',
    }),
    ...tell(sparser, 'exposure', rotations, {
      'rotationRules.scheduleExpression': 'the secret is changed less often',
    }),
    ...fine('rotateImmediately', 'rotationRules.duration'),
  ],
);

export const secretsmanager: readonly Knowledge[] = [secret, secretPolicy, secretVersion, rotation];
