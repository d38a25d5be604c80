// Ids, services, queues and clusters as the schemas allow them, every name that is made of them, and what its bearer takes. Judges
// nothing.
import fc from 'fast-check';
import * as names from '../names.ts';

/** What words are taken from: those that names are put together with, so that some continue others. */
const parts = [
  'a',
  'acme',
  'analytics',
  'api',
  'audit',
  'copies',
  'copy',
  'database',
  'documents',
  'eu',
  'failed',
];
const more = [
  'mariadb',
  'prod',
  'reader',
  'records',
  'redis7',
  't',
  'use1',
  'us',
  'vault',
  'worker',
  'writer',
  'x9',
];
const word = fc.oneof(
  fc.constantFrom(...parts, ...more),
  fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/),
  fc.stringMatching(/^[0-9]{1,3}$/),
);

/** `schemas/common.schema.json`: `tenantId`, and with 20 characters `clusterName`. */
export function nameOf(longest: number): fc.Arbitrary<string> {
  const head = fc.oneof(fc.constantFrom(...parts, ...more), fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/));
  return fc
    .tuple(head, fc.array(word, { maxLength: 5 }))
    .map(([first, rest]) => [first, ...rest].join('-'))
    .filter((name) => name.length >= 2 && name.length <= longest);
}

const purposes = ['documents', 'audit'] as const;
const regions = ['us-east-1', 'us-east-2', 'us-west-2', 'us-gov-west-1'] as const;

export interface Place {
  readonly organisation: string;
  readonly cluster: string;
  readonly region: string;
  readonly backupRegion: string;
  readonly services: readonly string[];
  readonly queues: readonly string[];
}

export const place: fc.Arbitrary<Place> = fc.record({
  organisation: fc.constantFrom('keelstone', 'k9'),
  cluster: nameOf(20),
  region: fc.constantFrom(...regions),
  backupRegion: fc.constantFrom(...regions),
  services: fc.uniqueArray(nameOf(24), { minLength: 1, maxLength: 4 }),
  queues: fc.uniqueArray(nameOf(40), { minLength: 1, maxLength: 3 }),
});

export interface Named {
  /** Where a name may be borne once. */
  readonly space: string;
  readonly name: string;
}

/** Every name of a tenant on a cluster. A region that its place is part of stands in the space. */
export function namesOf(
  id: string,
  { organisation, cluster, region, backupRegion, services, queues }: Place,
): Named[] {
  const one = (space: string, ...all: readonly string[]) => all.map((name) => ({ space, name }));
  const bearers = [...services, ...names.bearers];
  const roles = ['client', 'database', 'cache'] as const;
  return [
    ...one('namespace', names.namespaceOf(id), names.projectOf(id)),
    ...one('application', names.applicationOf(id, 'data'), names.applicationOf(id, 'workloads')),
    ...one('rds', names.databaseOf(id), ...[1, 2, 12].map((number) => names.analyticsOf(id, number))),
    ...one('rds group', ...['10.6', '10.11', '11.4'].map((version) => names.databaseGroupOf(id, version))),
    ...one('schema', names.schemaOf(id, 'records'), names.schemaOf(id, 'audit')),
    ...one('cache', names.cacheOf(id)),
    ...one('cache group', names.cacheParametersOf(id, 'redis7'), names.cacheParametersOf(id, 'valkey8.1')),
    ...one('bucket', names.bucketOf(organisation, id, region)),
    ...one('bucket', names.bucketOf(organisation, id, region, 'audit')),
    ...(backupRegion === region
      ? []
      : one('bucket', ...purposes.map((purpose) => names.bucketOf(organisation, id, backupRegion, purpose)))),
    ...one('alias', names.keyAliasOf(id), names.copyKeyAliasOf(id)),
    ...one('vault', names.vaultOf(id), names.copyVaultOf(id)),
    ...one('restore test', names.restoreTestOf(id)),
    ...one('folder', names.secretFolderOf('production', id)),
    ...one(
      'schedule',
      names.objectScheduleOf(id, cluster, 'home'),
      names.objectScheduleOf(id, cluster, 'copies'),
    ),
    ...one('queue', ...queues.flatMap((queue) => [names.queueOf(id, queue), names.failedQueueOf(id, queue)])),
    ...one('role', ...bearers.map((bearer) => names.roleOf(id, bearer, cluster))),
    // Those of the edge are in one region for all clusters.
    ...one('web acl', names.webAclOf(id, cluster)),
    ...one('alarm', names.alarmOf(id, cluster, 'edge'), names.alarmOf(id, cluster, 'edge-errors')),
    ...one('budget', names.budgetOf(id)),
    ...one(`group in ${cluster}`, ...roles.map((role) => names.securityGroupOf(id, cluster, role))),
  ];
}

/** What each service takes, from its API's reference; and at most so many characters. */
export const shapes: Readonly<Record<string, readonly [pattern: RegExp, longest: number]>> = {
  namespace: [/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 63],
  application: [/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 63],
  // No two hyphens together, none at the end.
  rds: [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 63],
  'rds group': [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 255],
  schema: [/^[a-z][a-z0-9-]*$/, 64],
  cache: [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 40],
  'cache group': [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 255],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  bucket: [
    /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|--x-s3)$)[a-z0-9][a-z0-9-]+[a-z0-9]$/,
    63,
  ],
  alias: [/^alias\/(?!aws\/)[A-Za-z0-9/_-]+$/, 256],
  vault: [/^[A-Za-z0-9_-]{2,}$/, 50],
  'restore test': [/^[A-Za-z0-9_]+$/, 50],
  folder: [/^[A-Za-z0-9/_+=.@-]+$/, 400],
  schedule: [/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 63],
  queue: [/^[A-Za-z0-9_-]+$/, 80],
  'web acl': [/^[\w-]+$/, 128],
  alarm: [/^[\w-]+$/, 255],
  budget: [/^[^:\\]+$/, 100],
  role: [/^[\w+=,.@-]+$/, 64],
  group: [/^(?!sg-)[A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]+$/, 255],
};

export function shapeOf({ space }: Named): readonly [pattern: RegExp, longest: number] {
  const shape = shapes[space] ?? shapes[space.split(' ')[0] ?? ''];
  if (shape === undefined) throw new Error(`what a ${space} takes is not known`);
  return shape;
}
