// What a claim for a host says that is the same for a tenant's own host and for the one that tenants share.
import type { TierCdn } from '../model/generated/inputs.ts';
import type { CdnOrigin, ClusterTarget, TenantTarget } from '../model/target.ts';
import { renderFirewall } from './firewall.ts';

export interface CdnPlan {
  readonly tenant: string;
  readonly host: string;
  readonly tags: Readonly<Record<string, string>>;
  /** One or two, the home first. */
  readonly origins: readonly CdnOrigin[];
  readonly tier: TierCdn;
  readonly errorPercent: number;
  readonly apiPattern: string;
  readonly cachePolicyId: string;
  readonly readSeconds: number;
  readonly entryHost: string;
  readonly countries: readonly string[];
  readonly isEnabled: boolean;
  /** Whether somebody is called when it is away. */
  readonly isWatched: boolean;
}

export function cdnSpec(
  { platform, cluster }: Pick<ClusterTarget | TenantTarget, 'platform' | 'cluster'>,
  plan: CdnPlan,
): Record<string, unknown> {
  const { tenant, host, countries, isWatched, tier } = plan;
  const [primary, secondary] = plan.origins;
  return {
    tenant,
    cluster: cluster.name,
    account: cluster.account,
    tags: plan.tags,
    host,
    enabled: plan.isEnabled,
    primaryDomain: primary?.domain,
    primaryVpcOriginId: primary?.vpcOrigin,
    ...(secondary && { secondaryDomain: secondary.domain, secondaryVpcOriginId: secondary.vpcOrigin }),
    originReadTimeout: plan.readSeconds,
    apiPattern: plan.apiPattern,
    cachePolicyId: plan.cachePolicyId,
    minimumProtocolVersion: platform.cdn.tlsPolicy,
    priceClass: tier.priceClass,
    restrictionType: countries.length === 0 ? 'none' : 'whitelist',
    ...(countries.length > 0 && { locations: [...countries].sort() }),
    ruleJson: renderFirewall(tier.firewall),
    logBucket: `${cluster.edge.logBucket}.s3.amazonaws.com`,
    logPrefix: `cdn/${tenant}/`,
    zoneId: cluster.dns.publicZone,
    entryHost: plan.entryHost,
    healthCheckDisabled: !isWatched,
    actionsEnabled: isWatched,
    alertEndpoint: platform.oncall.endpoint,
    errorPercent: plan.errorPercent,
  };
}
