// Texts with `*`, `?` and policy variables, as IAM writes actions and resources: which of two stands for more. Knows no
// policy.

/** `*` stands for any text, `?` for one character; a variable stands for a text that only IAM knows. */
export type Token = string | typeof many | typeof one;

const many = Symbol('*');
const one = Symbol('?');

export type Glob = readonly Token[];

export interface Reading {
  /** Upper and lower case are the same. */
  readonly ignoresCase?: boolean;
  /** `*` and `?` are what they are: the operator compares for equality. */
  readonly isLiteral?: boolean;
}

/** A token of more than one character is a variable, `${aws:username}`; `${*}` is a star. */
export function parseGlob(text: string, { ignoresCase = false, isLiteral = false }: Reading = {}): Glob {
  const tokens = text.match(/\$\{[^{}]*\}|[\s\S]/g) ?? [];
  return tokens.map((token) => {
    const escaped = /^\$\{([*?$])\}$/.exec(token)?.[1];
    if (escaped !== undefined) return escaped;
    if (!isLiteral && token === '*') return many;
    if (!isLiteral && token === '?') return one;
    return ignoresCase ? token.toLowerCase() : token;
  });
}

const isVariable = (token: Token | undefined) => typeof token === 'string' && token.length > 1;

/** Every text that `inner` stands for is one that `outer` stands for. May be `false` where that is hard to see. */
export function covers(outer: Glob, inner: Glob): boolean {
  return search(outer, inner, (cover, token) => {
    if (token === many) return false;
    if (cover === one) return !isVariable(token);
    return cover === token;
  });
}

/** Whether some text may be one that both stand for. A variable may be anything. */
export function mayMeet(a: Glob, b: Glob): boolean {
  const open = (glob: Glob) => glob.map((token) => (isVariable(token) ? many : token));
  return meet(open(a), open(b));
}

/** Walks both, where a star of the first takes any number of the other's tokens and each other token takes one. */
function search(outer: Glob, inner: Glob, takes: (cover: Token, token: Token) => boolean): boolean {
  // Which lengths of `inner` the tokens of `outer` so far can take.
  let reached = new Set([0]);
  for (const cover of outer) {
    const next = new Set<number>();
    for (const at of reached) {
      if (cover === many) for (let end = at; end <= inner.length; end += 1) next.add(end);
      else if (at < inner.length && takes(cover, inner[at] as Token)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(inner.length);
}

function meet(a: Glob, b: Glob, seen = new Set<string>()): boolean {
  const [[first, ...rest], [second, ...others]] = [a, b];
  if (first === undefined && second === undefined) return true;
  const place = `${a.length} ${b.length}`;
  if (seen.has(place)) return false;
  seen.add(place);
  if (first === many) return meet(rest, b, seen) || (second !== undefined && meet(a, others, seen));
  if (second === many) return meet(a, others, seen) || (first !== undefined && meet(rest, b, seen));
  if (first === undefined || second === undefined) return false;
  return (first === one || second === one || first === second) && meet(rest, others, seen);
}
