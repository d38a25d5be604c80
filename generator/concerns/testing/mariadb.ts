// A MariaDB server of its own for a test, and what provider-sql would say to it for the objects that we render. Knows no
// tenant and no right: whatever the objects say is said (provider-sql v0.16.0, pkg/controller/namespaced/mysql).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Manifest } from '../../model/manifest.ts';

export interface Answer {
  readonly isDone: boolean;
  /** What the server said, tab-separated rows or `ERROR 1142 (42000) …`. */
  readonly text: string;
}

export interface Server {
  /** @param user `root` or one with the password that `statementsOf` gave it */
  readonly run: (user: string, statement: string) => Answer;
  /** Over the network and in the clear. */
  readonly runInTheClear: (user: string, statement: string) => Answer;
  readonly stop: () => Promise<void>;
}

/** Whether Debian's `mariadb-server`, or another, is here. */
export function hasServer(): boolean {
  return ['mariadbd', 'mariadb', 'mariadb-install-db'].every(
    (name) => spawnSync(name, ['--version'], { env: environment }).error === undefined,
  );
}

const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };

export function passwordOf(user: string): string {
  return `password of ${user}`;
}

/** @param parameters as a parameter group has them */
export async function startServer(parameters: readonly string[]): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const socket = join(folder, 'socket');
  const port = await findPort();
  const common = [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
  install(common);
  const places = [`--socket=${socket}`, `--port=${port}`, `--pid-file=${join(folder, 'pid')}`];
  const server = spawn('mariadbd', [...common, ...places, '--bind-address=127.0.0.1', ...parameters], {
    env: environment,
    stdio: 'ignore',
  });
  const closed = new Promise((resolve) => server.once('exit', resolve));
  const run: Server['run'] = (user, statement) => ask([`--socket=${socket}`], user, statement);
  for (let attempt = 0; !run('root', 'SELECT 1').isDone; attempt += 1) {
    if (attempt > 300 || server.exitCode !== null) throw new Error('The server does not start.');
    await setTimeout(100);
  }
  const network = ['--host=127.0.0.1', '--protocol=tcp', `--port=${port}`, '--skip-ssl'];
  return {
    run,
    runInTheClear: (user, statement) => ask(network, user, statement),
    stop: async () => {
      server.kill('SIGTERM');
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function install(common: readonly string[]): void {
  const options = [...common, '--auth-root-authentication-method=normal', '--skip-test-db'];
  const made = spawnSync('mariadb-install-db', options, { env: environment, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stdout}${made.stderr}`);
}

function ask(connection: readonly string[], user: string, statement: string): Answer {
  const password = user === 'root' ? [] : [`--password=${passwordOf(user)}`];
  const options = ['--no-defaults', '--batch', '--skip-column-names', ...connection, `--user=${user}`];
  const { status, stdout, stderr } = spawnSync('mariadb', [...options, ...password, '-e', statement], {
    env: environment,
    encoding: 'utf8',
  });
  return { isDone: status === 0, text: status === 0 ? stdout : stderr };
}

/** One that nobody listens on at this moment. */
function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface SqlSpec {
  readonly forProvider: {
    readonly defaultCharacterSet?: string;
    readonly defaultCollation?: string;
    readonly privileges?: readonly string[];
    readonly databaseRef?: { readonly name: string };
    readonly userRef?: { readonly name: string };
  };
}

/** What the provider makes of the objects of one namespace, in an order that a server can follow. */
export function statementsOf(objects: readonly Manifest[]): string[] {
  const known = objects.filter(({ apiVersion }) => apiVersion.startsWith('mysql.sql.m.crossplane.io/'));
  return ['Database', 'User', 'Grant'].flatMap((kind) =>
    known.filter((one) => one.kind === kind).map((one) => statementOf(one, known)),
  );
}

function statementOf({ kind, metadata, spec }: Manifest, all: readonly Manifest[]): string {
  const { forProvider } = spec as unknown as SqlSpec;
  if (kind === 'Database') {
    const { defaultCharacterSet, defaultCollation } = forProvider;
    const name = externalNameOf(all, kind, metadata.name);
    return `CREATE DATABASE \`${name}\` DEFAULT CHARACTER SET ${defaultCharacterSet} DEFAULT COLLATE ${defaultCollation}`;
  }
  if (kind === 'User') {
    const user = externalNameOf(all, kind, metadata.name);
    return `CREATE USER '${user}'@'%' IDENTIFIED BY '${passwordOf(user)}'`;
  }
  const database = externalNameOf(all, 'Database', forProvider.databaseRef?.name);
  const user = externalNameOf(all, 'User', forProvider.userRef?.name);
  return `GRANT ${forProvider.privileges?.join(', ')} ON \`${database}\`.* TO '${user}'@'%'`;
}

function externalNameOf(all: readonly Manifest[], kind: string, name: string | undefined): string {
  const found = all.find((one) => one.kind === kind && one.metadata.name === name);
  const external = found?.metadata.annotations?.['crossplane.io/external-name'];
  if (external === undefined) throw new Error(`there is no ${kind} ${name}`);
  return external;
}
