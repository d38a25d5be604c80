// The order of an object's keys. Knows nothing of YAML's syntax.

const leading = ['apiVersion', 'apiGroup', 'kind', 'name', 'metadata', 'spec'];
const leadingInMetadata = ['name', 'namespace', 'labels', 'annotations'];

const ranks = rank(leading);
const ranksInMetadata = rank(leadingInMetadata);

/**
 * The keys of `object` that have a value, in canonical order: what a reader looks for first (`apiVersion`, `apiGroup`,
 * `kind`, `name`, `metadata`, `spec`; under a key `metadata`: `name`, `namespace`, `labels`, `annotations`), then the
 * rest by UTF-16 code unit, which no locale can change. `under` is the key that holds the object.
 */
export function orderKeys(object: Readonly<Record<string, unknown>>, under: string): string[] {
  const rankOf = under === 'metadata' ? ranksInMetadata : ranks;
  const ordered: string[] = [];
  for (const key of Object.keys(object)) {
    if (object[key] === undefined) continue;
    const own = rankOf.get(key) ?? ranks.size;
    // Insertion: objects have few keys, mostly in order already; a comparator for `sort` costs twice as much here.
    let at = ordered.length;
    while (at > 0) {
      const previous = ordered[at - 1] as string;
      const other = rankOf.get(previous) ?? ranks.size;
      if (other < own || (other === own && previous < key)) break;
      ordered[at] = previous;
      at -= 1;
    }
    ordered[at] = key;
  }
  return ordered;
}

function rank(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, index) => [key, index]));
}
