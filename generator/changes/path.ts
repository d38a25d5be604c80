// A way into an object, and patterns of ways. Knows no kind.

/** An item of a list: by its key where it has one (`[claims-api]`), by itself in a set, else by its number. */
export interface Item {
  readonly item: string;
}

export type Step = string | Item;

/** Outermost first; `[]` is the whole object. What lies inside embedded JSON or YAML follows without a step between. */
export type FieldPath = readonly Step[];

const plainKey = /^[^.[\]"]+$/;

/** `spec.template.spec.containers[claims-api].image`, `metadata.annotations["argocd.argoproj.io/sync-wave"]` */
export function showPath(path: FieldPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step !== 'string') return `${text}[${step.item}]`;
    if (!plainKey.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** The name of the innermost field on the way. */
export function fieldOf(path: FieldPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

/** One step of a pattern: a key, `*` (any key), `[]` (any item of a list), or `**` (this and all below, at the end). */
export type PatternStep = { readonly key: string } | 'key' | 'item' | 'rest';

/**
 * `spec.containers[].image`, `spec.hard.*`, `spec.selector.**`, `metadata.annotations["crossplane.io/paused"]`.
 * Throws for what is none.
 */
export function parsePattern(text: string): readonly PatternStep[] {
  const tokens = text.match(/\["[^"]*"\]|\[\]|\*\*|\*|[^.[\]*"]+|\./g) ?? [];
  if (text === '' || tokens.join('') !== text) throw new Error(`\`${text}\` is not a pattern of fields`);
  return tokens
    .filter((token) => token !== '.')
    .map((token, index, all) => {
      if (token === '**' && index < all.length - 1) throw new Error(`\`**\` ends a pattern: \`${text}\``);
      if (token === '**') return 'rest';
      if (token === '*') return 'key';
      if (token === '[]') return 'item';
      return { key: token.startsWith('["') ? token.slice(2, -2) : token };
    });
}

/** Whether one step of a way satisfies one of a pattern, `rest` aside. */
export function stepMatches(step: Step, pattern: PatternStep): boolean {
  if (pattern === 'item') return typeof step !== 'string';
  if (typeof step !== 'string') return false;
  return pattern === 'key' || (pattern !== 'rest' && pattern.key === step);
}
