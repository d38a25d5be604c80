// The proxy in front of databases, and where it leads.
import { changed, lowered, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { turnedOn } from '../turns.ts';
import { managed, noHarm, tagRows, tell } from './managed.ts';

const proxies = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const terraform =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy_target';

const downtime = ['downtime', 'clients that come through the proxy lose their way'] as const;

const proxy = managed(
  'rds',
  'Proxy',
  { nature: 'access', created: ['cost', 'a proxy is paid for'], deleted: downtime, source: proxies },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-rds-dbproxy.html`, {
      engineFamily: 'a proxy keeps its engine',
      'vpcSubnetIds{,Refs,Selector}': 'a proxy keeps its subnets',
      '{endpoint,targetConnection}NetworkType': 'a proxy keeps its kind of network',
    }),
    ...tell(to(false, undefined), 'exposure', proxies, { requireTls: 'clients may connect in the clear' }),
    ...tell(turnedOn, 'downtime', proxies, { requireTls: 'clients that connect in the clear are refused' }),
    ...tell(changed, 'exposure', proxies, {
      auth: 'others may sign in, or in another way',
      defaultAuthScheme: 'clients sign in in another way',
      'roleArn{,Ref,Selector}': 'the proxy reads secrets as another role',
      'vpcSecurityGroupId{s,Refs,Selector}': 'other rules decide who reaches the proxy',
    }),
    ...tell(to(true), 'exposure', proxies, { debugLogging: 'statements are logged with what is in them' }),
    ...tell(lowered(number, 1800), 'downtime', proxies, {
      idleClientTimeout: 'idle clients are disconnected earlier',
    }),
  ],
);

const targetGroup = managed(
  'rds',
  'ProxyDefaultTargetGroup',
  { nature: 'workload', created: noHarm, deleted: downtime, source: proxies },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-rds-dbproxytargetgroup.html`, {
      'dbProxyName{,Ref,Selector}': 'a group keeps its proxy',
    }),
    ...tell(lowered(number), 'downtime', proxies, {
      'connectionPoolConfig.{maxConnectionsPercent,connectionBorrowTimeout}': 'clients wait or are refused',
    }),
  ],
);

const target = managed(
  'rds',
  'ProxyTarget',
  { nature: 'access', created: noHarm, deleted: downtime, source: proxies },
  tell(changed, 'stuck', terraform, {
    '{dbInstanceIdentifier,dbProxyName}{,Ref,Selector}': 'a target keeps its proxy and its database',
    '{dbClusterIdentifier,targetGroupName}': 'a target keeps its proxy and its database',
  }),
);

export const proxyKinds: readonly Knowledge[] = [proxy, targetGroup, target];
