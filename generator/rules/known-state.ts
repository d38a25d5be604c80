// Where a tenant writes business is a jurisdiction that exists: a mistyped one would ask for nothing of its own.

import { jurisdictions } from '../model/jurisdictions.ts';
import type { TenantRule } from '../model/rule.ts';
import { didYouMean } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      for (const [index, state] of (source.value.states ?? []).entries()) {
        if (Object.hasOwn(jurisdictions, state)) continue;
        yield {
          ...locate(source, ['states', index]),
          message: `There is no state \`${state}\`.`,
          hint: hintFor(state),
        };
      }
    }
  },
};

/** A name in full, or letters in the wrong case, are told by what they mean. */
function hintFor(written: string): string {
  const names = Object.entries(jurisdictions).flatMap(([letters, name]) => [
    [letters, letters] as const,
    [name, letters] as const,
  ]);
  const guess = didYouMean(
    written,
    names.map(([name]) => name),
  );
  const letters = new Map(names).get(guess ?? '');
  return letters === undefined
    ? 'Write the two letters of a state, for example `NY`.'
    : `Did you mean \`${letters}\`?`;
}
