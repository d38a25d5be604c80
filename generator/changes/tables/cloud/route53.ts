// Names, where they lead, and what decides it.
import { changed, either, lowered, raised, removed, replaced, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { turnedOff } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const records = `${guide}/resource-record-sets-values.html`;
const routing = `${guide}/routing-policy.html`;
const failover = `${guide}/dns-failover.html`;
const checks = `${guide}/health-checks-creating-values.html`;
const zones = `${guide}/hosted-zones-working-with.html`;

const record = managed(
  'route53',
  'Record',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'the name leads nowhere'],
    source: records,
  },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-route53-recordset.html`, {
      name: 'a record keeps its name',
      'zoneId{,Ref,Selector}': 'a record keeps its zone',
    }),
    ...tell(changed, 'exposure', records, {
      '{alias.name,alias.zoneId,type}': 'requests go elsewhere, and what they carry with them',
      'records{,Refs,Selector}': 'requests go elsewhere, and what they carry with them',
    }),
    ...tell(to(true), 'exposure', records, { allowOverwrite: 'it takes the name from whoever has it' }),
    ...tell(changed, 'downtime', routing, {
      '{setIdentifier,weightedRoutingPolicy,latencyRoutingPolicy,geolocationRoutingPolicy}':
        'clients are led another way',
      '{failoverRoutingPolicy,geoproximityRoutingPolicy,cidrRoutingPolicy}': 'clients are led another way',
      multivalueAnswerRoutingPolicy: 'clients are led another way',
    }),
    ...tell(either(removed, replaced), 'recoverability', failover, {
      'healthCheckId{,Ref.name}': 'the name keeps leading to what is down',
    }),
    ...tell(changed, 'recoverability', failover, {
      healthCheckIdSelector: 'the name may keep leading to what is down',
    }),
    ...tell(turnedOff, 'recoverability', failover, {
      'alias.evaluateTargetHealth': 'the name keeps leading to what is down',
    }),
    ...tell(raised(number), 'recoverability', failover, { ttl: 'clients keep the old answer for longer' }),
    ...fine('healthCheckIdRef'),
  ],
);

const healthCheck = managed(
  'route53',
  'HealthCheck',
  {
    nature: 'workload',
    created: ['cost', 'another check is paid for'],
    deleted: ['recoverability', 'names that it decides on keep leading to what is down'],
    source: checks,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-route53-healthcheck.html`, {
      '{type,requestInterval,measureLatency}': 'it is chosen when the check is created',
      '{referenceName,routingControlArn}': 'it is chosen when the check is created',
    }),
    ...tell(changed, 'downtime', checks, {
      '{fqdn,ipAddress,port,resourcePath,searchString,enableSni}': 'what serves may be taken for down',
      '{invertHealthcheck,insufficientDataHealthStatus,regions}': 'what serves may be taken for down',
      'childHealthchecks{,Refs,Selector}': 'what serves may be taken for down',
      'cloudwatchAlarmName{,Ref,Selector}': 'what serves may be taken for down',
      '{childHealthThreshold,cloudwatchAlarmRegion}': 'what serves may be taken for down',
    }),
    ...tell(raised(number), 'recoverability', checks, {
      failureThreshold: 'names turn away from what is down later',
    }),
    ...tell(lowered(number), 'downtime', checks, { failureThreshold: 'a short hiccup counts as down' }),
    ...tell(to(true), 'recoverability', checks, { disabled: 'what is down counts as serving' }),
  ],
);

const zone = managed(
  'route53',
  'Zone',
  {
    nature: 'stateful',
    created: ['cost', 'another zone is paid for'],
    deleted: ['data-loss', 'the records go, and a new zone has other name servers'],
    source: zones,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-route53-hostedzone.html`, {
      name: 'a zone keeps its name',
      'delegationSetId{,Ref,Selector}': 'a zone keeps its name servers',
    }),
    ...tell(to(true), 'data-loss', zones, { forceDestroy: 'records of others are deleted with the zone' }),
    ...tell(changed, 'exposure', `${guide}/hosted-zones-private.html`, {
      vpc: 'other networks see the names',
    }),
    ...tell(turnedOff, 'recoverability', zones, {
      enableAcceleratedRecovery: 'names cannot be changed while the home region of the service is down',
    }),
    ...fine('comment'),
  ],
);

export const route53: readonly Knowledge[] = [record, healthCheck, zone];
