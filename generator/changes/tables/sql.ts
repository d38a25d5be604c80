// Schemas, users and rights inside a database, as provider-sql makes them.
import { added, changed, lowered, removed, to } from '../directions.ts';
import type { Knowledge, Row } from '../knowledge.ts';
import { number, rank } from '../measures.ts';
import { controlRows } from './cloud/managed.ts';
import { commonRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { comes } from './turns.ts';

const crds = 'https://github.com/crossplane-contrib/provider-sql/tree/v0.16.0/package/crds';
const mariadb = 'https://mariadb.com/docs/server/reference/sql-statements';
const grants = `${mariadb}/account-management-sql-statements/grant`;
const users = `${mariadb}/account-management-sql-statements/create-user`;
const drop = `${mariadb}/data-definition/drop/drop-database`;
const binlog = 'https://github.com/crossplane-contrib/provider-sql/pull/201';

const group = 'mysql.sql.m.crossplane.io';
const { tell, fine } = below('spec.forProvider');
const config = below('spec');

/** A statement of its own kind that RDS refuses whoever is not its superuser. */
const noBinlog = tell(comes, 'stuck', binlog, { binlog: 'RDS refuses every statement that sets it' });

const common: readonly Row[] = [...commonRows, ...controlRows, ...noBinlog, ...fine('binlog')];

const database: Knowledge = {
  group,
  kind: 'Database',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('data-loss', 'the schema is dropped, or left where nothing manages it', drop),
  rows: [
    ...common,
    ...tell(changed, 'downtime', crds, {
      '{defaultCharacterSet,defaultCollation}': 'new tables sort and compare text otherwise',
    }),
  ],
};

const user: Knowledge = {
  group,
  kind: 'User',
  nature: 'access',
  created: verdict('exposure', 'somebody else may sign in', users),
  deleted: verdict('downtime', 'who signs in as the user is refused', users),
  rows: [
    ...common,
    ...tell(changed, 'exposure', users, { authenticationPlugin: 'the user signs in in another way' }),
    ...tell(changed, 'downtime', users, {
      '{authenticationPlugin,passwordSecretRef}': 'clients that sign in as before are refused',
    }),
    ...tell(lowered(number), 'downtime', users, {
      'resourceOptions.{maxConnectionsPerHour,maxQueriesPerHour,maxUpdatesPerHour,maxUserConnections}':
        'what is beyond the limit is refused',
    }),
    ...fine('resourceOptions'),
  ],
};

const grant: Knowledge = {
  group,
  kind: 'Grant',
  nature: 'access',
  created: verdict('exposure', 'the user may do more', grants),
  deleted: verdict('downtime', 'what the user was allowed is refused', grants),
  rows: [
    ...common,
    ...tell(added, 'exposure', grants, { 'privileges[]': 'the user may do more' }),
    ...tell(to('ALL', 'ALL PRIVILEGES', 'GRANT OPTION', 'SUPER'), 'exposure', grants, {
      'privileges[]': 'the user may do everything, or give it on',
    }),
    ...tell(removed, 'downtime', grants, { 'privileges[]': 'what the user was allowed is refused' }),
    ...tell(changed, 'exposure', grants, {
      '{database,user}{,Ref,Selector}': 'another user, or another schema, gets the rights',
      table: 'the rights are for other tables',
    }),
    ...fine('privileges'),
  ],
};

/** How the provider signs in, and to which server. */
function accountOf(kind: string): Knowledge {
  return {
    group,
    kind,
    nature: 'access',
    created: verdict('exposure', 'schemas and users may be made on another server', crds),
    deleted: verdict('stuck', 'schemas and users that name it are kept up by nothing', crds),
    rows: [
      ...commonRows,
      ...config.tell(changed, 'exposure', crds, {
        credentials: 'somebody else signs in, or to another server',
        'tlsConfig.{caCert,clientCert,clientKey}': 'another server may be taken for the right one',
      }),
      ...config.tell(changed, 'data-loss', crds, {
        credentials: 'on another server schemas are made anew, empty',
      }),
      ...config.tell(
        lowered(rank('preferred', 'skip-verify', 'custom', 'true'), 'preferred'),
        'exposure',
        crds,
        {
          tls: 'passwords travel in the clear, or to whoever answers',
        },
      ),
      ...config.tell(to(true), 'exposure', crds, {
        'tlsConfig.insecureSkipVerify': 'another server may be taken for the right one',
      }),
    ],
  };
}

export const sql: readonly Knowledge[] = [
  database,
  user,
  grant,
  accountOf('ProviderConfig'),
  accountOf('ClusterProviderConfig'),
];
