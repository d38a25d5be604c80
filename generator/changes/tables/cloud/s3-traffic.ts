// Who reads a bucket from pages of other sites, and who is told what happens in it.
import { changed, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { fine, managed, noHarm, tell } from './managed.ts';
import { ofBucket } from './s3-bucket.ts';

const guide = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide';
const origins = `${guide}/cors.html`;
const logging = `${guide}/ServerLogs.html`;
const events = `${guide}/EventNotifications.html`;

const cors = managed(
  's3',
  'BucketCorsConfiguration',
  {
    nature: 'access',
    created: ['exposure', 'pages of other sites may read the bucket'],
    deleted: ['downtime', 'pages of other sites may not read the bucket any more'],
    source: origins,
  },
  [
    ...ofBucket,
    ...tell(changed, 'exposure', origins, { corsRule: 'pages of other sites may read or write more' }),
    ...tell(to('*'), 'exposure', origins, { 'corsRule[].allowedOrigins[]': 'pages of every site may' }),
    ...fine('expectedBucketOwner'),
  ],
);

const accessLogs = managed(
  's3',
  'BucketLogging',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['exposure', 'who reads the bucket is recorded no more'],
    source: logging,
  },
  [
    ...ofBucket,
    ...tell(changed, 'exposure', logging, {
      'targetBucket{,Ref,Selector}': 'records of who reads the bucket go elsewhere',
      targetGrant: 'others may read the records',
    }),
    ...fine('{targetPrefix,targetObjectKeyFormat,expectedBucketOwner}'),
  ],
);

const notification = managed(
  's3',
  'BucketNotification',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'nobody is told of new objects any more'],
    source: events,
  },
  [
    ...ofBucket,
    ...tell(changed, 'downtime', events, {
      '{queue,topic,lambdaFunction,eventbridge}': 'others are told of new objects, or nobody',
    }),
  ],
);

export const trafficKinds: readonly Knowledge[] = [cors, accessLogs, notification];
