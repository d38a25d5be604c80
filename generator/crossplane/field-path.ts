// Paths into objects as Crossplane writes them: `spec.list[0].values`, `metadata.annotations[crossplane.io/external-name]`
// (crossplane-runtime, pkg/fieldpath). Wildcards and merging are not written anywhere of ours.

type Segment = string | number;

/** Throws on what no path of ours has. */
export function parseFieldPath(path: string): Segment[] {
  if (!/^\w+(\.\w+|\[\d+\]|\[[a-z][\w./-]*\])*$/.test(path)) {
    throw new Error(`\`${path}\` is not a field path of ours`);
  }
  return (path.match(/\[[^\]]+\]|\w+/g) ?? []).map((part) => {
    const inner = part.startsWith('[') ? part.slice(1, -1) : undefined;
    if (inner === undefined) return part;
    return /^\d+$/.test(inner) ? Number(inner) : inner;
  });
}

/** `undefined` when any part of the way is missing. */
export function readField(object: unknown, path: string): unknown {
  let value = object;
  for (const segment of parseFieldPath(path)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<Segment, unknown>)[segment];
  }
  return value;
}

/** Makes the objects and lists on the way; an index may be the next free one, and no later. */
export function writeField(object: object, path: string, value: unknown): void {
  const segments = parseFieldPath(path);
  let holder = object as Record<Segment, unknown>;
  for (const [index, segment] of segments.entries()) {
    if (Array.isArray(holder) && Number(segment) > holder.length) {
      throw new Error(`\`${path}\` leaves a gap in a list`);
    }
    const next = segments[index + 1];
    if (next === undefined) holder[segment] = value;
    else holder[segment] ??= typeof next === 'number' ? [] : {};
    holder = holder[segment] as Record<Segment, unknown>;
  }
}
