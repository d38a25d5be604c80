// Queues: what waits in them is data.
import { changed, either, lowered, raised, removed, replaced, to } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const settings = `${guide}/sqs-configure-queue-parameters.html`;
const encryption = `${guide}/sqs-server-side-encryption.html`;
const letters = `${guide}/sqs-dead-letter-queues.html`;

const queue = managed(
  'sqs',
  'Queue',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['data-loss', 'messages that wait go with the queue'],
    source: settings,
    judge: judgePolicy,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-sqs-queue.html`, {
      '{name,fifoQueue}': 'a queue keeps its name and its kind',
    }),
    ...tell(lowered(number, 345_600), 'data-loss', settings, {
      messageRetentionSeconds: 'messages that waited for longer are deleted',
    }),
    ...tell(either(removed, replaced), 'exposure', encryption, {
      kmsMasterKeyId: 'messages are open to those of another key, or to whoever may read the queue',
    }),
    ...tell(to(false), 'exposure', encryption, { sqsManagedSseEnabled: 'messages are not encrypted' }),
    ...tell(either(removed, replaced), 'recoverability', letters, {
      redrivePolicy: 'messages that nobody can handle are dropped, or kept elsewhere',
    }),
    ...tell(changed, 'exposure', letters, { redriveAllowPolicy: 'other queues may put messages here' }),
    ...tell(lowered(number), 'downtime', settings, {
      visibilityTimeoutSeconds: 'messages come twice while the first reader still works',
      maxMessageSize: 'longer messages are refused',
    }),
    ...tell(raised(number), 'downtime', settings, { delaySeconds: 'messages come later' }),
    ...tell(changed, 'downtime', settings, {
      '{contentBasedDeduplication,deduplicationScope,fifoThroughputLimit}':
        'messages may be dropped or come twice',
    }),
    ...fine('policy', '{receiveWaitTimeSeconds,kmsDataKeyReusePeriodSeconds}'),
  ],
);

const queuePolicy = managed(
  'sqs',
  'QueuePolicy',
  { nature: 'access', created: noHarm, deleted: noHarm, source: guide, judge: judgePolicy },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-sqs-queueinlinepolicy.html`, {
      'queueUrl{,Ref,Selector}': 'a policy keeps its queue',
    }),
    ...fine('policy'),
  ],
);

export const sqs: readonly Knowledge[] = [queue, queuePolicy];
