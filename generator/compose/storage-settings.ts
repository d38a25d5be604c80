// What a service is told of the cache and of the key that it needs. The cache's address and password come from Secrets.
import { encryptionContext, keyAliasOf } from '../model/names.ts';
import { ports } from '../model/ports.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';

/** `REDIS_…` are Laravel's own names (`config/database.php`). */
export function storageSettings(
  { platform, tenant }: TenantTarget,
  { needs }: ResolvedService,
): Record<string, string> {
  const { algorithm, fields } = platform.encryption;
  return {
    ...(needs.includes('cache') && { REDIS_PORT: String(ports.redis), REDIS_SCHEME: 'tls' }),
    ...(needs.includes('key') && {
      FIELD_ENCRYPTION_ALGORITHM: algorithm,
      FIELD_ENCRYPTION_CONTEXT: `${encryptionContext}=${tenant.id}`,
      FIELD_ENCRYPTION_FIELDS: columnsOf(fields).join(),
      FIELD_ENCRYPTION_KEY: keyAliasOf(tenant.id),
    }),
  };
}

/** `policyholders.tax_id`, by name. */
function columnsOf(fields: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(fields)
    .flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
    .sort();
}
