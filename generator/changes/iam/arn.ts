// Names of resources: a star in one of the parts of an ARN may or may not reach into the next, so it is held to both.
import { covers, type Glob, parseGlob } from './glob.ts';

/** `arn:partition:service:region:account:resource`: the first five parts end with a colon. */
const parts = 6;

/** Whether `outer` stands for every resource that `inner` does. */
export function coversResource(outer: Glob, inner: Glob): boolean {
  if (!covers(outer, inner)) return false;
  const [one, other] = [splitArn(outer), splitArn(inner)];
  if (one === undefined || other === undefined) return !isArn(outer) || isSame(outer, inner);
  return one.every((part, at) => covers(part, other[at] ?? []));
}

function isSame(one: Glob, other: Glob): boolean {
  return one.length === other.length && one.every((token, at) => token === other[at]);
}

function isArn(glob: Glob): boolean {
  return isSame(glob.slice(0, 4), ['a', 'r', 'n', ':']);
}

/** `undefined` for what is no whole ARN. */
function splitArn(glob: Glob): Glob[] | undefined {
  const found: Glob[] = [];
  let rest = glob;
  while (found.length < parts - 1) {
    const at = rest.indexOf(':');
    if (at < 0) return undefined;
    found.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return covers(parseGlob('arn'), found[0] ?? []) ? [...found, rest] : undefined;
}
