// What a tenant's users may do, said to a real MariaDB by the rendered objects: what is meant to work works, and whatever would
// change the ledger, or reach another tenant, is refused.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../../../scripts/skip.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { composeOne, exampleTarget } from '../../testing/compose-one.ts';
import { hasServer, type Server, startServer, statementsOf } from '../../testing/mariadb.ts';
import { compose as composeDatabase } from './database.ts';
import { compose } from './sql.ts';

const test = suite('sql');
const objects = composeOne((chart) => compose(chart, exampleTarget('acme')));
const others = composeOne((chart) => compose(chart, exampleTarget('blue-ridge')));

test('users and rights are made at home alone', () => {
  assert.ok(objects.length > 10);
  assert.is(composeOne((chart) => compose(chart, exampleTarget('acme', 'prod-usw2'))).length, 0);
});

test('no statement is kept out of the binary log, and nothing is dropped with an object', () => {
  for (const { kind, spec } of objects) {
    const { forProvider, managementPolicies } = spec as Record<string, object | undefined>;
    assert.not.ok(forProvider !== undefined && 'binlog' in forProvider, kind);
    if (managementPolicies !== undefined) assert.equal(managementPolicies, ['Observe', 'Create', 'Update']);
  }
});

/** As a parameter group has them: what the server is started with. */
function parameters(): string[] {
  const all = composeOne((chart) => composeDatabase(chart, exampleTarget('acme')));
  const group = all.find(({ kind }) => kind === 'ParameterGroup') as Manifest;
  const { parameter } = (group.spec as { forProvider: { parameter: { name: string; value: string }[] } })
    .forProvider;
  return parameter.map(({ name, value }) => `--${name.replaceAll('_', '-')}=${value}`);
}

const denied = /ERROR (?:1044|1045|1142|1143|1227|1370|1410) /;
const statements = {
  table: 'CREATE TABLE `audit-acme`.entries (id INT PRIMARY KEY, text VARCHAR(80)) ENGINE=InnoDB',
  insert: "INSERT INTO `audit-acme`.entries VALUES (2, 'another')",
} as const;

/** Who may what, and sees it work. In this order: each stands on those before. */
const allowed: readonly (readonly [user: string, statement: string])[] = [
  [
    'migration',
    'CREATE TABLE `records-acme`.policies (id INT PRIMARY KEY, holder VARCHAR(80)) ENGINE=InnoDB',
  ],
  ['migration', 'ALTER TABLE `records-acme`.policies ADD COLUMN premium INT DEFAULT 0, ADD INDEX (holder)'],
  [
    'migration',
    'CREATE TABLE `records-acme`.claims (id INT, policy INT, FOREIGN KEY (policy) REFERENCES `records-acme`.policies (id))',
  ],
  ['migration', 'CREATE VIEW `records-acme`.holders AS SELECT holder FROM `records-acme`.policies'],
  [
    'migration',
    'CREATE TABLE `records-acme`.old (id INT); RENAME TABLE `records-acme`.old TO `records-acme`.older; DROP TABLE `records-acme`.older',
  ],
  ['ledger', statements.table],
  ['ledger', 'CREATE TABLE IF NOT EXISTS `audit-acme`.entries (id INT PRIMARY KEY)'],
  ['application', "INSERT INTO `records-acme`.policies (id, holder) VALUES (1, 'Ada')"],
  ['application', "UPDATE `records-acme`.policies SET holder = 'Bea' WHERE id = 1"],
  ['application', "START TRANSACTION; INSERT INTO `audit-acme`.entries VALUES (1, 'first'); COMMIT"],
  ['application', 'SELECT * FROM `audit-acme`.entries'],
  ['application', 'DELETE FROM `records-acme`.policies WHERE id = 7'],
  ['auditor', statements.insert],
  ['auditor', 'SELECT COUNT(*) FROM `audit-acme`.entries'],
  ['analytics', 'SELECT * FROM `records-acme`.holders'],
];

