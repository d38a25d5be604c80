// How a host leads to the clusters, as a kind of its own: certificate, firewall, distribution, names, and who is called when it
// is away. Refuses to know any host: a claim says which.
//
// There are no latency records: a host has one distribution, whose addresses are everywhere, and which goes to a load balancer
// by its VPC origin, not by a name. Between regions it is the distribution that fails over, for reads.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/cdnclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import { alarmTemplate, topicTemplates } from '../../../../../compose/alarm.ts';
import { composition, fromClaim, toClaim } from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { distributionTemplate, watchedDistribution } from '../../../../../compose/distribution.ts';
import { filled, managedTemplate } from '../../../../../compose/template.ts';
import {
  cdnComposition,
  distributionZone,
  edgeRegion,
  type HostZone,
  standbyComposition,
} from '../../../../../model/cloudfront.ts';
import type { Template } from '../../../../../model/composition.ts';
import { cdnClaim, webAclOf } from '../../../../../model/names.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, definitionOf(cdnClaim, claimSchema));
  for (const zone of ['own', 'shared'] satisfies HostZone[]) {
    for (const origins of [1, 2] as const) {
      const name = cdnComposition(zone, origins);
      add(chart, composition(target, { definition: cdnClaim, name, templates: partsOf(zone, origins) }));
    }
  }
  const templates = [watchedDistribution()];
  add(chart, composition(target, { definition: cdnClaim, name: standbyComposition, templates }));
}

/** One template keeps its name in every composition, so a claim that changes from one to another keeps its objects. */
function partsOf(zone: HostZone, origins: 1 | 2): Template[] {
  return [
    certificate,
    ...(zone === 'shared' ? [validationRecord] : []),
    issued,
    firewall,
    distributionTemplate(origins),
    entry('A'),
    entry('AAAA'),
    health,
    // No key of the tenant is sure to be in that region, and an alarm says names and states alone.
    ...topicTemplates({ name: 'edge-alarms', region: edgeRegion }),
    away,
    failing,
    expiring,
  ];
}

const certificate = managedTemplate({
  name: 'certificate',
  service: 'acm',
  kind: 'Certificate',
  mayDelete: false,
  isTagged: true,
  forProvider: { region: edgeRegion, validationMethod: 'DNS', keyAlgorithm: 'EC_prime256v1' },
  patches: [
    fromClaim('spec.host', 'spec.forProvider.domainName'),
    toClaim('status.atProvider.domainValidationOptions[0].resourceRecordName', 'status.validationRecordName'),
    toClaim(
      'status.atProvider.domainValidationOptions[0].resourceRecordValue',
      'status.validationRecordValue',
    ),
  ],
});

/** The same for as long as the account asks for the name, so ACM renews by itself while it stands. */
const validationRecord = managedTemplate({
  name: 'validation',
  service: 'route53',
  kind: 'Record',
  mayDelete: false,
  isTagged: false,
  forProvider: { type: 'CNAME', ttl: 300, allowOverwrite: true },
  patches: [
    fromClaim('spec.zoneId', 'spec.forProvider.zoneId'),
    fromClaim('status.validationRecordName', 'spec.forProvider.name'),
    fromClaim('status.validationRecordValue', 'spec.forProvider.records[0]'),
  ],
});

/** Stands for no thing in AWS: it is ready once the certificate is issued, which takes the owner of the host's DNS. */
const issued = managedTemplate({
  name: 'issued',
  service: 'acm',
  kind: 'CertificateValidation',
  mayDelete: true,
  isTagged: false,
  forProvider: { region: edgeRegion, certificateArnSelector: { matchControllerRef: true } },
  patches: [toClaim('status.atProvider.certificateArn', 'status.certificateArn')],
});

const firewall = managedTemplate({
  name: 'firewall',
  service: 'wafv2',
  kind: 'WebACL',
  mayDelete: false,
  isTagged: true,
  forProvider: {
    region: edgeRegion,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
  },
  patches: [
    filled(webAclOf('<spec.tenant>', '<spec.cluster>'), 'spec.forProvider.name'),
    filled(webAclOf('<spec.tenant>', '<spec.cluster>'), 'spec.forProvider.visibilityConfig.metricName'),
    fromClaim('spec.ruleJson', 'spec.forProvider.ruleJson'),
    toClaim('status.atProvider.arn', 'status.webAclArn'),
  ],
});

/** Overwrites: when the home moves, the record that stands is the one that the new home wants. */
function entry(type: 'A' | 'AAAA'): Template {
  return managedTemplate({
    name: `entry-${type.toLowerCase()}`,
    service: 'route53',
    kind: 'Record',
    mayDelete: false,
    isTagged: false,
    forProvider: {
      type,
      allowOverwrite: true,
      alias: { zoneId: distributionZone, evaluateTargetHealth: false },
    },
    patches: [
      fromClaim('spec.zoneId', 'spec.forProvider.zoneId'),
      fromClaim('spec.entryHost', 'spec.forProvider.name'),
      fromClaim('status.distributionDomain', 'spec.forProvider.alias.name'),
    ],
  });
}

/** Asked the way visitors ask: DNS of the owner, certificate, firewall, distribution, load balancer, service. */
const health = managedTemplate({
  name: 'health',
  service: 'route53',
  kind: 'HealthCheck',
  mayDelete: true,
  isTagged: true,
  forProvider: {
    type: 'HTTPS',
    port: ports.https,
    enableSni: true,
    requestInterval: 30,
    failureThreshold: 3,
    // AWS wants three; visitors may be let in from the United States alone.
    regions: ['us-east-1', 'us-west-1', 'us-west-2'],
  },
  patches: [
    fromClaim('spec.host', 'spec.forProvider.fqdn'),
    fromClaim('spec.healthPath', 'spec.forProvider.resourcePath'),
    fromClaim('spec.healthCheckDisabled', 'spec.forProvider.disabled'),
    toClaim('status.atProvider.id', 'status.healthCheckId'),
  ],
});

const away = alarmTemplate({
  name: 'edge-away',
  description:
    'Nobody reaches the host from outside: its DNS, its certificate or what is behind it. Think of a failover.',
  namespace: 'AWS/Route53',
  metricName: 'HealthCheckStatus',
  dimensions: { HealthCheckId: 'status.healthCheckId' },
  statistic: 'Minimum',
  period: 60,
  periods: 3,
  when: 'LessThanThreshold',
  threshold: 1,
  silence: 'breaching',
  region: edgeRegion,
});

const failing = alarmTemplate({
  name: 'edge-failing',
  description: 'Too many answers to visitors are errors of ours.',
  namespace: 'AWS/CloudFront',
  metricName: '5xxErrorRate',
  dimensions: { DistributionId: 'status.distributionId' },
  constants: { Region: 'Global' },
  statistic: 'Average',
  period: 300,
  periods: 2,
  when: 'GreaterThanThreshold',
  threshold: 'spec.errorPercent',
  // Nobody asks at night.
  silence: 'notBreaching',
  region: edgeRegion,
});

/** ACM renews 60 days before the end, and cannot once the owner has taken the validation record out of its DNS. */
const expiring = alarmTemplate({
  name: 'edge-expiring',
  description:
    'The certificate was not renewed: see that the validation record still stands in the DNS of the host.',
  namespace: 'AWS/CertificateManager',
  metricName: 'DaysToExpiry',
  dimensions: { CertificateArn: 'status.certificateArn' },
  statistic: 'Minimum',
  period: 86_400,
  periods: 1,
  when: 'LessThanThreshold',
  threshold: 45,
  silence: 'notBreaching',
  region: edgeRegion,
});
