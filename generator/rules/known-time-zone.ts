// A tenant's time zone is in the IANA database, spelled as there: the API server reads it letter by letter.

import type { TenantRule } from '../model/rule.ts';
import { suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    const known = new Set(Intl.supportedValuesOf('timeZone'));
    for (const source of fleet.tenants.values()) {
      const { timeZone } = source.value;
      if (timeZone === undefined) continue;
      if (known.has(timeZone)) continue;
      if (isAlias(timeZone)) {
        known.add(timeZone);
        continue;
      }
      yield {
        ...locate(source, ['timeZone']),
        message: `There is no time zone \`${timeZone}\`.`,
        hint: suggest(timeZone, known, 'Write one like `America/New_York`.'),
      };
    }
  },
};

/**
 * Another name of a zone, such as `Asia/Kolkata`, which Intl does not list. Intl takes any case and answers with its own
 * spelling; where it answers with another name, the one it was given is an alias.
 */
function isAlias(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() !== name.toLowerCase();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