/** Everything by which an entry of the ledger could come to be another, or to be gone. */
const tampering: readonly string[] = [
  "UPDATE `audit-acme`.entries SET text = 'x'",
  'DELETE FROM `audit-acme`.entries',
  'DELETE FROM `audit-acme`.entries USING `audit-acme`.entries',
  'TRUNCATE TABLE `audit-acme`.entries',
  'DROP TABLE `audit-acme`.entries',
  'DROP DATABASE `audit-acme`',
  'ALTER TABLE `audit-acme`.entries DROP COLUMN text',
  'ALTER TABLE `audit-acme`.entries ENGINE=MEMORY',
  'RENAME TABLE `audit-acme`.entries TO `audit-acme`.old',
  "REPLACE INTO `audit-acme`.entries VALUES (1, 'x')",
  "INSERT INTO `audit-acme`.entries VALUES (1, 'x') ON DUPLICATE KEY UPDATE text = 'x'",
  'CREATE OR REPLACE TABLE `audit-acme`.entries (id INT)',
  'CREATE TRIGGER `audit-acme`.t BEFORE INSERT ON `audit-acme`.entries FOR EACH ROW SET NEW.text = NULL',
  'CREATE INDEX i ON `audit-acme`.entries (text)',
  'CREATE VIEW `audit-acme`.v AS SELECT 1',
  'CREATE PROCEDURE `audit-acme`.p() DELETE FROM `audit-acme`.entries',
  'CREATE EVENT `audit-acme`.e ON SCHEDULE EVERY 1 DAY DO DELETE FROM `audit-acme`.entries',
  "LOAD DATA INFILE '/etc/hostname' REPLACE INTO TABLE `audit-acme`.entries",
  "SELECT 'x' INTO OUTFILE '/tmp/mariadb-test-never-written'",
  'LOCK TABLES `audit-acme`.entries WRITE',
];

/** What would give somebody more than was meant. */
const escapes: readonly string[] = [
  "GRANT UPDATE ON `audit-acme`.* TO 'application-acme'@'%'",
  'GRANT ALL PRIVILEGES ON *.* TO CURRENT_USER()',
  'CREATE USER mallory',
  "SET PASSWORD FOR 'root'@'localhost' = PASSWORD('x')",
  "ALTER USER 'migration-acme'@'%' IDENTIFIED BY 'x'",
  'CREATE ROLE mallory',
  'CREATE DATABASE mallory',
  'SELECT * FROM mysql.global_priv',
  'SET GLOBAL read_only = 0',
  'SET GLOBAL require_secure_transport = 0',
  'SET SESSION sql_log_bin = 0',
  'FLUSH TABLES',
  'SHUTDOWN',
  "CREATE FUNCTION f RETURNS STRING SONAME 'f.so'",
  'SELECT * FROM `records-blue-ridge`.policies',
  "INSERT INTO `audit-blue-ridge`.entries VALUES (9, 'x')",
  'CREATE TABLE `records-blue-ridge`.mine (id INT)',
  'DROP DATABASE `records-blue-ridge`',
];

/** What one kind of user may not, and another may. */
const own: readonly (readonly [user: string, statement: string])[] = [
  ['application', 'CREATE TABLE `records-acme`.mine (id INT)'],
  ['application', 'ALTER TABLE `records-acme`.policies ADD COLUMN c INT'],
  ['application', 'DROP TABLE `records-acme`.policies'],
  ['application', 'TRUNCATE TABLE `records-acme`.policies'],
  ['application', statements.table.replace('entries', 'more')],
  ['migration', statements.table.replace('entries', 'more')],
  ['migration', 'SELECT * FROM `audit-acme`.entries'],
  ['migration', statements.insert],
  ['migration', 'DELETE HISTORY FROM `records-acme`.policies'],
  ['ledger', statements.insert],
  ['ledger', 'SELECT * FROM `records-acme`.policies'],
  [
    'ledger',
    'CREATE TABLE `audit-acme`.child (id INT, p INT, FOREIGN KEY (p) REFERENCES `records-acme`.policies (id) ON DELETE CASCADE)',
  ],
  ['auditor', 'SELECT * FROM `records-acme`.policies'],
  ['analytics', 'INSERT INTO `records-acme`.policies (id) VALUES (9)'],
  ['analytics', 'SELECT * FROM `audit-acme`.entries'],
];

const users = ['analytics', 'application', 'auditor', 'ledger', 'migration'];

/** @returns what was not refused for want of a right */
function letThrough(server: Server, rows: readonly (readonly [string, string])[]): string[] {
  return rows.flatMap(([user, statement]) => {
    const { isDone, text } = server.run(`${user}-acme`, statement);
    return !isDone && denied.test(text) ? [] : [`${user}: ${statement}: ${text}`];
  });
}

