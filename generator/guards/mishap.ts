// How a tenant's data can be lost: each mishap is a row of steps, each step happens unless a guard stops it, and only after the
// last one is it lost. What a guard looks like is for the files beside this to know.
import {
  annotated,
  createsOnly,
  holdsAtItsEnd,
  leavesObjects,
  neverEmptied,
  optioned,
  preserves,
  unpruned,
} from './argocd.ts';
import { databaseGuards, keyGuards, locked, refused, restorable, unemptied, versioned } from './aws.ts';
import { type Guard, type Scene, undeletable, used } from './guard.ts';

export interface Step {
  readonly what: string;
  /** Any of them stops it. */
  readonly guards: readonly Guard[];
}

export interface Mishap {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Kinds that hold what nobody else has, by the steps that are left once AWS is asked to delete one. */
const inAws: Readonly<Record<string, readonly Step[]>> = {
  Instance: [
    { what: 'AWS deletes the database', guards: [databaseGuards.protected] },
    { what: 'nothing is left of it', guards: [databaseGuards.snapshot, databaseGuards.backups] },
  ],
  Bucket: [
    {
      what: 'the bucket is emptied',
      guards: [unemptied, versioned, refused('BucketPolicy', 's3:DeleteObjectVersion')],
    },
    { what: 'AWS deletes the bucket', guards: [refused('BucketPolicy', 's3:DeleteBucket')] },
  ],
  Key: [
    { what: 'AWS is let schedule the deletion', guards: [keyGuards.unscheduled] },
    { what: 'the key is gone for good', guards: [keyGuards.waits] },
  ],
  Vault: [
    {
      what: 'its backups are deleted',
      guards: [unemptied, locked, refused('VaultPolicy', 'backup:DeleteRecoveryPoint')],
    },
    { what: 'AWS deletes the vault', guards: [refused('VaultPolicy', 'backup:DeleteBackupVault')] },
  ],
};

/** Of a schema on a server: the server drops it when it is told to. */
const onServer: readonly Step[] = [{ what: 'nothing is left of it', guards: [restorable] }];

/** A copy that is made anew from another keeps nothing that is lost with it. */
export function keepsData({ kind, spec }: Scene['object']): boolean {
  const { forProvider = {} } = (spec ?? {}) as { forProvider?: Record<string, unknown> };
  const isReplica = Object.keys(forProvider).some((field) => field.startsWith('replicateSourceDb'));
  return (kind in inAws && !isReplica) || kind === 'Database';
}

const claim = ({ claim }: Scene) => claim;
const namespace = ({ namespace }: Scene) => namespace;
const definition = ({ definition }: Scene) => definition;
const object = ({ object }: Scene) => object;

const claimPruned: Step = {
  what: 'the sync prunes the claim',
  guards: [unpruned('data'), annotated('the claim', claim, 'Prune=false'), optioned('data', 'Prune=false')],
};
const claimCascaded: Step = {
  what: 'the claim goes with its Application',
  guards: [annotated('the claim', claim, 'Delete=false'), optioned('data', 'Delete=false')],
};
const namespaceCascaded: Step = {
  what: 'the namespace goes with its Application',
  guards: [annotated('the namespace', namespace, 'Delete=false'), optioned('foundation', 'Delete=false')],
};
const providerDeletes: Step = { what: 'the provider deletes it in AWS', guards: [undeletable] };

/** Everything that we know can go wrong for one object that keeps data. Throws for another. */
export function mishapsOf({ object, claim }: Scene): Mishap[] {
  const last = object.kind === 'Database' ? onServer : inAws[object.kind];
  if (last === undefined) throw new Error(`${object.kind} keeps no data`);
  const isComposed = object.kind !== claim.kind;
  const ways = [...fromGit, ...byHand, ...(isComposed ? ofComposed : [])];
  return [
    ...ways.map(({ name, steps }) => ({ name, steps: [...steps, providerDeletes, ...last] })),
    ...(object.kind in inAws ? [{ name: 'AWS itself is told to delete it', steps: last }] : []),
  ];
}

const fromGit: readonly Mishap[] = [
  { name: 'the claim leaves the tree', steps: [claimPruned] },
  {
    name: 'the layer is left empty in the tree',
    steps: [{ what: 'the Application syncs nothing', guards: [neverEmptied('data')] }, claimPruned],
  },
  {
    name: "the tenant's folder leaves the tree",
    steps: [
      { what: 'its Application is deleted', guards: [createsOnly('data')] },
      { what: 'its objects go with it', guards: [leavesObjects('data'), preserves('data')] },
      claimCascaded,
    ],
  },
  {
    name: 'the namespace leaves the tree',
    steps: [
      {
        what: 'the sync prunes the namespace',
        guards: [annotated('the namespace', namespace, 'Prune=false')],
      },
    ],
  },
  {
    name: 'the definition leaves the tree',
    steps: [
      {
        what: 'the sync prunes the definition',
        guards: [annotated('the definition', definition, 'Prune=false'), unpruned('components')],
      },
      { what: 'the API server deletes it', guards: [used('the definition', definition)] },
    ],
  },
];

const byHand: readonly Mishap[] = [
  {
    name: 'the ApplicationSet is deleted',
    steps: [
      { what: 'its Applications are deleted', guards: [holdsAtItsEnd('data')] },
      { what: 'their objects go with them', guards: [leavesObjects('data'), preserves('data')] },
      claimCascaded,
    ],
  },
  { name: 'the Application of the data is deleted with its objects', steps: [claimCascaded] },
  { name: 'the Application of the foundation is deleted with its objects', steps: [namespaceCascaded] },
  {
    name: 'the Application of Crossplane is deleted with its objects',
    steps: [
      {
        what: 'the definition goes with it',
        guards: [
          annotated('the definition', definition, 'Delete=false'),
          optioned('components', 'Delete=false'),
        ],
      },
      { what: 'the API server deletes it', guards: [used('the definition', definition)] },
    ],
  },
  { name: 'the namespace is deleted', steps: [] },
  { name: 'the claim is deleted', steps: [] },
  {
    name: 'the definition is deleted',
    steps: [{ what: 'the API server deletes it', guards: [used('the definition', definition)] }],
  },
];

const ofComposed: readonly Mishap[] = [
  { name: 'the composition makes the object no more', steps: [] },
  {
    name: 'the object is deleted',
    steps: [{ what: 'the API server deletes it', guards: [used('the object', object)] }],
  },
];

/** What stops the mishap, step by step. Empty: the data is lost. */
export function stoppedBy({ steps }: Mishap, scene: Scene): Guard[] {
  return steps.flatMap(({ guards }) => guards.filter((guard) => guard.holds(scene)));
}
