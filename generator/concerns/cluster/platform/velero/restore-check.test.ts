// The test of restores: what its script does when a cluster answers well and ill, and that nothing can come to life in the
// namespace that it restores into. `kubectl` is a stand-in that tells what it was asked.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../../../../scripts/skip.ts';
import { renderRestoreCheck } from '../../../../compose/restore-check.ts';
import type { Manifest } from '../../../../model/manifest.ts';
import { composeExample } from '../../../testing/example.ts';

const test = suite('restore check');
const clusters = await composeExample();
const hasJq = spawnSync('jq', ['--version']).status === 0;

interface Saved {
  readonly name: string;
  /** Without it the backup has only begun. */
  readonly phase?: string;
  readonly minutesAgo?: number;
}

interface World {
  /** Of each schedule: tenant, schedule, what it has saved; without that, one that is whole and new. */
  readonly schedules?: readonly (readonly [tenant: string, schedule: string, saved?: readonly Saved[]])[];
  readonly created?: string;
  readonly interval?: string;
  readonly phase?: string;
  /** Whose matrix lies in the namespace after a restore. */
  readonly restored?: string;
  /** What `kubectl` fails at. */
  readonly broken?: 'schedules' | 'backups';
}

const kubectl = `#!/bin/sh
printf '%s\\n' "$*" >> "$WORLD/asked"
case "$*" in
  *"get $BROKEN"*) exit 1 ;;
  *'get schedules'*) cat "$WORLD/schedules" ;;
  *'get backups'*) cat "$WORLD/$(printf '%s' "$*" | sed 's/.*schedule-name=\\([^ ]*\\).*/\\1/')" ;;
  *create*) cat >> "$WORLD/restores" ;;
  *'get restores'*) printf '%s' "$PHASE" ;;
  *'get configmap'*) printf '{"metadata":{"labels":{"tenantry.dev/tenant":"%s"}}}' "$RESTORED" ;;
esac
`;

const home = 't-acme.home.prod-use1';
const whole = (minutesAgo: number): Saved => ({
  name: `${home}-${minutesAgo}`,
  phase: 'Completed',
  minutesAgo,
});

function timeOf(minutesAgo: number): string {
  return new Date(Date.now() - minutesAgo * 60_000).toISOString().replace(/\.\d+/, '');
}

/** As `kubectl` writes it with the template that the script asks for. */
function lineOf({ phase = '', minutesAgo, name }: Saved): string {
  return `${phase} ${minutesAgo === undefined ? '' : timeOf(minutesAgo)} ${name}\n`;
}

