// When two values say the same as JSON. Knows nothing of YAML.

/** JSON with sorted keys, `-0` as `0`, and no `undefined`: equal text means equal data, whatever the parser's own types. */
export function sameText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .map(([key, member]) => `${JSON.stringify(key)}:${sameText(member)}`)
    .sort()
    .join()}}`;
}
