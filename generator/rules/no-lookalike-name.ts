// No two tenants have ids or display names that a person could take for each other, and no name mixes alphabets.
// A reviewer who approves "Acme" must not be looking at another insurer's file.

import type { Tenant } from '../model/generated/inputs.ts';
import { scriptsOf, skeletonOf } from '../model/lookalike.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { bySeniority } from '../model/seniority.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const ids = new Map<string, Source<Tenant>>();
    const names = new Map<string, Source<Tenant>>();
    for (const source of bySeniority(fleet)) {
      yield* compare(source, 'id', ids);
      const scripts = scriptsOf(source.value.displayName);
      // A name that mixes alphabets does it in order to look like another: one mistake.
      if (scripts.length > 1) yield refuseMixture(source, scripts);
      else yield* compare(source, 'displayName', names);
    }
  },
};

function refuseMixture(source: Source<Tenant>, scripts: readonly string[]): Finding {
  return {
    ...locate(source, ['displayName']),
    message: `\`displayName\` mixes letters of different alphabets: ${scripts.join(' and ')}.`,
    hint: 'Type the name anew in one alphabet; a letter that looks right may be another one.',
  };
}

function* compare(
  source: Source<Tenant>,
  key: 'id' | 'displayName',
  seen: Map<string, Source<Tenant>>,
): Iterable<Finding> {
  const name = source.value[key];
  const skeleton = skeletonOf(name);
  const other = seen.get(skeleton);
  if (other === undefined) {
    seen.set(skeleton, source);
    return;
  }
  const twin = other.value[key];
  // Two files with one id are two files with a wrong name; `valid-file-name` says so.
  if (key === 'id' && twin === name) return;
  yield {
    ...locate(source, [key]),
    message:
      twin === name
        ? `\`${other.value.id}\` has the display name \`${name}\` too.`
        : `\`${name}\` looks like \`${twin}\`, ${key === 'id' ? 'the id' : 'the display name'} of another tenant.`,
    hint: 'Choose a name that nobody can take for the other one: add the state or the line of business.',
    related: [{ ...locate(other, [key]), message: 'The other one is here.' }],
  };
}
