// Every kind of AWS's that Crossplane manages for us, by service.
import type { Knowledge } from '../knowledge.ts';
import { acm } from './cloud/acm.ts';
import { backup } from './cloud/backup.ts';
import { budgets } from './cloud/budgets.ts';
import { cloudcontrol } from './cloud/cloudcontrol.ts';
import { cloudfront } from './cloud/cloudfront.ts';
import { cloudwatch } from './cloud/cloudwatch.ts';
import { ec2 } from './cloud/ec2.ts';
import { eks } from './cloud/eks.ts';
import { elasticache } from './cloud/elasticache.ts';
import { iam } from './cloud/iam.ts';
import { kms } from './cloud/kms.ts';
import { rds } from './cloud/rds.ts';
import { route53 } from './cloud/route53.ts';
import { s3 } from './cloud/s3.ts';
import { secretsmanager } from './cloud/secretsmanager.ts';
import { sns } from './cloud/sns.ts';
import { sqs } from './cloud/sqs.ts';
import { wafv2 } from './cloud/wafv2.ts';

export const cloud: readonly Knowledge[] = [
  ...acm,
  ...backup,
  ...budgets,
  ...cloudcontrol,
  ...cloudfront,
  ...cloudwatch,
  ...ec2,
  ...eks,
  ...elasticache,
  ...iam,
  ...kms,
  ...rds,
  ...route53,
  ...s3,
  ...secretsmanager,
  ...sns,
  ...sqs,
  ...wafv2,
];
