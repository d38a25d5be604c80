// The rules of a web ACL, which the managed resource holds as one text of JSON: which requests get through that did not.
import { canonical } from '../../compare/canonical.ts';
import { parseDocument } from '../../compare/embedded.ts';
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Pair, Ruling } from '../../knowledge.ts';
import type { Lane } from '../../lane.ts';

const source = 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html';
const field = 'spec.forProvider.ruleJson';

/** In the order in which requests meet them; `undefined` where the text is no list. */
function rulesOf(manifest: Manifest | undefined): readonly Manifest[] | undefined {
  const { ruleJson } = asMapping(asMapping(manifest?.spec).forProvider);
  if (ruleJson === undefined || ruleJson === null) return [];
  const rules = typeof ruleJson === 'string' ? parseDocument(ruleJson) : ruleJson;
  if (!Array.isArray(rules)) return undefined;
  return rules.map(asMapping).toSorted((a, b) => Number(a.Priority) - Number(b.Priority));
}

/** The one that refuses, or leaves it to the rules of a group, is the strictest. */
function strictnessOf({ Action, OverrideAction }: Manifest): number {
  const names = [...Object.keys(asMapping(Action)), ...Object.keys(asMapping(OverrideAction))];
  const order = ['Allow', 'Count', 'Challenge', 'Captcha', 'Block', 'None'];
  return Math.min(...names.map((name) => order.indexOf(name)), order.length);
}

type Finding = readonly [lane: Lane, reason: string];

function compareRules(old: Manifest, now: Manifest): Finding[] {
  const found: Finding[] = [];
  const change = strictnessOf(now) - strictnessOf(old);
  if (change < 0) found.push(['exposure', 'requests that were refused get through']);
  if (change > 0) found.push(['downtime', 'requests that got through are refused']);
  if (canonical(old.Statement) !== canonical(now.Statement)) {
    found.push(['exposure', 'the rule looks for something else']);
  }
  return found;
}

function judgePair({ object, before, after }: Pair): Ruling[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const rule = (name: string, [lane, reason]: Finding, [was, is]: readonly [unknown, unknown]): Ruling => {
    const show = (side: unknown) => (side === undefined ? undefined : name);
    return { object, field, before: show(was), after: show(is), lane, reason, source };
  };
  if (old === undefined || now === undefined) {
    return [
      rule('rules', ['exposure', 'the rules cannot be read, so nobody knows what gets through'], [old, now]),
    ];
  }
  const named = (rules: readonly Manifest[]) => new Map(rules.map((one) => [String(one.Name), one]));
  const [first, second] = [named(old), named(now)];
  const gone = [...first]
    .filter(([name]) => !second.has(name))
    .map(([name, one]) => rule(name, ['exposure', 'what the rule refused gets through'], [one, undefined]));
  const come = [...second]
    .filter(([name]) => !first.has(name))
    .map(([name, one]) => {
      const isOpen = strictnessOf(one) === 0;
      return rule(
        name,
        isOpen
          ? ['exposure', 'what the rule finds gets through']
          : ['downtime', 'what the rule finds is refused'],
        [undefined, one],
      );
    });
  const kept = [...first].flatMap(([name, one]) => {
    const other = second.get(name);
    return other === undefined
      ? []
      : compareRules(one, other).map((found) => rule(name, found, [one, other]));
  });
  const orderOf = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...one.keys()].filter((name) => other.has(name)).join();
  const moved =
    orderOf(first, second) === orderOf(second, first)
      ? []
      : [rule('order', ['exposure', 'rules are met in another order'], [old, now])];
  return [...gone, ...come, ...kept, ...moved];
}

/** Of an ACL that is new nothing is told: whatever its rules are, there were none. */
export const judgeRules: Judge = (pairs) =>
  pairs
    .filter(({ before, after }) => before !== after && before !== undefined && after !== undefined)
    .flatMap(judgePair);
