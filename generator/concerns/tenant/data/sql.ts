// What is in the tenant's database before the first service connects: its schemas, its users, and what each may do. At home
// only: replicas have it from there. Statements are never kept out of the binary log, which RDS refuses.
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { keptByArgocd } from '../../../compose/application-set.ts';
import { tenantLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import {
  databaseConnection,
  databasePasswords,
  databaseUserOf,
  schemaOf,
  secretFolderOf,
  secretStore,
} from '../../../model/names.ts';
import { databaseSchemas, databaseUsers, rights } from '../../../model/sql-rights.ts';
import { hasWorkloads, type TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  if (!target.database.part.isWriter) return;
  const { tenant } = target;
  // Without workloads nobody copies secrets any more; the copies that are there stay.
  if (hasWorkloads(target)) add(chart, passwords(target));
  add(chart, account(target));
  for (const schema of databaseSchemas) {
    object('Database', schema, schemaOf(tenant.id, schema), {
      defaultCharacterSet: 'utf8mb4',
      defaultCollation: 'utf8mb4_unicode_ci',
    });
  }
  for (const user of databaseUsers) {
    object('User', user, databaseUserOf(tenant.id, user), {
      passwordSecretRef: { name: databasePasswords, key: user },
    });
  }
  for (const { user, schema, privileges } of rights) {
    const forProvider = { privileges, databaseRef: { name: schema }, userRef: { name: user } };
    object('Grant', `${user}-${schema}`, undefined, forProvider);
  }

  /** Nothing is dropped or taken back because an object is gone. @param external what MariaDB calls it */
  function object(kind: string, name: string, external: string | undefined, forProvider: object): void {
    const { namespace } = target;
    add(chart, {
      apiVersion: 'mysql.sql.m.crossplane.io/v1alpha1',
      kind,
      metadata: {
        name,
        namespace,
        labels: tenantLabels(tenant.id),
        annotations: { ...keptByArgocd, ...(external && { 'crossplane.io/external-name': external }) },
      },
      spec: {
        managementPolicies: ['Observe', 'Create', 'Update'],
        providerConfigRef: { kind: 'ProviderConfig', name: namespace },
        forProvider,
      },
    });
  }
}

/**
 * As the owner, over a connection whose certificate is checked. It is named after the namespace: the provider keeps settings
 * of TLS by this name alone (provider-sql, pkg/controller/namespaced/mysql/tls).
 */
function account({ tenant, namespace }: TenantTarget): Manifest {
  return {
    apiVersion: 'mysql.sql.m.crossplane.io/v1alpha1',
    kind: 'ProviderConfig',
    metadata: { name: namespace, namespace, labels: tenantLabels(tenant.id), annotations: keptByArgocd },
    spec: {
      credentials: {
        source: 'MySQLConnectionSecret',
        connectionSecretRef: { name: databaseConnection },
        // What the provider of RDS calls `endpoint` ends in the port.
        secretKeyMapping: { endpoint: 'address' },
      },
      tls: 'true',
    },
  };
}

function passwords({ tenant, cluster, namespace, platform }: TenantTarget): Manifest {
  const key = `${secretFolderOf(cluster.environment, tenant.id)}database`;
  const made: IExternalSecret = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: {
      name: databasePasswords,
      namespace,
      labels: tenantLabels(tenant.id),
      annotations: keptByArgocd,
    },
    spec: {
      refreshInterval: `${platform.secrets.refreshMinutes}m`,
      secretStoreRef: { kind: 'SecretStore', name: secretStore },
      target: { name: databasePasswords, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: databaseUsers.map((user) => ({ secretKey: user, remoteRef: { key, property: user } })),
    },
  };
  return made as unknown as Manifest;
}
