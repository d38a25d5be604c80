// How Istio compares a value with a list of patterns (istio.io: "AuthorizationPolicy"). Knows no policy.
import { isIn } from './address.ts';

export type Values = readonly string[];

export function inRange(wanted: Values | undefined, unwanted: Values | undefined, address: string): boolean {
  return (
    (wanted === undefined || wanted.some((each) => isIn(address, each))) &&
    !unwanted?.some((each) => isIn(address, each))
  );
}

/** What is absent fits no value that is wanted, and none that is not. */
export function fits(
  wanted: Values | undefined,
  unwanted: Values | undefined,
  actual: string | undefined,
  one: (pattern: string, text: string) => boolean = textFits,
): boolean {
  const isOneOf = (values: Values) => actual !== undefined && values.some((each) => one(each, actual));
  return (wanted === undefined || isOneOf(wanted)) && (unwanted === undefined || !isOneOf(unwanted));
}

/** Exact, `abc*`, `*abc`, or `*` for anything that is there. */
export function textFits(pattern: string, text: string): boolean {
  if (pattern === '*') return text !== '';
  if (pattern.endsWith('*')) return text.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith('*')) return text.endsWith(pattern.slice(1));
  return pattern === text;
}

/** Paths know templates too: `{*}` is one segment, `{**}` any number of them. */
export function pathFits(pattern: string, path: string): boolean {
  if (!/\{\*\*?\}/.test(pattern)) return textFits(pattern, path);
  const source = pattern
    .split(/(\{\*\*?\})/)
    .map((part) => (part === '{*}' ? '[^/]+' : part === '{**}' ? '.*' : part.replaceAll(/[^\w/]/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`).test(path);
}
