// Whether Argo CD's access policy lets anybody do more than it did: all its texts together, line by line.
import type { Manifest } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { type Line, linesOf } from '../../sets/casbin.ts';
import { beyond, boxesOf } from '../../sets/grants.ts';
import type { Finding } from '../pairwise.ts';
import { access as source } from './source.ts';

/** `policy.csv`, and others that are read with it: `policy.overlay.csv`. */
export function isPolicy(key: string): boolean {
  return /^policy(?:\..+)?\.csv$/.test(key);
}

export function policyChanges(object: ObjectRef, old: Manifest, now: Manifest): Finding[] {
  const [before, after] = [linesIn(old), linesIn(now)].map((lines) =>
    lines.map((line) => ({ ...line, object, field: 'data["policy.csv"]' })),
  );
  const split = (lines: typeof before = [], isDenial: boolean) =>
    lines.filter((line) => line.isDenial === isDenial);
  const may = beyond(split(after, false), boxesOf(split(before, false)));
  const mayAgain = beyond(split(before, true), boxesOf(split(after, true)));
  const change = { field: 'data["policy.csv"]', lane: 'exposure', source } as const;
  return [
    ...may.map(({ grant: { words } }) => {
      const reason = words.startsWith('g,')
        ? 'somebody has a role that they had not'
        : 'somebody may do more in Argo CD';
      return { ...change, before: undefined, after: words, reason };
    }),
    ...mayAgain.map(({ grant: { words } }) => ({
      ...change,
      before: words,
      after: undefined,
      reason: 'what was denied to somebody is not any more',
    })),
  ];
}

function linesIn(data: Manifest): Line[] {
  const texts = Object.entries(data).filter(([key]) => isPolicy(key));
  return texts.flatMap(([, text]) => linesOf(String(text), data['policy.matchMode'] === 'regex'));
}