function run(world: World) {
  const { schedules = [['acme', home]], created = '2026-01-01T00:00:00Z', interval = '30' } = world;
  const folder = mkdtempSync(join(tmpdir(), 'restore-check-'));
  try {
    const items = schedules.map(([tenant, name, saved = [{ ...whole(10), name: `${name}-1` }]]) => {
      writeFileSync(join(folder, name), saved.map(lineOf).join(''));
      const annotations = { 'tenantry.dev/interval-minutes': interval };
      const labels = { 'tenantry.dev/tenant': tenant };
      return { metadata: { name, labels, annotations, creationTimestamp: created } };
    });
    writeFileSync(join(folder, 'schedules'), JSON.stringify({ items }));
    writeFileSync(join(folder, 'kubectl'), kubectl);
    chmodSync(join(folder, 'kubectl'), 0o755);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', renderRestoreCheck()], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        TMPDIR: folder,
        WORLD: folder,
        BROKEN: world.broken ?? 'nothing',
        PHASE: world.phase ?? 'Completed',
        RESTORED: world.restored ?? 'acme',
        RESTORE_MINUTES: '1',
        PAUSE_SECONDS: '60',
      },
    });
    const read = (name: string) => readFileSync(join(folder, name), { encoding: 'utf8', flag: 'a+' });
    return { status, said: stdout + stderr, asked: read('asked'), restores: read('restores') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many restores were taken away again: the copies first, then the restore itself. */
function cleaned(asked: string): number {
  const [copies, restores] = [
    /--namespace restore-check delete .*velero.io\/restore-name=check-/g,
    /delete restores.velero.io check-/g,
  ];
  const count = [...asked.matchAll(copies)].length;
  assert.is([...asked.matchAll(restores)].length, count);
  return count;
}

if (!hasJq) skip(test, 'the script restores and cleans', 'jq is not installed');
else {
  test('each schedule is restored by itself, looked at and taken away', () => {
    const copies = 't-acme.copies.prod-use1';
    const { status, said, asked, restores } = run({
      schedules: [
        ['acme', home],
        ['acme', copies],
      ],
    });
    assert.is(status, 0, said);
    assert.is(cleaned(asked), 2);
    assert.match(restores, /backupName: t-acme\.copies\.prod-use1-1/);
    assert.match(restores, /namespaceMapping: \{t-acme: restore-check\}/);
    assert.not.match(restores, /scheduleName|deployments|secrets|cronjobs|rolebindings/);
    assert.match(said, /2 restored, 0 wrong/);
  });

  test('a restore that is not whole fails, and is taken away all the same', () => {
    for (const phase of ['PartiallyFailed', 'Failed', 'FailedValidation']) {
      const { status, said, asked } = run({ phase });
      assert.is(status, 1);
      assert.is(cleaned(asked), 1);
      assert.match(said, new RegExp(`acme t-acme\\.home\\.prod-use1: the restore is ${phase}`));
    }
  });

  test('what was restored has to be the tenant’s', () => {
    const { status, said } = run({ restored: 'pinecrest' });
    assert.is(status, 1);
    assert.match(said, /what was restored is of pinecrest/);
  });

  test('the newest that is whole is restored, in whatever order they are told', () => {
    const unfinished = [{ name: 'begun' }, { name: 'failed', phase: 'Failed', minutesAgo: 1 }];
    const saved = [whole(20), whole(5), ...unfinished, whole(50)];
    const { status, restores, said } = run({ schedules: [['acme', home, saved]] });
    assert.is(status, 0, said);
    assert.match(restores, new RegExp(`backupName: ${home}-5\n`));
  });

  test('one that is older than twice the time between two fails, whatever was begun since', () => {
    const broken = { name: 'partial', phase: 'PartiallyFailed', minutesAgo: 3 };
    const { status, said, asked } = run({ schedules: [['acme', home, [whole(65), broken]]] });
    assert.is(status, 1);
    assert.match(
      said,
      /acme t-acme\.home\.prod-use1: t-acme\.home\.prod-use1-65 is the newest .* 65 minutes old/,
    );
    assert.is(cleaned(asked), 0);
    assert.is(run({ schedules: [['acme', home, [whole(55), broken]]] }).status, 0);
    assert.is(run({ schedules: [['acme', home, [whole(65)]]], interval: '60' }).status, 0);
  });

  test('the first that is wrong does not hide the next', () => {
    const late = ['acme', home, [whole(600)]] as const;
    const { status, said } = run({ schedules: [late, ['acme', 't-acme.copies.prod-use1']] });
    assert.is(status, 1);
    assert.match(said, /1 restored, 1 wrong/);
  });

  test('a tenant of which nothing whole was ever saved fails, unless it is new', () => {
    for (const saved of [[], [{ name: 'failed', phase: 'Failed', minutesAgo: 3 }]]) {
      const schedules = [['acme', home, saved]] as const;
      assert.match(run({ schedules }).said, /nothing was ever saved whole/);
      assert.is(run({ schedules }).status, 1);
      const { status, asked } = run({ schedules, created: timeOf(40) });
      assert.is(status, 0);
      assert.is(cleaned(asked), 0);
    }
  });

  test('what cannot be asked is not taken to be right', () => {
    for (const broken of ['schedules', 'backups'] as const) assert.is.not(run({ broken }).status, 0, broken);
  });
}

test('nothing runs where objects are restored, and nothing reaches it', () => {
  for (const { files } of clusters) {
    const all = files.flatMap(({ manifests }) => [...manifests]);
    const find = (kind: string, named: string) =>
      all.find(
        ({ kind: is, metadata }) =>
          is === kind && metadata.namespace === 'restore-check' && metadata.name === named,
      )?.spec as Record<string, unknown> | undefined;
    assert.equal(find('ResourceQuota', 'nothing-runs'), { hard: { pods: '0' } });
    assert.equal(find('NetworkPolicy', 'default-deny'), {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    const namespace = all.find(
      ({ kind, metadata }) => kind === 'Namespace' && metadata.name === 'restore-check',
    );
    assert.is(namespace?.metadata.labels?.['istio.io/rev'], undefined);
  }
});

test('who tests restores reads no tenant’s namespace, and no Secret', () => {
  for (const { files } of clusters) {
    const all = files.flatMap(({ manifests }) => [...manifests]);
    const bound = all.filter(
      ({ kind, ...one }) =>
        /RoleBinding$/.test(kind) && JSON.stringify(one).includes('"restore-check","namespace":"velero"'),
    );
    assert.equal(bound.map(({ kind, metadata }) => [kind, metadata.namespace]).sort(), [
      ['RoleBinding', 'restore-check'],
      ['RoleBinding', 'velero'],
    ]);
    const roles = all.filter(({ kind, metadata }) => kind === 'Role' && /^restore-check/.test(metadata.name));
    assert.is(roles.length, 2);
    assert.not.match(JSON.stringify(roles.map((role: Manifest) => role.rules)), /secrets|\*/);
  }
});

test.run();
