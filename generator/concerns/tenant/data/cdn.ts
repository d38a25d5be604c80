// How a host of the tenant's own leads to its clusters. There is one distribution, and the home's claim makes it; on its other
// cluster the claim only looks, so that the home can move without a second distribution, which AWS refuses for a name that one
// has. Tenants on the shared host have none: the platform's leads to them.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { cdnSpec } from '../../../compose/cdn.ts';
import { claim } from '../../../compose/claim.ts';
import { tagsOf } from '../../../compose/tags.ts';
import { cachePolicies, cdnComposition, standbyComposition } from '../../../model/cloudfront.ts';
import { cdnClaim } from '../../../model/names.ts';
import { isRunning, type TenantTarget } from '../../../model/target.ts';
import { compareText } from '../../../model/text-order.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cdn, isHome } = target;
  const { mode, host } = tenant.routing;
  // Without a VPC origin there is no way to the home yet.
  if (mode !== 'domain' || cdn.origins[0]?.cluster !== tenant.home) return;
  const composition = isHome ? cdnComposition('own', cdn.origins.length) : standbyComposition;
  // Another host is another claim: the one for the old host stays on the cluster, and what it made goes on answering.
  add(chart, claim(target, { definition: cdnClaim, name: host, composition, spec: specOf(target) }));
}

function specOf(target: TenantTarget): Record<string, unknown> {
  const { platform, tenant, tier, cdn } = target;
  const healthPath = healthPathOf(target);
  return {
    ...cdnSpec(target, {
      tenant: tenant.id,
      host: tenant.routing.host,
      tags: tagsOf(target),
      origins: cdn.origins,
      tier: tier.cdn,
      errorPercent: tier.alarms.errorPercent,
      apiPattern: `${platform.cdn.apiPath}/*`,
      cachePolicyId: mayCache(target) ? cachePolicies.whatAnswersAllow : cachePolicies.nothing,
      readSeconds: Math.max(1, ...exposedOf(target).map(({ timeoutSeconds }) => timeoutSeconds)),
      entryHost: cdn.entryHost,
      countries: cdn.countries,
      isEnabled: tenant.lifecycle !== 'retained',
      isWatched: tenant.lifecycle === 'active',
    }),
    ...(cdn.distribution !== '' && { distributionId: cdn.distribution }),
    ...(healthPath !== undefined && { healthPath }),
  };
}

/**
 * A cache answers without asking NGINX: not for visitors whose address it has not looked at, and not while the tenant
 * sleeps.
 */
function mayCache(target: TenantTarget): boolean {
  return isRunning(target) && target.tenant.routing.allowedSources.length === 0;
}

function exposedOf({ services }: TenantTarget) {
  return services.flatMap((service) =>
    service.kind === 'http' && service.exposed !== undefined
      ? [{ timeoutSeconds: service.timeoutSeconds, ...service.exposed }]
      : [],
  );
}

/** The shortest path that anybody may read: the portal's own page where there is one. Whoever asks does so from the US. */
function healthPathOf(target: TenantTarget): string | undefined {
  const { cdn, tenant } = target;
  const lacksUs = cdn.countries.length > 0 && !cdn.countries.includes('US');
  if (tenant.routing.allowedSources.length > 0 || lacksUs) return undefined;
  return exposedOf(target)
    .flatMap((exposed) => exposed.public)
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ path }) => path)
    .sort((a, b) => a.length - b.length || compareText(a, b))[0];
}
