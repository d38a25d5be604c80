// What keeps data once AWS, or a database server, is asked to delete: settings of the thing, and of what stands beside it.
import type { Manifest } from '../model/manifest.ts';
import { at, type Fields, field, type Guard, type Scene } from './guard.ts';

const wanted = ({ object }: Scene) => at(object, 'spec', 'forProvider');

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html */
export const databaseGuards = {
  protected: field('the database is protected', wanted, 'deletionProtection', true, false),
  snapshot: field('a last snapshot is taken', wanted, 'skipFinalSnapshot', false, true),
  backups: field('its backups outlive it', wanted, 'deleteAutomatedBackups', false, true),
} as const;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html */
export const restorable: Guard = {
  name: 'its server can be restored to any minute',
  holds: ({ beside }) => beside.some((one) => Number(backupsOf(one).backupRetentionPeriod ?? 0) > 0),
  remove: ({ beside }) => {
    for (const one of beside) if (one.kind === 'Instance') backupsOf(one).backupRetentionPeriod = 0;
  },
};

function backupsOf(one: Manifest): Fields {
  return one.kind === 'Instance' ? at(one, 'spec', 'forProvider') : {};
}

/** AWS deletes no bucket that is not empty; the provider empties it first where it is told to. */
export const unemptied: Guard = {
  name: 'the provider does not empty it',
  holds: (scene) => wanted(scene).forceDestroy !== true,
  remove: (scene) => {
    wanted(scene).forceDestroy = true;
  },
};

/** A deleted object is a marker on its versions. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html */
export const versioned: Guard = {
  name: 'deleted objects are versions',
  holds: (scene) => configurationOf(scene).status === 'Enabled',
  remove: (scene) => {
    configurationOf(scene).status = 'Suspended';
  },
};

function configurationOf({ object, beside }: Scene): Fields {
  const setting = beside.find((one) => one.kind === 'BucketVersioning' && isAbout(one, object));
  return setting === undefined ? {} : at(setting, 'spec', 'forProvider', 'versioningConfiguration');
}

/** Whether a setting is one of this bucket or vault, by what it calls it. */
function isAbout(setting: Manifest, { metadata, spec }: Manifest): boolean {
  const { bucket, backupVaultName, backupVaultNameRef, region } = at(setting, 'spec', 'forProvider');
  const named = bucket ?? backupVaultName ?? (backupVaultNameRef as { name?: string } | undefined)?.name;
  const names = [metadata.name, metadata.annotations?.['crossplane.io/external-name']];
  const { forProvider } = spec as { forProvider: Fields };
  return names.includes(named as string) && region === forProvider.region;
}

/** What a resource's own policy refuses to everybody, whatever they may do elsewhere. */
export function refused(kind: string, action: string): Guard {
  const policyOf = (scene: Scene) => {
    const found = scene.beside.find((one) => one.kind === kind && isAbout(one, scene.object));
    return found === undefined ? undefined : at(found, 'spec', 'forProvider');
  };
  return {
    name: `${action} is refused to everybody`,
    holds: (scene) =>
      statementsOf(policyOf(scene)?.policy).some(
        ({ Effect, Action, Condition }) =>
          Effect === 'Deny' && Condition === undefined && listOf(Action).includes(action),
      ),
    remove: (scene) => {
      const policy = policyOf(scene);
      if (policy !== undefined) policy.policy = '{"Statement":[]}';
    },
  };
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Condition?: unknown;
}

function statementsOf(text: unknown): readonly Statement[] {
  return (JSON.parse(String(text ?? '{"Statement":[]}')) as { Statement: Statement[] }).Statement;
}

function listOf(action: Statement['Action']): readonly string[] {
  return typeof action === 'string' ? [action] : action;
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html */
export const keyGuards = {
  waits: {
    name: 'a key waits before it goes, and can be called back',
    holds: (scene: Scene) => Number(wanted(scene).deletionWindowInDays ?? 0) >= 7,
    remove: (scene: Scene) => {
      wanted(scene).deletionWindowInDays = 0;
    },
  },
  unscheduled: {
    name: "the key's policy lets nobody delete it",
    holds: (scene: Scene) => {
      const { policy } = wanted(scene);
      const actions = statementsOf(policy)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Action }) => listOf(Action));
      return policy !== undefined && !actions.some((action) => matches(action, 'kms:ScheduleKeyDeletion'));
    },
    remove: (scene: Scene) => {
      wanted(scene).policy = '{"Statement":[{"Effect":"Allow","Action":"kms:*"}]}';
    },
  },
} as const satisfies Record<string, Guard>;

function matches(pattern: string, action: string): boolean {
  const [head, ...rest] = pattern.split('*');
  return rest.length === 0 ? pattern === action : action.startsWith(head ?? '');
}

/** AWS deletes no vault that holds something; a locked one loses nothing before its time. */
export const locked: Guard = {
  name: 'the vault is locked',
  holds: ({ object, beside }) => beside.some((one) => isLock(one, object)),
  remove: ({ object, beside }) => {
    for (const one of beside) {
      if (isLock(one, object)) at(one, 'spec', 'forProvider').minRetentionDays = 0;
    }
  },
};

function isLock(one: Manifest, vault: Manifest): boolean {
  if (one.kind !== 'VaultLockConfiguration' || !isAbout(one, vault)) return false;
  return Number(at(one, 'spec', 'forProvider').minRetentionDays ?? 0) > 0;
}
