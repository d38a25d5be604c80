// What the policies in managed resources allow that they did not, and refuse that they did not. Knows where resources of
// the cloud hold policies; what one means is the business of the files beside this one.
import { canonical } from '../compare/canonical.ts';
import { asMapping } from '../documents.ts';
import type { Judge, Manifest, Pair, Ruling, Scope } from '../knowledge.ts';
import type { Lane } from '../lane.ts';
import { beyond } from './allowed.ts';
import { openness } from './open.ts';
import { parsePolicy, type Statement } from './policy.ts';
import { showStatements } from './words.ts';

const source = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html';

type Read = (fields: Manifest) => unknown;

/** Where policies stand below `spec.forProvider`; inline ones of a role are one policy together. */
const places: Readonly<Record<string, Read>> = {
  policy: ({ policy }) => policy,
  assumeRolePolicy: ({ assumeRolePolicy }) => assumeRolePolicy,
  inlinePolicy: ({ inlinePolicy }) =>
    Array.isArray(inlinePolicy) ? inlinePolicy.map((one) => asMapping(one).policy) : inlinePolicy,
};

/** For every kind that holds a policy. A policy that comes together with what it is of widens nothing there was. */
export const judgePolicy: Judge = (pairs, scope) =>
  pairs.flatMap((pair) => {
    if (pair.before === pair.after) return [];
    return Object.entries(places).flatMap(([field, read]) => {
      const [old, now] = [pair.before, pair.after].map((side) =>
        read(asMapping(asMapping(side?.spec).forProvider)),
      );
      return isAlike(old, now) ? [] : judgeField({ pair, scope, field, old, now });
    });
  });

function isAlike(old: unknown, now: unknown): boolean {
  return canonical(old ?? null) === canonical(now ?? null);
}

interface Case {
  readonly pair: Pair;
  readonly scope: Scope;
  readonly field: string;
  readonly old: unknown;
  readonly now: unknown;
}

function judgeField({ pair, scope, field, old, now }: Case): Ruling[] {
  const { object, before, after } = pair;
  const rule = (lane: Lane, reason: string, [was, is]: readonly (string | undefined)[]): Ruling => {
    return { object, field: `spec.forProvider.${field}`, before: was, after: is, lane, reason, source };
  };
  // A policy that is a kind of its own is of something else, which may have been there.
  const isOwn = object.kind.endsWith('Policy') && object.kind !== 'Policy';
  if (after === undefined && !object.kind.endsWith('Policy')) return [];
  const [first, second] = [setsOf(old), setsOf(now)];
  if (first === undefined || second === undefined) {
    const text = 'the policy cannot be read, so nobody knows what it allows';
    return [rule('exposure', text, [first && 'can be read', second && 'can be read'])];
  }
  const rulings = compareSets(first, second).map(([lane, reason, ...sides]) => rule(lane, reason, sides));
  if (before !== undefined || (isOwn && !scope.isNew)) return rulings;
  return second.statements.flatMap((one) => {
    const why = openness(one);
    const shown = showStatements([one], 'may');
    return why === undefined ? [] : [rule('exposure', `the policy is open: ${why}`, [undefined, shown])];
  });
}

interface Sets {
  readonly statements: readonly Statement[];
  readonly allows: readonly Statement[];
  readonly denies: readonly Statement[];
}

/** `undefined` for what cannot be read; nothing is allowed by no policy. */
function setsOf(value: unknown): Sets | undefined {
  const texts: readonly unknown[] = Array.isArray(value)
    ? value
    : value === undefined || value === null
      ? []
      : [value];
  const parsed = texts.map(parsePolicy);
  if (parsed.includes(undefined)) return undefined;
  const statements = parsed.flatMap((one) => one ?? []);
  const [allows, denies] = (['Allow', 'Deny'] as const).map((effect) =>
    statements.filter((one) => one.effect === effect),
  );
  return { statements, allows: beyond(allows ?? [], denies ?? []), denies: denies ?? [] };
}

type Finding = readonly [lane: Lane, reason: string, before: string | undefined, after: string | undefined];

function compareSets(old: Sets, now: Sets): Finding[] {
  const [wider, narrower] = [beyond(now.allows, old.allows), beyond(old.allows, now.allows)];
  const [lifted, refused] = [beyond(old.denies, now.denies), beyond(now.denies, old.denies)];
  const found: Finding[] = [];
  if (wider.length > 0) {
    found.push(['exposure', 'the policy allows what it did not', undefined, showStatements(wider, 'may')]);
  }
  if (lifted.length > 0) {
    found.push([
      'exposure',
      'what the policy refused it does not any more',
      showStatements(lifted, 'may not'),
      undefined,
    ]);
  }
  if (narrower.length > 0 || refused.length > 0) {
    const text = 'calls that were allowed are refused';
    found.push(['downtime', text, showStatements(narrower, 'may'), showStatements(refused, 'may not')]);
  }
  return found;
}
