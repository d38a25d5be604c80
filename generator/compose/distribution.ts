// The CloudFront distribution in a composition. Its name servers, certificate and firewall are other templates'.

import { cachePolicies, everyHeader } from '../model/cloudfront.ts';
import type { Patch, Template } from '../model/composition.ts';
import { fromClaim, toClaim } from './composition.ts';
import { managedSpec } from './managed.ts';
import { externalName, ifClaimed, managedTemplate, type TemplatePlan } from './template.ts';

const either = 'either';
const reads = ['GET', 'HEAD', 'OPTIONS'];
const cached = ['GET', 'HEAD'];

/** CloudFront holds an answer with one of these for ten seconds, also where nothing is cached. */
const errors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

export function distributionTemplate(origins: 1 | 2): Template {
  return managedTemplate({
    ...plan,
    forProvider: settingsOf(origins),
    patches: [
      ifClaimed('spec.distributionId', externalName),
      fromClaim('spec.host', 'spec.forProvider.aliases[0]'),
      fromClaim('spec.host', 'spec.forProvider.comment'),
      ...copied('enabled', 'priceClass'),
      ...originPatches('primary', 0),
      ...(origins === 2 ? originPatches('secondary', 1) : []),
      fromClaim('spec.cachePolicyId', 'spec.forProvider.defaultCacheBehavior.cachePolicyId'),
      fromClaim('spec.apiPattern', 'spec.forProvider.orderedCacheBehavior[0].pathPattern'),
      fromClaim('spec.minimumProtocolVersion', 'spec.forProvider.viewerCertificate.minimumProtocolVersion'),
      fromClaim('spec.restrictionType', 'spec.forProvider.restrictions.geoRestriction.restrictionType'),
      ifClaimed('spec.locations', 'spec.forProvider.restrictions.geoRestriction.locations'),
      fromClaim('spec.logBucket', 'spec.forProvider.loggingConfig.bucket'),
      fromClaim('spec.logPrefix', 'spec.forProvider.loggingConfig.prefix'),
      // Not made before there is a certificate that AWS accepts, and a firewall in front.
      fromClaim('status.certificateArn', 'spec.forProvider.viewerCertificate.acmCertificateArn'),
      fromClaim('status.webAclArn', 'spec.forProvider.webAclId'),
      ...facts,
    ],
  });
}

/**
 * The same distribution where it is not at home: read, and never written. When the home moves here, the same object becomes
 * the one that writes; where it was, the object writes no more as soon as that cluster has synced again.
 */
export function watchedDistribution(): Template {
  const template = managedTemplate({ ...plan, isTagged: false, forProvider: {}, patches: [] });
  const spec = { ...managedSpec(false, {}), managementPolicies: ['Observe'] };
  return {
    ...template,
    base: { ...template.base, spec },
    patches: [...template.patches, fromClaim('spec.distributionId', externalName), ...facts],
  };
}

const plan: TemplatePlan = {
  name: 'distribution',
  service: 'cloudfront',
  kind: 'Distribution',
  // With it every visitor is away, and another account may claim the name.
  mayDelete: false,
  // An origin group that came back would name an origin that is no more.
  remembered: 'status.distributionId',
  isTagged: true,
  forProvider: {},
  patches: [],
};

const facts: readonly Patch[] = [toClaim('status.atProvider.domainName', 'status.distributionDomain')];

/**
 * A group of origins takes reads alone ("AllowedMethods cannot include POST, PUT, PATCH, or DELETE for a cached behavior
 * associated with an origin group"), which is as it must be: writes go to the home, where the writer is.
 */
function settingsOf(origins: 1 | 2): Record<string, unknown> {
  const ids = origins === 1 ? ['primary'] : ['primary', 'secondary'];
  return {
    httpVersion: 'http2and3',
    isIpv6Enabled: true,
    waitForDeployment: false,
    origin: ids.map((originId) => ({ originId, connectionAttempts: 2, connectionTimeout: 5 })),
    ...(origins === 2 && {
      originGroup: [
        {
          originId: either,
          failoverCriteria: { statusCodes: [502, 503, 504] },
          member: ids.map((originId) => ({ originId })),
        },
      ],
    }),
    defaultCacheBehavior: {
      targetOriginId: origins === 2 ? either : 'primary',
      allowedMethods: reads,
      cachedMethods: cached,
      originRequestPolicyId: everyHeader,
      viewerProtocolPolicy: 'redirect-to-https',
      compress: true,
    },
    orderedCacheBehavior: [
      {
        targetOriginId: 'primary',
        allowedMethods: [...reads, 'PUT', 'POST', 'PATCH', 'DELETE'],
        cachedMethods: cached,
        cachePolicyId: cachePolicies.nothing,
        originRequestPolicyId: everyHeader,
        // What came in the clear has been read already: a redirection would hide it.
        viewerProtocolPolicy: 'https-only',
        compress: false,
      },
    ],
    customErrorResponse: errors.map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 })),
    viewerCertificate: { sslSupportMethod: 'sni-only' },
    loggingConfig: { includeCookies: false },
  };
}

/**
 * Not resolved: CloudFront goes to the load balancer by the VPC origin, and expects this name or the visitor's host in its
 * certificate (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html).
 */
function originPatches(which: 'primary' | 'secondary', index: number): Patch[] {
  const origin = `spec.forProvider.origin[${index}]`;
  return [
    fromClaim(`spec.${which}Domain`, `${origin}.domainName`),
    fromClaim(`spec.${which}VpcOriginId`, `${origin}.vpcOriginConfig.vpcOriginId`),
    fromClaim('spec.originReadTimeout', `${origin}.vpcOriginConfig.originReadTimeout`),
  ];
}

function copied(...fields: readonly string[]): Patch[] {
  return fields.map((field) => fromClaim(`spec.${field}`, `spec.forProvider.${field}`));
}
