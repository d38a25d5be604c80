// Every text in an object, keys among them; a document in a text is looked into as well. Knows no kind.

export function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    const inner = parsed(value);
    if (inner === undefined) yield value;
    else yield* wordsIn(inner);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* wordsIn(each);
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    yield key;
    yield* wordsIn(each);
  }
}

/** A JSON document, or `undefined` for plain text. */
export function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
