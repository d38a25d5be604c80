// Keys. What is encrypted with a key is lost with it.
import { changed, lowered, raised, to } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { setToFalse, turnedOff } from '../turns.ts';
import { fine, managed, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/kms/latest/developerguide';
const deletion = `${guide}/deleting-keys.html`;
const enabling = `${guide}/enabling-keys.html`;
const rotation = `${guide}/rotate-keys.html`;
const create = 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html';
const aliases = `${guide}/kms-alias.html`;

const lost = ['data-loss', 'everything encrypted with the key is lost'] as const;

const common = [
  ...tell(lowered(number, 30), 'recoverability', deletion, {
    deletionWindowInDays: 'there is less time to notice that the key is being deleted',
  }),
  ...tell(to(true), 'recoverability', create, {
    bypassPolicyLockoutSafetyCheck: 'a policy may lock everybody out of the key',
  }),
  ...fine('description', 'policy'),
];

const key = managed(
  'kms',
  'Key',
  {
    nature: 'stateful',
    created: ['cost', 'another key is paid for'],
    deleted: lost,
    source: deletion,
    judge: judgePolicy,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', create, {
      '{customerMasterKeySpec,keyUsage,multiRegion}': 'a key keeps its kind and its use',
      '{customKeyStoreId,xksKeyId}': 'a key stays where its material is',
    }),
    ...tell(setToFalse, 'downtime', enabling, { isEnabled: 'nothing can be decrypted with the key' }),
    ...tell(turnedOff, 'exposure', rotation, { enableKeyRotation: 'the key material is never changed' }),
    ...tell(raised(number, 365), 'exposure', rotation, {
      rotationPeriodInDays: 'the key material is changed less often',
    }),
    ...common,
  ],
);

const alias = managed(
  'kms',
  'Alias',
  {
    nature: 'stateful',
    created: ['neutral', 'a name for a key'],
    deleted: ['downtime', 'whoever names the key by it can use it no more'],
    source: aliases,
  },
  tell(changed, 'exposure', aliases, {
    'targetKeyId{,Ref,Selector}': 'what is encrypted from now on is open to those of another key',
  }),
);

const replicaKey = managed(
  'kms',
  'ReplicaKey',
  {
    nature: 'stateful',
    created: ['cost', 'another key is paid for'],
    deleted: lost,
    source: deletion,
    judge: judgePolicy,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${guide}/multi-region-keys-replicate.html`, {
      'primaryKeyArn{,Ref,Selector}': 'a replica keeps its primary key',
    }),
    ...tell(setToFalse, 'downtime', enabling, { enabled: 'nothing can be decrypted with the key' }),
    ...common,
  ],
);

export const kms: readonly Knowledge[] = [key, alias, replicaKey];
