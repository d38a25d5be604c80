// Claims of hosts and of alarms: what a change of one does to visitors, and to whoever is called.
import { cachePolicies } from '../../model/cloudfront.ts';
import { added, changed, direction, lowered, raised, removed, replaced, to } from '../directions.ts';
import type { Knowledge, Manifest, Pair, Ruling } from '../knowledge.ts';
import { number, rank } from '../measures.ts';
import { commonRows } from './common.ts';
import { composed } from './composed.ts';
import { verdict } from './rows.ts';
import { below } from './tell.ts';
import { setToFalse } from './turns.ts';

const guide = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide';
const settings = `${guide}/distribution-web-values-specify.html`;
const failover = `${guide}/high_availability_origin_failover.html`;
const keys = `${guide}/cache-key-create-cache-policy.html`;
const protocols = `${guide}/secure-connections-supported-viewer-protocols-ciphers.html`;
const restrictions = `${guide}/georestrictions.html`;
const logs = `${guide}/AccessLogs.html`;
const firewall = 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html';
const checks = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html';
const records = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html';
const alarm = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html';
const tags = 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html';
/** `x-kubernetes-validations` in it. */
const schemaOf = (kind: string) => `schemas/kubernetes/tenantry.dev/${kind}_v1alpha1.json`;

const { tell, fine } = below('spec');

const policies: readonly unknown[] = Object.values(cachePolicies);
const toUnknownPolicy = direction('to a policy that is not known', (_, after) => !policies.includes(after));
const protocol = rank('TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025');

/** Whom both kinds call, and what both are tagged with. */
const common = [
  ...commonRows,
  ...tell(setToFalse, 'downtime', alarm, { actionsEnabled: 'nobody is called any more' }),
  ...tell(changed, 'exposure', alarm, { alertEndpoint: 'alarms are told somebody else' }),
  ...tell(changed, 'cost', tags, { tags: 'bills are split otherwise' }),
];

const cdn: Knowledge = {
  group: 'tenantry.dev',
  kind: 'CdnClaim',
  nature: 'access',
  created: verdict('exposure', 'its host leads in from the internet', settings),
  deleted: verdict('exposure', 'what serves its host is looked after by nobody', settings),
  judge: (pairs) => pairs.flatMap(judgeCountries),
  rows: [
    ...common,
    ...tell(changed, 'rejected', schemaOf('cdnclaim'), {
      '{tenant,cluster,account}': 'a host does not pass to others',
      host: 'a certificate keeps its name: another host is another claim',
    }),
    ...tell(added, 'exposure', settings, {
      distributionId: 'the distribution of that id becomes what the claim says, whomever it serves today',
    }),
    ...tell(replaced, 'rejected', schemaOf('cdnclaim'), { distributionId: 'it is not another one' }),
    ...tell(removed, 'rejected', schemaOf('cdnclaim'), { distributionId: 'it is not forgotten' }),
    ...tell(setToFalse, 'downtime', settings, { enabled: 'every visitor is refused' }),
    ...originRows(),
    ...visitorRows(),
    ...watchRows(),
  ],
};

/** Which countries are let in follows from two fields; without a list, all of them are. */
function judgeCountries({ object, before, after }: Pair): Ruling[] {
  if (before === undefined || after === undefined) return [];
  const [old, now] = [countriesOf(before), countriesOf(after)];
  const isOpened = old !== undefined && (now === undefined || now.some((one) => !old.includes(one)));
  const isClosed = now !== undefined && (old === undefined || old.some((one) => !now.includes(one)));
  const ruling = {
    object,
    field: 'spec.locations',
    source: restrictions,
    before: old?.join(', '),
    after: now?.join(', '),
  };
  return [
    ...(isOpened
      ? [{ ...ruling, lane: 'exposure' as const, reason: 'visitors of other countries are let in' }]
      : []),
    ...(isClosed
      ? [{ ...ruling, lane: 'downtime' as const, reason: 'visitors of some countries are refused' }]
      : []),
  ];
}

