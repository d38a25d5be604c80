// The parameter and the option group of a database: what MariaDB is told. They are the tenant's own, so that one tenant can be
// made read-only, and objects of their own, because a newer version needs new ones while the old are in use.
import type { Chart } from 'cdk8s';
import { tenantLabels } from '../model/labels.ts';
import { databaseGroupOf } from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import { add } from './add.ts';
import { keptByArgocd } from './application-set.ts';
import { managedResource } from './managed.ts';
import { tagsOf } from './tags.ts';

export function addDatabaseGroups(chart: Chart, target: TenantTarget): void {
  const { database } = target;
  group('ParameterGroup', {
    family: database.family,
    description: `MariaDB ${database.engineVersion} of the tenant ${target.tenant.id}.`,
    parameter: parametersOf(target),
  });
  group('OptionGroup', {
    engineName: 'mariadb',
    majorEngineVersion: database.engineVersion,
    optionGroupDescription: `MariaDB ${database.engineVersion} of the tenant ${target.tenant.id}.`,
    option: [auditPlugin(target)],
  });

  function group(kind: string, forProvider: Readonly<Record<string, unknown>>): void {
    const { tenant, namespace, cluster } = target;
    add(
      chart,
      managedResource({
        service: 'rds',
        kind,
        metadata: {
          name: `mariadb-${database.engineVersion.replaceAll('.', '-')}`,
          namespace,
          labels: tenantLabels(tenant.id),
          annotations: keptByArgocd,
        },
        externalName: databaseGroupOf(tenant.id, database.engineVersion),
        mayDelete: false,
        forProvider: { region: cluster.region, ...forProvider, tags: tagsOf(target) },
      }),
    );
  }
}

/** All of them are dynamic: none waits for a restart. By name, as RDS lists them. */
function parametersOf({ database }: TenantTarget): object[] {
  const values = {
    // No statement takes a file of the client along: a server that is not ours could ask for any.
    local_infile: '0',
    // RDS copies logs to CloudWatch from files alone (RDS User Guide: "Publishing MariaDB logs to Amazon CloudWatch Logs").
    log_output: 'FILE',
    long_query_time: String(database.engine.slowQuerySeconds),
    // The default from 11.8 on; said, so that an older version refuses an open connection too.
    require_secure_transport: '1',
    slow_query_log: '1',
  };
  return Object.entries(values).map(([name, value]) => ({ name, value, applyMethod: 'immediate' }));
}

/** Whatever rdsadmin does, AWS does: several times a minute (RDS User Guide: "Options for MariaDB database engine"). */
function auditPlugin({ database }: TenantTarget): object {
  return {
    optionName: 'MARIADB_AUDIT_PLUGIN',
    optionSettings: [
      { name: 'SERVER_AUDIT_EVENTS', value: [...database.engine.auditEvents].sort().join(',') },
      { name: 'SERVER_AUDIT_EXCL_USERS', value: 'rdsadmin' },
    ],
  };
}
