// The fields of a rule of an Istio AuthorizationPolicy, each with the dimension that it is about and how its texts are read.
// Namespaces, service accounts and trust domains are parts of a principal, and so of its dimension.
// See https://istio.io/latest/docs/reference/config/security/authorization-policy/.
import { blocks } from './addresses.ts';
import { affixed, type Pattern, pathTemplate, starred } from './pattern.ts';
import { Texts } from './texts.ts';
import type { Values } from './values.ts';
import { Words } from './words.ts';

export type Side = readonly [dimension: string, values: Values];

/** Reads the texts of a field: one of them is to match. */
type Reader = (texts: readonly string[]) => Side;

export const principal = 'principal';

function matching(dimension: string, read: (text: string) => Pattern): Reader {
  return (texts) => [dimension, Texts.any(...texts.map(read))];
}

/** What is no address is like nothing but itself. */
function inBlocks(dimension: string): Reader {
  return (texts) => {
    const ranges = blocks(texts);
    return ranges === undefined ? [`unread ${dimension}`, Words.of(...texts)] : [dimension, ranges];
  };
}

const sources: Readonly<Record<string, Reader>> = {
  principals: matching(principal, affixed),
  namespaces: matching(principal, (text) => starred(`*/ns/${text}/*`)),
  serviceAccounts: matching(principal, (text) => starred(`*/ns/${text.replace('/', '/sa/')}`)),
  trustDomains: matching(principal, (text) => starred(`${text}/ns/*`)),
  requestPrincipals: matching('request principal', affixed),
  ipBlocks: inBlocks('address'),
  remoteIpBlocks: inBlocks('remote address'),
};

const operations: Readonly<Record<string, Reader>> = {
  hosts: matching('host', (text) => affixed(text.toLowerCase())),
  methods: matching('method', affixed),
  paths: matching('path', pathTemplate),
  ports: matching('port', affixed),
};

/** Conditions that say what a field says as well. */
const conditions: Readonly<Record<string, Reader | undefined>> = {
  'source.principal': sources.principals,
  'source.namespace': sources.namespaces,
  'source.serviceAccount': sources.serviceAccounts,
  'source.ip': sources.ipBlocks,
  'remote.ip': sources.remoteIpBlocks,
  'request.auth.principal': sources.requestPrincipals,
  'destination.port': operations.ports,
};

/** @param name of a field of `source` or `operation`, or of one that says which texts are not to match */
export function sideOf(name: string, texts: readonly string[]): Side {
  const plain = name.replace(/^not([A-Z])/, (_, letter: string) => letter.toLowerCase());
  const read = sources[plain] ?? operations[plain];
  // A field that is not known narrows the rule in a way of its own.
  if (read === undefined) return [`field ${name}`, Words.of(...texts)];
  const [dimension, values] = read(texts);
  return [dimension, plain === name ? values : values.not()];
}

/** Of a condition; another key than the known ones is a dimension of its own. */
export function conditionSides(key: string, values: readonly string[], others: readonly string[]): Side[] {
  const read = conditions[key] ?? matching(`when ${key}`, affixed);
  const sides: Side[] = values.length === 0 ? [] : [read(values)];
  if (others.length === 0) return sides;
  const [dimension, not] = read(others);
  return [...sides, [dimension, not.not()]];
}

/** Anybody with a certificate of the mesh. */
export const anyPrincipal = Texts.any(affixed('*'));
