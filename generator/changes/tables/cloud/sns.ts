// Topics, who hears of what is said there, and who may say it.
import { changed, either, lowered, removed, replaced } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/sns/latest/dg';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const topics = `${guide}/sns-create-topic.html`;
const encryption = `${guide}/sns-server-side-encryption.html`;
const subscriptions = `${guide}/sns-create-subscribe-endpoint-to-topic.html`;
const queues = `${guide}/sns-dead-letter-queues.html`;

const topic = managed(
  'sns',
  'Topic',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'the topic goes with its subscriptions, and nobody hears of alarms'],
    source: topics,
    judge: judgePolicy,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-sns-topic.html`, {
      fifoTopic: 'a topic keeps its kind',
    }),
    ...tell(either(removed, replaced), 'exposure', encryption, {
      kmsMasterKeyId: 'messages are open to those of another key, or to whoever may read the topic',
    }),
    ...tell(lowered(number), 'exposure', `${guide}/sns-verify-signature-of-message.html`, {
      signatureVersion: 'messages are signed with a weaker digest',
    }),
    ...tell(removed, 'recoverability', `${guide}/fifo-message-archiving-replay.html`, {
      archivePolicy: 'messages cannot be sent again',
    }),
    ...tell(changed, 'downtime', topics, {
      '{contentBasedDeduplication,fifoThroughputScope}': 'messages may be dropped or come twice',
    }),
    ...fine(
      'policy',
      '{displayName,deliveryPolicy,tracingConfig}',
      '{application,firehose,http,lambda,sqs}{Success,Failure}FeedbackRoleArn{,Ref,Selector}',
      '{application,firehose,http,lambda,sqs}SuccessFeedbackSampleRate',
    ),
  ],
);

const subscription = managed(
  'sns',
  'TopicSubscription',
  {
    nature: 'access',
    created: ['exposure', 'somebody else hears of what is said in the topic'],
    deleted: ['downtime', 'its endpoint hears nothing any more'],
    source: subscriptions,
  },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-sns-subscription.html`, {
      protocol: 'a subscription keeps its protocol',
      '{endpoint,topicArn}{,Ref,Selector}': 'a subscription keeps its topic and its endpoint',
    }),
    ...tell(changed, 'downtime', `${guide}/sns-message-filtering.html`, {
      '{filterPolicy,filterPolicyScope}': 'messages that came through are held back, or others come',
      rawMessageDelivery: 'messages come in another form',
    }),
    ...tell(either(removed, replaced), 'recoverability', queues, {
      redrivePolicy: 'messages that cannot be delivered are dropped, or kept elsewhere',
    }),
    ...fine(
      '{confirmationTimeoutInMinutes,deliveryPolicy,endpointAutoConfirms,replayPolicy}',
      'subscriptionRoleArn{,Ref,Selector}',
    ),
  ],
);

const topicPolicy = managed(
  'sns',
  'TopicPolicy',
  { nature: 'access', created: noHarm, deleted: noHarm, source: guide, judge: judgePolicy },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-sns-topicinlinepolicy.html`, {
      'arn{,Ref,Selector}': 'a policy keeps its topic',
    }),
    ...fine('policy'),
  ],
);

export const sns: readonly Knowledge[] = [topic, subscription, topicPolicy];
