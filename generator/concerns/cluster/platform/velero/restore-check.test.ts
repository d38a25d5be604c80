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

interface World {
  /** Of each schedule: tenant, schedule, last backup. */
  readonly schedules?: readonly (readonly [tenant: string, schedule: string, last?: string])[];
  readonly created?: string;
  readonly phase?: string;
  /** Whose matrix lies in the namespace after a restore. */
  readonly restored?: string;
}

const kubectl = `#!/bin/sh
echo "$*" >> "$WORLD/asked"
case "$*" in
  *'get schedules'*) cat "$WORLD/schedules" ;;
  *create*) cat >> "$WORLD/restores" ;;
  *'get restores'*) printf '%s' "$PHASE" ;;
  *'get configmap'*) printf '{"metadata":{"labels":{"tenantry.dev/tenant":"%s"}}}' "$RESTORED" ;;
esac
`;

function run({ schedules = [['acme', 't-acme.home', 'now']], created, phase, restored }: World) {
  const world = mkdtempSync(join(tmpdir(), 'restore-check-'));
  try {
    const items = schedules.map(([tenant, name, last]) => ({
      metadata: {
        name,
        labels: { 'tenantry.dev/tenant': tenant },
        creationTimestamp: created ?? '2026-01-01T00:00:00Z',
      },
      status: last === undefined ? {} : { lastBackup: last },
    }));
    writeFileSync(join(world, 'schedules'), JSON.stringify({ items }));
    writeFileSync(join(world, 'kubectl'), kubectl);
    chmodSync(join(world, 'kubectl'), 0o755);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', renderRestoreCheck()], {
      encoding: 'utf8',
      env: {
        PATH: `${world}:${process.env.PATH}`,
        WORLD: world,
        PHASE: phase ?? 'Completed',
        RESTORED: restored ?? 'acme',
        RESTORE_MINUTES: '1',
        PAUSE_SECONDS: '60',
      },
    });
    const read = (name: string) => readFileSync(join(world, name), { encoding: 'utf8', flag: 'a+' });
    return { status, said: stdout + stderr, asked: read('asked'), restores: read('restores') };
  } finally {
    rmSync(world, { recursive: true });
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
    const schedules = [
      ['acme', 't-acme.home', 'now'],
      ['acme', 't-acme.copies', 'now'],
    ] as const;
    const { status, said, asked, restores } = run({ schedules });
    assert.is(status, 0, said);
    assert.is(cleaned(asked), 2);
    assert.match(restores, /scheduleName: t-acme\.copies/);
    assert.match(restores, /namespaceMapping: \{t-acme: restore-check\}/);
    assert.not.match(restores, /deployments|secrets|cronjobs|rolebindings/);
    assert.match(said, /2 restored, 0 wrong/);
  });

  test('a restore that is not whole fails, and is taken away all the same', () => {
    for (const phase of ['PartiallyFailed', 'Failed', 'FailedValidation']) {
      const { status, said, asked } = run({ phase });
      assert.is(status, 1);
      assert.is(cleaned(asked), 1);
      assert.match(said, new RegExp(`acme t-acme\\.home: the restore is ${phase}`));
    }
  });

  test('what was restored has to be the tenant’s', () => {
    const { status, said } = run({ restored: 'pinecrest' });
    assert.is(status, 1);
    assert.match(said, /what was restored is of pinecrest/);
  });

  test('a tenant of which nothing was ever saved fails, unless it is new', () => {
    const schedules = [['acme', 't-acme.home']] as const;
    assert.is(run({ schedules }).status, 1);
    const { status, asked } = run({ schedules, created: new Date().toISOString().replace(/\.\d+/, '') });
    assert.is(status, 0);
    assert.is(cleaned(asked), 0);
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
