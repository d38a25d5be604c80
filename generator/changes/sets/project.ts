// What an AppProject of Argo CD permits, as boxes: where manifests may come from, where to, and of which kinds.
// See IsSourcePermitted, isDestinationMatched and IsGroupKindNamePermitted in
// https://github.com/argoproj/argo-cd/blob/v3.5.3/pkg/apis/application/v1alpha1/app_project_types.go.
import { asMapping } from '../documents.ts';
import type { Manifest } from '../knowledge.ts';
import { type Box, box, without } from './box.ts';
import { glob, literal } from './pattern.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

/** One thing that is permitted. */
interface Permission {
  readonly boxes: readonly Box[];
  readonly words: string;
  readonly field: string;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(pattern: string, stop?: string): Texts {
  return Texts.any(glob(pattern, stop) ?? literal(pattern));
}

export function permissionsOf(spec: Manifest): Permission[] {
  return [
    ...sources(spec.sourceRepos),
    ...destinations(listOf(spec.destinations).map(asMapping)),
    ...resources(spec, 'cluster'),
    ...resources(spec, 'namespace'),
    ...namespaces(spec.sourceNamespaces),
  ];
}

/** Permitted is what the boxes hold, without what is denied; what is too much to compute is not taken away. */
function permission(field: string, words: string, boxes: readonly Box[], denied: readonly Box[]): Permission {
  const about = box(['about', Words.of(field)]);
  const left = boxes.flatMap((one) => without(one, denied) ?? [one]);
  return { field: `spec.${field}`, words, boxes: left.map((one) => new Map([...about, ...one])) };
}

/** `!` denies what it names, and lets in all the rest: no other entry is needed for that. */
function sources(list: unknown): Permission[] {
  const urls = listOf(list).map((url) => normalize(String(url)));
  const denied = urls.flatMap((url) =>
    url.startsWith('!') ? [box(['repository', texts(url.slice(1), '/')])] : [],
  );
  return urls.map((url) => {
    const allowed = texts(url.replace(/^!/, ''), '/');
    const values = url.startsWith('!') ? allowed.not() : allowed;
    return permission('sourceRepos', url, [box(['repository', values])], denied);
  });
}

/** As NormalizeGitURL does, as far as it counts here. */
function normalize(url: string): string {
  return url
    .toLowerCase()
    .replace(/\.git$/, '')
    .replace(/^(!?)git@([^:/]+):/, '$1ssh://git@$2/');
}

/** Where Argo CD itself runs, by its name. */
const inCluster = 'https://kubernetes.default.svc';

function destinations(list: readonly Manifest[]): Permission[] {
  const sides = list.map(({ server, name, namespace }) => ({
    server: String(name) === 'in-cluster' ? inCluster : server,
    name: String(name) === 'in-cluster' ? undefined : name,
    namespace: String(namespace ?? ''),
  }));
  const denied = sides.flatMap((side) =>
    Object.entries(side).flatMap(([dimension, value]) =>
      String(value ?? '').startsWith('!') ? [box([dimension, texts(String(value).slice(1))])] : [],
    ),
  );
  return sides.map(({ server, name, namespace }) => {
    const where = ['namespace', valuesOf(namespace)] as const;
    const boxes = [
      ...(isGiven(server) ? [box(['server', valuesOf(server)], where)] : []),
      ...(isGiven(name) ? [box(['name', valuesOf(name)], where)] : []),
    ];
    const words = `namespace ${namespace || 'none'} of ${[server, name].filter(isGiven).join(' and ')}`;
    return permission('destinations', words, boxes, denied);
  });
}

function isGiven(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function valuesOf(pattern: string): Texts {
  return pattern.startsWith('!') ? texts(pattern.slice(1)).not() : texts(pattern);
}

/** Without a list no kind is permitted that belongs to the cluster, and every one that belongs to a namespace. */
function resources(spec: Manifest, scope: 'cluster' | 'namespace'): Permission[] {
  const [allowed, denied] = [`${scope}ResourceWhitelist`, `${scope}ResourceBlacklist`];
  const closed = listOf(spec[denied]).map(kindBox);
  const list = spec[allowed] ?? (scope === 'namespace' ? [{ group: '*', kind: '*' }] : []);
  const field = spec[allowed] === undefined && closed.length > 0 ? denied : allowed;
  return listOf(list).map((item) => ({
    ...permission(scope, describeKind(item), [kindBox(item)], closed),
    field: `spec.${field}`,
  }));
}

function kindBox(item: unknown): Box {
  const { group, kind, name } = asMapping(item);
  return box(
    ['group', texts(String(group ?? ''))],
    ['kind', texts(String(kind ?? ''))],
    ['object', isGiven(name) ? texts(name) : undefined],
  );
}

function describeKind(item: unknown): string {
  const { group, kind, name } = asMapping(item);
  const of = group === '*' ? ' of all groups' : isGiven(group) ? `.${group}` : '';
  return `${kind === '*' ? 'every kind' : kind}${of}${isGiven(name) ? ` named ${name}` : ''}`;
}

function namespaces(list: unknown): Permission[] {
  return listOf(list).map((name) =>
    permission('sourceNamespaces', `Applications in ${name}`, [box(['from', texts(String(name))])], []),
  );
}
