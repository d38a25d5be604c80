// What a Role or ClusterRole allows, as boxes of verb × group × resource × name, or verb × path.
// See RuleAllows and its helpers in k8s.io/kubernetes/pkg/apis/rbac/v1/evaluation_helpers.go.
import { asMapping } from '../documents.ts';
import { type Box, box } from './box.ts';
import { literal, starred } from './pattern.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

export interface Right {
  readonly box: Box;
  /** `get, list secrets`, `all verbs on deployments.apps named portal`, `get /healthz/*` */
  readonly words: string;
}

/** @param rules of a role; what is no list allows nothing */
export function rightsOf(rules: unknown): Right[] {
  return (Array.isArray(rules) ? rules : []).flatMap((rule) => {
    const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = asMapping(rule);
    const named = { verbs: textsOf(verbs), groups: textsOf(apiGroups), names: textsOf(resourceNames) };
    return [
      ...textsOf(resources).map((resource) => resourceRight({ ...named, resource })),
      ...textsOf(nonResourceURLs).map((path) => pathRight(named.verbs, path)),
    ];
  });
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

interface Rule {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly names: readonly string[];
  readonly resource: string;
}

function resourceRight({ verbs, groups, names, resource }: Rule): Right {
  const [kind = '', part = ''] = resource.split('/');
  const about = box(
    ['about', Words.of('resources')],
    ['verb', anyOf(verbs)],
    ['group', anyOf(groups)],
    // `*` is every resource with all its parts, `*/scale` that part of every resource.
    ['resource', kind === '*' ? undefined : Words.of(kind)],
    ['part', resource === '*' ? undefined : Words.of(part)],
    ['name', names.length === 0 ? undefined : Words.of(...names)],
  );
  const where = groups.includes('*') ? `${resource} of all groups` : placesOf(resource, groups);
  const which = names.length === 0 ? '' : ` named ${names.join(', ')}`;
  return { box: about, words: `${describeVerbs(verbs)} ${where}${which}` };
}

/** `secrets`, `deployments.apps` */
function placesOf(resource: string, groups: readonly string[]): string {
  return groups.map((group) => (group === '' ? resource : `${resource}.${group}`)).join(', ');
}

function pathRight(verbs: readonly string[], path: string): Right {
  const paths = path === '*' ? undefined : Texts.any(path.endsWith('*') ? starred(path) : literal(path));
  return {
    box: box(['about', Words.of('paths')], ['verb', anyOf(verbs)], ['path', paths]),
    words: `${describeVerbs(verbs)} ${path === '*' ? 'every path of the API server' : path}`,
  };
}

function anyOf(words: readonly string[]): Words | undefined {
  return words.includes('*') ? undefined : Words.of(...words);
}

function describeVerbs(verbs: readonly string[]): string {
  return verbs.includes('*') ? 'all verbs on' : verbs.join(', ');
}
