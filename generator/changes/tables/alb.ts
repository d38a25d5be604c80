// What the AWS Load Balancer Controller reads off an Ingress's annotations. Knows no other controller.
import { added, changed, either, from, lowered, removed, replaced } from '../directions.ts';
import type { Row } from '../knowledge.ts';
import { type Measure, rank } from '../measures.ts';
import { letsInMoreCallers } from './callers.ts';
import { below } from './tell.ts';
import { finds, loses, present } from './ways.ts';

const annotations =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/';
const replacement =
  'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/deploy/elbv2/load_balancer_synthesizer.go';
const policies =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html';

const { tell, fine } = below('metadata');
const alb = (name: string) => `annotations["alb.ingress.kubernetes.io/${name}"]`;

/** The oldest TLS that a policy lets in, by its name: 1.0 unless it says. */
const oldestTls: Measure = (policy) =>
  Number(/-(?:TLS13|TLS|FS)-1-(\d)/.exec(String(policy ?? ''))?.[1] ?? 0);

export const albRows: readonly Row[] = [
  ...fine(
    alb('tags'),
    alb('target-group-attributes'),
    alb('{healthcheck-path,healthcheck-port,healthcheck-protocol,healthcheck-interval-seconds}'),
    alb('{healthcheck-timeout-seconds,healthy-threshold-count,unhealthy-threshold-count,success-codes}'),
  ),
  ...fine(alb('{scheme,inbound-cidrs,wafv2-acl-arn,ssl-policy,certificate-arn,listen-ports,ssl-redirect}')),
  ...fine(alb('{backend-protocol,load-balancer-attributes}')),
  ...tell(lowered(rank('internet-facing', 'internal'), 'internal'), 'exposure', annotations, {
    [alb('scheme')]: 'the load balancer is reached from the internet',
  }),
  ...tell(changed, 'downtime', replacement, {
    [alb('scheme')]: 'the load balancer is replaced by one with another DNS name',
  }),
  ...tell(changed, 'data-loss', `${annotations}#group.name`, {
    [alb('group.name')]: 'a load balancer without members is deleted, and its DNS name does not come back',
  }),
  ...tell(either(added, replaced), 'exposure', `${annotations}#group.name`, {
    [alb('group.name')]: 'members of the group may add rules before these',
  }),
  ...tell(changed, 'exposure', annotations, {
    [alb('group.order')]: 'rules of other members may come before these',
    [alb('security-groups')]: 'other security groups decide who may call',
    [alb('security-group-prefix-lists')]: 'other lists decide who may call',
    [alb('mutual-authentication')]: 'callers prove who they are in another way, or not at all',
  }),
  ...tell(letsInMoreCallers, 'exposure', annotations, { [alb('inbound-cidrs')]: 'more addresses may call' }),
  ...tell(either(replaced, removed), 'exposure', annotations, {
    [alb('wafv2-acl-arn')]: 'another firewall looks at what comes in, or none',
  }),
  ...tell(lowered(oldestTls, ''), 'exposure', policies, {
    [alb('ssl-policy')]: 'callers may use an older TLS',
  }),
  ...tell(loses, 'downtime', annotations, {
    [alb('certificate-arn')]: 'hosts of the certificate are not served any more',
  }),
  ...tell(present, 'exposure', annotations, {
    [`${alb('listen-ports')}[].HTTP`]: 'a port is open without TLS',
  }),
  ...tell(added, 'exposure', annotations, { [`${alb('listen-ports')}[].HTTPS`]: 'one more port is open' }),
  ...tell(removed, 'downtime', annotations, {
    [`${alb('listen-ports')}[].{HTTP,HTTPS}`]: 'callers of the port find nobody',
  }),
  ...tell(removed, 'exposure', annotations, {
    [alb('ssl-redirect')]: 'callers without TLS are not sent on to it',
  }),
  ...tell(lowered(rank('HTTP', 'HTTPS'), 'HTTP'), 'exposure', annotations, {
    [alb('backend-protocol')]: 'between the load balancer and the pods there is no TLS',
  }),
  ...tell(from('oidc', 'cognito'), 'exposure', annotations, {
    [alb('auth-type')]: 'callers need not sign in',
  }),
  ...tell(changed, 'stuck', replacement, {
    [alb('load-balancer-name')]: 'the load balancer keeps the name that it was made with',
  }),
  ...tell(changed, 'downtime', annotations, {
    [alb('target-type')]: 'targets are registered anew, in another way',
    [alb('subnets')]: 'the load balancer leaves zones, or its addresses change',
  }),
  ...tell(lowered(finds(/deletion_protection\.enabled=true/)), 'recoverability', annotations, {
    [alb('load-balancer-attributes')]: 'nothing keeps the load balancer from being deleted',
  }),
  ...tell(lowered(finds(/access_logs\.s3\.enabled=true/)), 'exposure', annotations, {
    [alb('load-balancer-attributes')]: 'who called is not written down any more',
  }),
];
