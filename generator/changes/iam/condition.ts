// Conditions of a statement: when one holds only where another does. Operators that are not known here hold with their own
// equal alone (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
import ipaddr from 'ipaddr.js';
import { coversResource } from './arn.ts';
import { covers, parseGlob } from './glob.ts';

export interface Condition {
  /** In lower case, without what stands around it: `stringequals`. */
  readonly operator: string;
  /** `ForAllValues`, `ForAnyValue` or nothing. */
  readonly quantifier: string;
  /** It holds as well where the request does not have the key. */
  readonly ifExists: boolean;
  /** In lower case. */
  readonly key: string;
  /** Any of them is enough, or, for an operator that negates, none may be. */
  readonly values: readonly string[];
}

const negated = /not/;

/** `undefined` for what is none. */
export function parseConditions(value: unknown): Condition[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found: Condition[] = [];
  for (const [name, keys] of Object.entries(value)) {
    const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(name);
    if (match === null || typeof keys !== 'object' || keys === null) return undefined;
    const [, quantifier = '', operator = '', suffix] = match;
    for (const [key, given] of Object.entries(keys)) {
      const list: readonly unknown[] = Array.isArray(given) ? given : [given];
      if (!list.every((one) => ['string', 'number', 'boolean'].includes(typeof one))) return undefined;
      const values = list.map(String);
      const ifExists = suffix !== undefined;
      found.push({ operator: operator.toLowerCase(), quantifier, ifExists, key: key.toLowerCase(), values });
    }
  }
  return found;
}

/** Whether several values mean that any of them is enough, so that the condition is as many of one value each. */
export function isChoice({ operator, quantifier }: Condition): boolean {
  return quantifier !== 'ForAllValues' && !negated.test(operator) && operator !== 'null';
}

/** Wherever all of `inner` hold, all of `outer` do. */
export function conditionsCover(outer: readonly Condition[], inner: readonly Condition[]): boolean {
  return outer.every((one) => inner.some((other) => implies(other, one)));
}

function implies(inner: Condition, outer: Condition): boolean {
  if (inner.key !== outer.key) return false;
  if (outer.operator === 'null') return impliesPresence(inner, outer);
  if (inner.quantifier !== outer.quantifier || (inner.ifExists && !outer.ifExists)) return false;
  const isNegated = negated.test(outer.operator);
  if (isNegated !== negated.test(inner.operator)) return false;
  const test =
    comparisons[`${inner.operator} ${outer.operator}`] ?? (inner.operator === outer.operator ? equal : never);
  if (!isNegated) return inner.values.every((value) => outer.values.some((cover) => test(cover, value)));
  // What is refused by `outer` must be refused by `inner` as well.
  return outer.values.every((value) => inner.values.some((cover) => test(cover, value)));
}

/** A key that is compared with a value is there. */
function impliesPresence(inner: Condition, { values }: Condition): boolean {
  if (inner.operator === 'null') return inner.values.join() === values.join();
  const isThere = !inner.ifExists && !negated.test(inner.operator) && inner.quantifier !== 'ForAllValues';
  return values.join() === 'false' && isThere;
}

/** Whether the first value lets through all that the second does. */
type Comparison = (cover: string, value: string) => boolean;

const equal: Comparison = (cover, value) => cover === value;
const never: Comparison = () => false;
const ignoringCase: Comparison = (cover, value) => cover.toLowerCase() === value.toLowerCase();
const like: Comparison = (cover, value) => covers(parseGlob(cover), parseGlob(value));
const literallyLike: Comparison = (cover, value) =>
  covers(parseGlob(cover), parseGlob(value, { isLiteral: true }));
const arnLike: Comparison = (cover, value) => coversResource(parseGlob(cover), parseGlob(value));
const literallyArnLike: Comparison = (cover, value) =>
  coversResource(parseGlob(cover), parseGlob(value, { isLiteral: true }));
const atMost: Comparison = (cover, value) => Number(value) <= Number(cover);
const atLeast: Comparison = (cover, value) => Number(value) >= Number(cover);
const before: Comparison = (cover, value) => instantOf(value) <= instantOf(cover);
const after: Comparison = (cover, value) => instantOf(value) >= instantOf(cover);

function insideRange(cover: string, value: string): boolean {
  const [outer, inner] = [cover, value].map((text) => {
    const range = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
    return ipaddr.isValidCIDR(range) ? ipaddr.parseCIDR(range) : undefined;
  });
  if (!outer || !inner || outer[0].kind() !== inner[0].kind()) return cover === value;
  return outer[1] <= inner[1] && (inner[0] as ipaddr.IPv4).match(outer as [ipaddr.IPv4, number]);
}

/** By the operators of the inner and the outer condition. Two that negate are compared the other way round. */
const comparisons: Readonly<Record<string, Comparison>> = {
  'stringequalsignorecase stringequalsignorecase': ignoringCase,
  'stringequals stringequalsignorecase': ignoringCase,
  'stringlike stringlike': like,
  'stringequals stringlike': literallyLike,
  'arnlike arnlike': arnLike,
  'arnequals arnequals': arnLike,
  'arnequals arnlike': arnLike,
  'arnlike arnequals': arnLike,
  'stringequals arnlike': literallyArnLike,
  'stringequals arnequals': literallyArnLike,
  'stringnotequalsignorecase stringnotequalsignorecase': ignoringCase,
  'stringnotlike stringnotlike': like,
  'stringnotlike stringnotequals': literallyLike,
  'arnnotlike arnnotlike': arnLike,
  'arnnotequals arnnotequals': arnLike,
  'bool bool': ignoringCase,
  'numericlessthan numericlessthan': atMost,
  'numericlessthanequals numericlessthanequals': atMost,
  'numericgreaterthan numericgreaterthan': atLeast,
  'numericgreaterthanequals numericgreaterthanequals': atLeast,
  'datelessthan datelessthan': before,
  'datelessthanequals datelessthanequals': before,
  'dategreaterthan dategreaterthan': after,
  'dategreaterthanequals dategreaterthanequals': after,
  'ipaddress ipaddress': insideRange,
  'notipaddress notipaddress': insideRange,
};

/** NaN, which nothing is before or after, unless the text says its time zone: UTC. */
function instantOf(text: string): number {
  return text.endsWith('Z') ? Date.parse(text) : Number.NaN;
}
