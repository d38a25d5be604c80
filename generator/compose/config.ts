// The settings a service is started with, as plain text by name. Holds no secret and never may.
import { createHash } from 'node:crypto';
import { queueUrlOf } from '../model/names.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';

/** Name of the ConfigMap that holds a service's settings. */
export function configName(service: ResolvedService): string {
  return `${service.name}-config`;
}

/** Environment variables; for a static front end one file that the browser reads. */
export function configOf(target: TenantTarget, service: ResolvedService): Record<string, string> {
  if (service.runtime === 'static') return { 'config.json': renderBrowserConfig(target) };
  const common = {
    ...service.env,
    TENANT_ID: target.tenant.id,
    TENANT_NAME: target.tenant.displayName,
    AWS_REGION: target.cluster.region,
    ...calleeUrls(target, service),
  };
  return service.runtime === 'laravel'
    ? { ...common, ...laravelSettings(target, service) }
    : { ...common, ...nodeSettings(target, service) };
}

/** Changes when any setting does, so that pods restart with it and at no other time. */
export function hashConfig(config: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
}

/** `https://portal.acme.example`, or the shared host and the tenant's prefix. */
function originOf({ tenant: { routing } }: TenantTarget): string {
  return `https://${routing.host}${routing.prefix}`;
}

/** `POLICY_API_URL`: where the services are that it may call. */
function calleeUrls(target: TenantTarget, service: ResolvedService): Record<string, string> {
  const entries = target.services.flatMap((callee) => {
    if (callee.kind !== 'http' || !service.calls.includes(callee.name)) return [];
    const name = `${callee.name.replaceAll('-', '_').toUpperCase()}_URL`;
    return [[name, `http://${callee.name}.${target.namespace}.svc.cluster.local:${callee.port}`]];
  });
  return Object.fromEntries(entries);
}

/** Names from Laravel's own `config/app.php` and `config/queue.php`. */
function laravelSettings(target: TenantTarget, service: ResolvedService): Record<string, string> {
  const { tenant, cluster } = target;
  const settings = {
    APP_ENV: cluster.environment,
    APP_URL: originOf(target),
    APP_TIMEZONE: tenant.timeZone,
    APP_LOCALE: tenant.locale.replace('-', '_'),
  };
  if (!service.needs.includes('queue')) return settings;
  const url = jobsUrl(target);
  return {
    ...settings,
    QUEUE_CONNECTION: 'sqs',
    AWS_DEFAULT_REGION: cluster.region,
    SQS_PREFIX: url.slice(0, url.lastIndexOf('/')),
    SQS_QUEUE: url.slice(url.lastIndexOf('/') + 1),
  };
}

function nodeSettings(target: TenantTarget, service: ResolvedService): Record<string, string> {
  const { tenant, cluster } = target;
  const settings = {
    NODE_ENV: 'production',
    ENVIRONMENT: cluster.environment,
    PUBLIC_ORIGIN: originOf(target),
    TZ: tenant.timeZone,
    LOCALE: tenant.locale,
  };
  return service.needs.includes('queue') ? { ...settings, QUEUE_URL: jobsUrl(target) } : settings;
}

/** The tenant's own queue: the one its worker drains. */
function jobsUrl({ services, tenant, cluster }: TenantTarget): string {
  const worker = services.find((service) => service.kind === 'worker');
  return queueUrlOf(tenant.id, worker?.queue.name ?? 'jobs', cluster.region, cluster.account);
}

/** Points the front end at this tenant's own services and no others. */
function renderBrowserConfig(target: TenantTarget): string {
  const origin = originOf(target);
  const exposed = target.services.flatMap((service) =>
    service.kind === 'http' && service.exposed !== undefined && service.exposed !== '/'
      ? [[service.name, `${origin}${service.exposed}`]]
      : [],
  );
  const { id, displayName, locale, timeZone } = target.tenant;
  const config = { tenant: id, displayName, locale, timeZone, origin, services: Object.fromEntries(exposed) };
  return `${JSON.stringify(config, null, 2)}\n`;
}
