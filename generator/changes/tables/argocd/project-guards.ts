// What an AppProject watches over besides what it permits: signatures of commits, and objects that are in no tree.
import { canonical } from '../../compare/canonical.ts';
import { asMapping } from '../../documents.ts';
import type { Manifest } from '../../knowledge.ts';
import type { Finding } from '../pairwise.ts';
import { projects, signatures } from './source.ts';

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.map((item) => canonical(item)) : [];
}

/** Nothing for what only came: it watches over more. */
export function guardsLost(old: Manifest, now: Manifest): Finding[] {
  return [...keysChanged(old, now), ...orphansUnseen(old, now)];
}

function keysChanged(old: Manifest, now: Manifest): Finding[] {
  const [before, after] = [textsOf(old.signatureKeys), textsOf(now.signatureKeys)];
  if (before.length === 0) return [];
  const change = { field: 'spec.signatureKeys', lane: 'exposure', source: signatures } as const;
  if (after.length === 0) {
    const reason = 'commits need no signature any more';
    return [{ ...change, before: before.join(', '), after: undefined, reason }];
  }
  const added = after.filter((key) => !before.includes(key));
  if (added.length === 0) return [];
  return [
    {
      ...change,
      before: undefined,
      after: added.join(', '),
      reason: 'commits may be signed with another key',
    },
  ];
}

function orphansUnseen(old: Manifest, now: Manifest): Finding[] {
  if (old.orphanedResources === undefined) return [];
  const [before, after] = [asMapping(old.orphanedResources), asMapping(now.orphanedResources)];
  const change = { field: 'spec.orphanedResources', lane: 'exposure', source: projects } as const;
  const isSilent = now.orphanedResources === undefined || (before.warn === true && after.warn !== true);
  if (isSilent) {
    const reason = 'nobody is told what lies in the namespaces and not in git';
    return [{ ...change, before: 'told', after: undefined, reason }];
  }
  const ignored = textsOf(after.ignore).filter((item) => !textsOf(before.ignore).includes(item));
  if (ignored.length === 0) return [];
  const reason = 'more may lie in the namespaces and not in git unnoticed';
  return [{ ...change, before: undefined, after: ignored.join(', '), reason }];
}