const everybody = (all: readonly string[]) =>
  users.flatMap((user) => all.map((statement) => [user, statement] as const));

let server: Server | undefined;

/** The one server of all tests, with two tenants and what `allowed` made. */
async function prepare(): Promise<Server> {
  const made = await startServer(parameters());
  server = made;
  for (const statement of [...statementsOf(objects), ...statementsOf(others)]) {
    const { isDone, text } = made.run('root', statement);
    assert.ok(isDone, `${statement}: ${text}`);
  }
  for (const [user, statement] of allowed) {
    const { isDone, text } = made.run(`${user}-acme`, statement);
    assert.ok(isDone, `${user}: ${statement}: ${text}`);
  }
  return made;
}

const ledgerOf = (server: Server) =>
  server.run('root', 'SELECT * FROM `audit-acme`.entries ORDER BY id').text;

/** In this order: the last two give rights that nobody has. */
const onServer: Readonly<Record<string, (server: Server) => void>> = {
  'nobody changes the ledger, gains a right or reaches another tenant': (server) => {
    const before = ledgerOf(server);
    assert.is(before, '1\tfirst\n2\tanother\n');
    assert.equal(letThrough(server, everybody(tampering)), []);
    assert.equal(letThrough(server, everybody(escapes)), []);
    assert.equal(letThrough(server, own), []);
    assert.is(ledgerOf(server), before);
  },
  'what the server says of a right is what was asked for, so the provider has nothing to mend': (server) => {
    for (const { spec } of objects.filter(({ kind }) => kind === 'Grant')) {
      const { privileges, databaseRef, userRef } = (
        spec as {
          forProvider: { privileges: string[]; databaseRef: { name: string }; userRef: { name: string } };
        }
      ).forProvider;
      const said = server.run('root', `SHOW GRANTS FOR '${userRef.name}-acme'@'%'`).text.split('\n');
      const pattern = new RegExp(`^GRANT (.+) ON \`${databaseRef.name}-acme\`\\.\\* TO \\S+@\\S+$`);
      const found = said.flatMap((line) => pattern.exec(line)?.[1] ?? []);
      assert.equal(
        found.map((line) => line.split(', ').sort()),
        [privileges],
      );
    }
  },
  'nobody connects in the clear, and no file of a client is taken along': (server) => {
    const inTheClear = () => server.runInTheClear('application-acme', 'SELECT 1').isDone;
    assert.not.ok(inTheClear());
    server.run('root', 'SET GLOBAL require_secure_transport = 0');
    assert.ok(inTheClear(), 'it is the parameter that stops them');
    server.run('root', 'SET GLOBAL require_secure_transport = 1');
    const local = server.run(
      'application-acme',
      "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE `audit-acme`.entries",
    );
    assert.not.ok(local.isDone);
  },
  'a right too many is seen': (server) => {
    server.run('root', "GRANT UPDATE ON `audit-acme`.* TO 'application-acme'@'%'");
    const found = letThrough(server, everybody(tampering));
    assert.ok(
      found.some((line) => line.startsWith('application: UPDATE')),
      found.join('\n'),
    );
  },
  'who makes tables of the ledger and of the records could let rows of the ledger go': (server) => {
    const child =
      'CREATE TABLE `audit-acme`.child (id INT, p INT, FOREIGN KEY (p) REFERENCES `records-acme`.policies (id) ON DELETE CASCADE)';
    server.run('root', "GRANT CREATE ON `audit-acme`.* TO 'migration-acme'@'%'");
    assert.ok(server.run('migration-acme', child).isDone);
    server.run('application-acme', 'INSERT INTO `audit-acme`.child VALUES (1, 1)');
    server.run('application-acme', 'DELETE FROM `records-acme`.policies');
    assert.is(server.run('root', 'SELECT COUNT(*) FROM `audit-acme`.child').text, '0\n');
  },
};

for (const [name, what] of Object.entries(onServer)) {
  if (hasServer()) test(name, async () => what(server ?? (await prepare())));
  else skip(test, name, 'there is no mariadbd (Debian: mariadb-server)');
}

test.after(() => server?.stop());

test.run();
