// Where a service finds the tenant's database, and as whom it signs in. Its password is a secret, and so none of this.
import { databaseHostOf, databaseUserOf, schemaOf } from '../model/names.ts';
import { ports } from '../model/ports.ts';
import { databaseUserFor } from '../model/sql-rights.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';

/**
 * Names from Laravel's own `config/database.php`. The hosts are names of ours that lead to whatever instance is meant, so a
 * failover changes no setting. The certificate is for what the name leads to, which only AWS knows: a client follows the name
 * first, takes nothing that does not end in `DB_SSL_SUFFIX`, and holds the certificate against that.
 */
export function databaseSettings(target: TenantTarget, service: ResolvedService): Record<string, string> {
  if (!service.needs.includes('database')) return {};
  const { tenant, platform, database } = target;
  const zone = platform.domains.private;
  const user = databaseUserFor(service.kind, target.isHome);
  return {
    DB_CONNECTION: 'mariadb',
    DB_HOST: databaseHostOf(tenant.id, 'db', zone),
    DB_READ_HOST: databaseHostOf(tenant.id, 'db-ro', zone),
    DB_PORT: String(ports.mariadb),
    DB_DATABASE: schemaOf(tenant.id, 'records'),
    DB_AUDIT_DATABASE: schemaOf(tenant.id, 'audit'),
    DB_USERNAME: databaseUserOf(tenant.id, user),
    ...(user === 'migration' && { DB_LEDGER_USERNAME: databaseUserOf(tenant.id, 'ledger') }),
    DB_SSL_SUFFIX: '.rds.amazonaws.com',
    MYSQL_ATTR_SSL_CA: database.engine.clientBundle,
  };
}
