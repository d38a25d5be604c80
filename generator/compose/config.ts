// The settings a service is started with, as plain text by name. Holds no secret and never may.
import { createHash } from 'node:crypto';
import { bucketOf, objectPrefixOf, queueUrlOf, sessionCookieOf } from '../model/names.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';
import { renderBrowserConfig } from './browser-config.ts';
import { databaseSettings } from './database-settings.ts';
import { originOf } from './origin.ts';
import { storageSettings } from './storage-settings.ts';

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
    ...bucketSettings(target, service),
    ...databaseSettings(target, service),
    ...storageSettings(target, service),
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

/** `POLICY_API_URL`: where the services are that it may call. */
function calleeUrls(target: TenantTarget, service: ResolvedService): Record<string, string> {
  const entries = service.calls.map((call) => {
    const name = `${call.service.replaceAll('-', '_').toUpperCase()}_URL`;
    return [name, `http://${call.service}.${target.namespace}.svc.cluster.local:${call.port}`];
  });
  return Object.fromEntries(entries);
}

/** Its role reaches no key that does not begin with the prefix. */
function bucketSettings(
  { platform, tenant, cluster }: TenantTarget,
  { needs }: ResolvedService,
): Record<string, string> {
  if (!needs.includes('bucket')) return {};
  return {
    DOCUMENTS_BUCKET: bucketOf(platform.organisation.id, tenant.id, cluster.region),
    DOCUMENTS_PREFIX: objectPrefixOf(tenant.id),
  };
}

/** Names from Laravel's own `config/app.php`, `config/filesystems.php` and `config/queue.php`. */
function laravelSettings(target: TenantTarget, service: ResolvedService): Record<string, string> {
  const { platform, tenant, cluster } = target;
  const settings = {
    APP_ENV: cluster.environment,
    APP_URL: originOf(target),
    APP_TIMEZONE: tenant.timeZone,
    APP_LOCALE: tenant.locale.replace('-', '_'),
    ...(service.kind === 'http' && sessionSettings(target)),
    ...(service.needs.includes('bucket') && {
      AWS_BUCKET: bucketOf(platform.organisation.id, tenant.id, cluster.region),
      AWS_DEFAULT_REGION: cluster.region,
      FILESYSTEM_DISK: 's3',
    }),
  };
  if (!service.needs.includes('queue')) return settings;
  const url = jobsUrl(target, service);
  return {
    ...settings,
    AWS_DEFAULT_REGION: cluster.region,
    QUEUE_CONNECTION: 'sqs',
    SQS_PREFIX: url.slice(0, url.lastIndexOf('/')),
    SQS_QUEUE: url.slice(url.lastIndexOf('/') + 1),
  };
}

/**
 * Names from Laravel's own `config/session.php`. Without them its cookies are named after the application, whose image is
 * every tenant's, and reach every path of the host. `XSRF-TOKEN` has one name always, and the session's path
 * (Illuminate\Foundation\Http\Middleware\VerifyCsrfToken). No `SESSION_DOMAIN`: the host alone.
 */
function sessionSettings({ tenant }: TenantTarget): Record<string, string> {
  return {
    SESSION_COOKIE: sessionCookieOf(tenant.id),
    SESSION_PATH: `${tenant.routing.prefix}/`,
    SESSION_SECURE_COOKIE: 'true',
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
  return service.needs.includes('queue') ? { ...settings, QUEUE_URL: jobsUrl(target, service) } : settings;
}

/** The queue that it drains, or the one that it fills: the first worker's. */
export function jobsQueueOf({ services }: TenantTarget, service: ResolvedService): string {
  if (service.kind === 'worker') return service.queue.name;
  return services.find((other) => other.kind === 'worker')?.queue.name ?? 'jobs';
}

function jobsUrl(target: TenantTarget, service: ResolvedService): string {
  const { tenant, cluster } = target;
  return queueUrlOf(tenant.id, jobsQueueOf(target, service), cluster.region, cluster.account);
}
