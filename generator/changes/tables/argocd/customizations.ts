// The setting `resource.customizations`: one text that holds, by kind, what else has a key of its own.
import { canonical } from '../../compare/canonical.ts';
import { parseDocument } from '../../compare/embedded.ts';
import { type Direction, direction } from '../../directions.ts';
import { asMapping } from '../../documents.ts';

/** One of these parts is another for some kind. */
export function customizes(...parts: readonly string[]): Direction {
  return direction(`customizes ${parts.join(' or ')}`, (before, after) =>
    parts.some((part) => canonical(partsOf(before, part)) !== canonical(partsOf(after, part))),
  );
}

function partsOf(value: unknown, part: string): Readonly<Record<string, unknown>> {
  const kinds = asMapping(typeof value === 'string' ? parseDocument(value) : undefined);
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, customized]) => [kind, asMapping(customized)[part]]),
  );
}
