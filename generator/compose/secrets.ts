// Which secrets a service gets, and under which names. Knows where a value is kept and never what it is.
import { secretFolderOf } from '../model/names.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';

export interface SecretKey {
  /** The variable that the service reads. */
  readonly variable: string;
  /** The secret's whole name in Secrets Manager. */
  readonly secret: string;
  /** Key in the JSON object that it holds. */
  readonly property: string;
}

/** By variable. */
export function secretKeysOf({ cluster, tenant }: TenantTarget, { secrets }: ResolvedService): SecretKey[] {
  const folder = secretFolderOf(cluster.environment, tenant.id);
  return secrets.map(({ env, secret, property }) => ({
    variable: env,
    secret: `${folder}${secret}`,
    property,
  }));
}

/** Whether anything is copied from Secrets Manager for the tenant. */
export function hasSecrets({ services }: TenantTarget): boolean {
  return services.some(({ secrets }) => secrets.length > 0);
}