function countriesOf({ spec }: Manifest): readonly string[] | undefined {
  const { restrictionType, locations } = spec as { restrictionType?: string; locations?: readonly string[] };
  return restrictionType === 'whitelist' ? (locations ?? []) : undefined;
}

function originRows() {
  return [
    ...tell(changed, 'exposure', settings, {
      '{primaryDomain,primaryVpcOriginId}': 'requests go to another cluster, and what they carry with them',
    }),
    ...tell(replaced, 'exposure', failover, {
      '{secondaryDomain,secondaryVpcOriginId}': 'another cluster answers when the home fails',
    }),
    ...tell(removed, 'recoverability', failover, {
      '{secondaryDomain,secondaryVpcOriginId}': 'nobody answers when the home fails',
    }),
    ...tell(lowered(number), 'downtime', settings, { originReadTimeout: 'slow answers fail' }),
    ...tell(changed, 'exposure', keys, {
      apiPattern: 'answers of services may be kept and given to others, or writes refused',
    }),
    ...tell(toUnknownPolicy, 'exposure', keys, {
      cachePolicyId: 'answers for one visitor may be given to another',
    }),
  ];
}

function visitorRows() {
  return [
    ...tell(lowered(protocol), 'exposure', protocols, {
      minimumProtocolVersion: 'visitors may use weaker encryption',
    }),
    ...tell(raised(protocol), 'downtime', protocols, { minimumProtocolVersion: 'old clients are refused' }),
    ...tell(changed, 'cost', settings, { priceClass: 'another set of places answers, at another price' }),
    ...tell(changed, 'exposure', firewall, { ruleJson: 'the firewall lets other requests through' }),
    ...tell(changed, 'exposure', logs, { logBucket: 'records of requests go elsewhere' }),
    ...tell(changed, 'downtime', records, {
      '{zoneId,entryHost}':
        'the name that the host points to is set elsewhere, and the old one is not kept up',
    }),
    ...fine('{restrictionType,locations,logPrefix}'),
  ];
}

function watchRows() {
  return [
    ...tell(changed, 'downtime', checks, { healthPath: 'another page tells whether the host is there' }),
    ...tell(to(true), 'downtime', checks, { healthCheckDisabled: 'nobody notices when the host is away' }),
    ...tell(raised(number), 'downtime', alarm, { errorPercent: 'somebody is called later' }),
  ];
}

const alarms: Knowledge = {
  group: 'tenantry.dev',
  kind: 'AlarmsClaim',
  nature: 'workload',
  created: verdict('neutral', 'no harm is known', ''),
  deleted: verdict('downtime', 'nobody looks after the alarms any more', alarm),
  rows: [
    ...common,
    ...tell(changed, 'rejected', schemaOf('alarmsclaim'), {
      '{region,account,tenant,cluster}': 'alarms stay where what they watch is',
    }),
    ...tell(
      changed,
      'exposure',
      'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
      {
        keyAlias: 'what alarms say is open to those of another key',
      },
    ),
    ...tell(removed, 'downtime', alarm, {
      '{database,bucket,copyBucket,copyRule,vault}': 'it is watched no more',
      '{replicas,cacheNodes,queues}[]': 'it is watched no more',
    }),
    ...tell(replaced, 'downtime', alarm, {
      '{database,bucket,copyBucket,copyRule,vault}': 'another one is watched',
    }),
    ...tell(changed, 'downtime', alarm, {
      '{cpuPercent,freeMemoryBytes,freeStorageBytes,connections,diskQueue,replicaLagSeconds}':
        'somebody is called at another time',
      '{cacheCpuPercent,cacheMemoryPercent,cacheEvictions,queueAgeSeconds,errorRate,replicationSeconds}':
        'somebody is called at another time',
    }),
  ],
};

export const edgeClaims: readonly Knowledge[] = [cdn, alarms].map(composed);
