// What AWS calls its own parts of CloudFront, and which compositions make a distribution of ours.

/** Where CloudFront, its certificates, its web ACLs and its metrics are kept, wherever the clusters are. */
export const edgeRegion = 'us-east-1';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const cachePolicies = {
  /** CachingDisabled */
  nothing: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  /** UseOriginCacheControlHeaders-QueryStrings: what an answer allows, by host, cookies and query. */
  whatAnswersAllow: '4cc15a8a-d715-48a4-82b8-cc0b614638fe',
} as const;

/**
 * AllViewer: every header, the host among them, cookies and queries. CloudFront adds the visitor's address at the end of
 * `X-Forwarded-For`, whatever stands there before
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html).
 */
export const everyHeader = '216adef6-5c7f-47e4-b989-5492eafa07d3';

/** The zone of every distribution's own name (Route 53 API: AliasTarget). */
export const distributionZone = 'Z2FDTNDATAQYW2';

/** Whose zone the host is in: its owner's, or ours, where we set its records. */
export type HostZone = 'own' | 'shared';

/** A composition cannot branch, so each number of origins is one of its own. */
export function cdnComposition(zone: HostZone, origins: number): string {
  return `cdn-${zone}-${origins === 1 ? 'one-region' : 'two-regions'}`;
}

/** Of a cluster that may become a tenant's home: it looks, and changes nothing. */
export const standbyComposition = 'cdn-standby';
