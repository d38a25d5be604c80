// The ConfigMaps that Argo CD is set up with, told from all others by their name. What is known of no other setting is
// unknown here, because any of them may grant access.
import { canonical } from '../../compare/canonical.ts';
import { parseEmbedded } from '../../compare/embedded.ts';
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Pair, Ruling } from '../../knowledge.ts';
import type { Finding } from '../pairwise.ts';
import { hostChanges, hosts } from './known-hosts.ts';
import { parameters } from './parameters.ts';
import { isPolicy, policyChanges } from './policy.ts';
import { on, type Setting } from './setting.ts';
import { settings } from './settings.ts';
import { settings as page } from './source.ts';

const all: readonly Setting[] = [...settings, ...parameters];
const prefix = 'argocd-';

/** For the kind ConfigMap; rules on none but Argo CD's own. */
export const judgeArgocdSettings: Judge = (pairs, { isNew }) =>
  pairs
    .filter(({ object, before, after }) => object.name.startsWith(prefix) && before !== after)
    .flatMap((pair) => (isNew ? openFromTheStart(pair) : changesOf(pair)));

/** Of a new cluster: what everybody may use. */
function openFromTheStart(pair: Pair): Ruling[] {
  return changesOf(pair).filter(({ reason, lane }) => lane === 'exposure' && switches.has(reason));
}

const switches = new Set(all.filter(({ when }) => when === on).map(({ reason }) => reason));

function changesOf({ object, before, after }: Pair): Ruling[] {
  const map = object.name.slice(prefix.length);
  const [old, now] = [asMapping(before?.data), asMapping(after?.data)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const told = [
    ...(map === 'rbac-cm' ? policyChanges(object, old, now) : []),
    ...(map === 'ssh-known-hosts-cm' ? hostChanges(old[hosts], now[hosts]) : []),
    ...keys
      .filter((key) => !isByLine(map, key))
      .flatMap((key) => settingChanges(map, key, old[key], now[key])),
    ...binaryChanges(before, after),
  ];
  return told.map((finding) => ({ object, ...finding }));
}

function isByLine(map: string, key: string): boolean {
  return (map === 'rbac-cm' && isPolicy(key)) || (map === 'ssh-known-hosts-cm' && key === hosts);
}

function settingChanges(map: string, key: string, before: unknown, after: unknown): Finding[] {
  if (meansTheSame(before, after)) return [];
  const known = all.filter((setting) => setting.map === map && setting.key.test(key));
  const change = { field: `data["${key}"]`, before: textOf(before), after: textOf(after) };
  if (known.length === 0) {
    return [
      { ...change, lane: 'unknown', reason: 'nothing is known of this setting of Argo CD', source: page },
    ];
  }
  return known
    .filter(({ when }) => when.holds(before, after))
    .map(({ lane, reason, source }) => ({ ...change, lane, reason, source }));
}

/** Also where both are documents that are only written differently. */
function meansTheSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const documents = parseEmbedded(before, after);
  return documents !== undefined && canonical(documents.before) === canonical(documents.after);
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function binaryChanges(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (canonical(before?.binaryData ?? {}) === canonical(after?.binaryData ?? {})) return [];
  const reason = 'nothing is known of settings of Argo CD that are no text';
  return [
    { field: 'binaryData', before: undefined, after: undefined, lane: 'unknown', reason, source: page },
  ];
}
