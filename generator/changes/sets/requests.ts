// Which requests the rules of an Istio AuthorizationPolicy match, as boxes, and in words.
import { asMapping } from '../documents.ts';
import type { Manifest } from '../knowledge.ts';
import { type Box, everything, narrow } from './box.ts';
import { anyPrincipal, conditionSides, principal, type Side, sideOf } from './request-fields.ts';

export interface Match {
  readonly box: Box;
  /** `from principals cluster.local/ns/nginx-ingress/sa/nginx to methods GET` */
  readonly words: string;
  /** Namespaces that it lets in by name. */
  readonly namespaces: readonly string[];
}

/** What one part of a rule asks for. */
interface Part {
  readonly sides: readonly Side[];
  readonly words: string;
  readonly namespaces: readonly string[];
}

const anything: Part = { sides: [], words: '', namespaces: [] };

/** @param rules none match nothing; one that is empty matches everything. @param namespace of the policy */
export function matchesOf(rules: unknown, namespace: string): Match[] {
  return listOf(rules).flatMap((rule) => {
    const { from, to, when } = asMapping(rule);
    const conditions = listOf(when).map((item) => conditionPart(asMapping(item)));
    const sorted = conditions.toSorted((one, other) => (one.words < other.words ? -1 : 1));
    const sources = alternatives(from, 'source', (fields) => fieldsPart('from', fields, namespace));
    const operations = alternatives(to, 'operation', (fields) => fieldsPart('to', fields, namespace));
    return sources.flatMap((source) =>
      operations.map((operation) => matchOf([source, operation, ...sorted])),
    );
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function alternatives(list: unknown, key: string, read: (fields: Manifest) => Part): Part[] {
  const items = listOf(list);
  return items.length === 0 ? [anything] : items.map((item) => read(asMapping(asMapping(item)[key])));
}

function fieldsPart(preposition: string, fields: Manifest, namespace: string): Part {
  const named = Object.entries(fields).flatMap(([name, value]) => {
    const texts = listOf(value).map(String);
    if (texts.length === 0) return [];
    return [
      { name, texts: /serviceAccounts/i.test(name) ? texts.map((text) => qualify(text, namespace)) : texts },
    ];
  });
  if (named.length === 0) return anything;
  const words = named.map(({ name, texts }) => `${wordOf(name)} ${texts.join(', ')}`);
  return {
    sides: named.map(({ name, texts }) => sideOf(name, texts)),
    words: `${preposition} ${words.join(' and ')}`,
    namespaces: named.flatMap(({ name, texts }) => namespacesIn(name, texts)),
  };
}

function qualify(account: string, namespace: string): string {
  return account.includes('/') ? account : `${namespace}/${account}`;
}

/** `notRemoteIpBlocks` → `not remote ip blocks` */
function wordOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function namespacesIn(name: string, texts: readonly string[]): string[] {
  if (name === 'namespaces') return [...texts];
  if (name === 'serviceAccounts') return texts.map((text) => text.replace(/\/.*$/, ''));
  return name === 'principals' ? texts.flatMap((text) => /\/ns\/([^/]+)\//.exec(text)?.[1] ?? []) : [];
}

function conditionPart({ key, values, notValues }: Manifest): Part {
  const [some, none] = [listOf(values).map(String), listOf(notValues).map(String)];
  const words = [
    some.length > 0 && `when ${key} is ${some.join(', ')}`,
    none.length > 0 && `when ${key} is not ${none.join(', ')}`,
  ].filter((text) => text !== false);
  return {
    sides: conditionSides(String(key), some, none),
    words: words.join(' and '),
    namespaces: key === 'source.namespace' ? some : [],
  };
}

/** A header or a claim may have several values at once, so that two conditions on it are no contradiction. */
const several = /^when request\.(?:headers|auth\.(?:claims|audiences))/;

function matchOf(parts: readonly Part[]): Match {
  let box = everything;
  for (const [dimension, values] of parts.flatMap(({ sides }) => sides)) {
    let name = dimension;
    for (let at = 2; several.test(dimension) && box.has(name); at += 1) name = `${dimension} #${at}`;
    box = narrow(box, [name, values]);
  }
  const words = parts.map((part) => part.words).filter((text) => text !== '');
  return {
    box,
    words: words.length === 0 ? 'every request' : words.join(' '),
    namespaces: parts.flatMap(({ namespaces }) => namespaces),
  };
}

const who = /^(?:unread |field )?(?:request principal|(?:remote )?address)|^when |^field /;

/** Whether nothing asks who the caller is, or only that it is in the mesh. */
export function isForAnybody(box: Box): boolean {
  const caller = box.get(principal);
  if (caller !== undefined && caller.text !== anyPrincipal.text) return false;
  return ![...box.keys()].some((dimension) => who.test(dimension));
}
