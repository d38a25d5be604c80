// Reports for tests: one that has something of everything, in words that the test chooses, and large ones. Knows no voice.
import type { Change } from '../../../changes/classify/classify.ts';
import { type Lane, lanes } from '../../../changes/lane.ts';
import type { ObjectRef } from '../../../changes/object.ts';
import type { FieldPath } from '../../../changes/path.ts';
import { showPath } from '../../../changes/path.ts';
import { type Entry, type Report, reportOf } from '../../../review/report.ts';

/** Makes a text from what it stands for: a test may put anything in its place. */
export type Say = (what: string) => string;

export const plainly: Say = (what) => what;

/**
 * A group in every lane, and in the first lane one of each kind; some approved, some refused, with several causes, verdicts
 * and exceptions. Every text that comes from a file or a table is said by `say`; names of tenants are not, because they are
 * searched for in others.
 */
export function fullReport(say: Say): Report {
  const changed = lanes.map((lane, index) => entryOf(say, lane, index));
  const created = { ...entryOf(say, 'data-loss', 20), kind: 'created' as const, field: '' };
  const deleted = { ...entryOf(say, 'data-loss', 21), kind: 'deleted' as const, field: '', isRefused: false };
  const one = { ...created, example: { ...created.example, note: say('renamed to Secret b') } };
  const two = { ...deleted, approvedBy: say('platform/approvals/000000000015.yaml') };
  return reportOf(say('HEAD (05e64ed)'), [one, two, ...changed]);
}

function entryOf(say: Say, lane: Lane, index: number): Entry {
  const members = ['acme', 'harborview', ''].map((tenant) => objectOf(say, tenant));
  const path = ['spec', say('hard'), { item: say('cpu') }];
  const causes = ['premium.quota.cpu', ''].map((setting) => ({
    place: { file: say('platform/tiers.yaml'), line: 8, column: 3 },
    setting: setting === '' ? '' : say(setting),
    edit: {
      source: undefined,
      file: say('platform/tiers.yaml'),
      path: [],
      before: say('4'),
      after: say('6'),
    },
  }));
  const exceptions = ['lakeshore', 'pinecrest'].map((tenant) => ({
    tenant: say(tenant),
    cluster: say('prod-use1'),
    setting: say('quota.cpu'),
    place: { file: say('tenants/x.yaml'), line: 16, column: 3 },
  }));
  return {
    id: index.toString(16).padStart(12, '0'),
    lane,
    kind: 'changed',
    field: showPath(path),
    example: changeOf(say, lane, members[0] as ObjectRef, path),
    members,
    causes,
    exceptions,
    approvedBy: undefined,
    isRefused: !['downtime', 'cost', 'neutral'].includes(lane),
  };
}

export function objectOf(say: Say, tenant: string): ObjectRef {
  return {
    cluster: say('prod-use1'),
    tenant,
    application: say('prod-use1/tenants/acme/foundation'),
    group: say('apps'),
    kind: say('Deployment'),
    namespace: say('t-acme'),
    name: say('claims-api'),
    file: say('prod-use1/tenants/acme/foundation/quota.yaml'),
  };
}

function changeOf(say: Say, lane: Lane, object: ObjectRef, path: FieldPath): Change {
  return {
    object,
    kind: 'changed',
    path,
    before: say('4'),
    after: say('6'),
    lane,
    verdicts: [
      { lane, reason: say('pods beyond the limit are not admitted'), source: `see ${say('tables')}` },
      { lane: 'cost', reason: say('more is paid for'), source: 'https://docs.aws.amazon.com/a/b.html#c' },
    ],
    texts: {
      before: `kind: ${say('Deployment')}\nspec:\n  cpu: ${say('4')}\n`,
      after: `kind: ${say('Deployment')}\nspec:\n  cpu: ${say('6')}\n`,
    },
  };
}

export interface Size {
  readonly groups: number;
  readonly tenants: number;
  readonly clusters: number;
  /** Characters of a value. */
  readonly length: number;
  readonly character?: string;
}

/** Groups take turns in the lanes, the worst first; every group has all tenants on all clusters. */
export function largeReport({ groups, tenants, clusters, length, character = 'x' }: Size): Report {
  const places = Array.from({ length: clusters }, (_, cluster) =>
    Array.from({ length: tenants }, (_, tenant) => memberOf(`prod-${cluster}`, `insurer-${tenant}`)),
  ).flat();
  const long = character.repeat(length);
  const entries = Array.from({ length: groups }, (_, index): Entry => {
    const entry = entryOf(plainly, lanes[Math.floor((index * lanes.length) / groups)] ?? 'neutral', index);
    const example = {
      ...entry.example,
      object: places[0] as ObjectRef,
      before: long,
      after: `${long}${index}`,
    };
    const texts = { before: `a: ${long}\nb: 1\n`, after: `a: ${long}${index}\nb: 2\n` };
    return { ...entry, example: { ...example, texts }, members: places };
  });
  return reportOf('HEAD (05e64ed)', entries);
}

function memberOf(cluster: string, tenant: string): ObjectRef {
  const application = `${cluster}/tenants/${tenant}/workloads`;
  const file = `${application}/claims-api.yaml`;
  const namespace = `t-${tenant}`;
  return { ...objectOf(plainly, tenant), cluster, application, file, namespace };
}
