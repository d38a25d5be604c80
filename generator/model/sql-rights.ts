// Who may do what in a tenant's database. MariaDB knows no denial, so whatever stands nowhere here is refused. Knows no tenant.
import type { DatabaseUser, Schema } from './names.ts';

export interface Right {
  readonly user: DatabaseUser;
  readonly schema: Schema;
  /** As MariaDB names them, in the order of the alphabet. */
  readonly privileges: readonly string[];
}

/**
 * The ledger is only ever added to: nobody may change, delete, empty or drop anything in it. Its tables are made by a user who
 * may do nothing else and sees no other schema: a table with a foreign key that cascades would lose rows whenever its parent
 * does, and MariaDB asks nobody for leave then (its manual: "Foreign Keys").
 */
export const rights: readonly Right[] = [
  { user: 'analytics', schema: 'records', privileges: ['SELECT', 'SHOW VIEW'] },
  { user: 'application', schema: 'audit', privileges: ['INSERT', 'SELECT'] },
  { user: 'application', schema: 'records', privileges: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] },
  { user: 'auditor', schema: 'audit', privileges: ['INSERT', 'SELECT'] },
  { user: 'ledger', schema: 'audit', privileges: ['CREATE'] },
  {
    user: 'migration',
    schema: 'records',
    privileges: [
      'ALTER',
      'CREATE',
      'CREATE VIEW',
      'DELETE',
      'DROP',
      'INDEX',
      'INSERT',
      'LOCK TABLES',
      'REFERENCES',
      'SELECT',
      'SHOW VIEW',
      'TRIGGER',
      'UPDATE',
    ],
  },
];

/** Who a service signs in as: whoever changes schemas does it at home, and no one else may. */
export function databaseUserFor(
  kind: 'http' | 'worker' | 'schedule' | 'migration',
  isHome: boolean,
): DatabaseUser {
  return kind === 'migration' && isHome ? 'migration' : 'application';
}

export const databaseUsers: readonly DatabaseUser[] = [...new Set(rights.map(({ user }) => user))];

export const databaseSchemas: readonly Schema[] = ['audit', 'records'];
