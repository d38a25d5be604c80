// A contract may keep records longer than the law does, never shorter.

import { obligationsOf } from '../compliance/obligations.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Basis } from '../model/obligation.ts';
import type { TenantRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const { retentionYears } = source.value;
      if (retentionYears === undefined) continue;
      const obligations = obligationsOf(fleet, source.value).filter(
        ({ measure }) => measure === 'record-years',
      );
      const longest = obligations.toSorted((a, b) => b.value - a.value)[0];
      const [basis] = longest?.decidedBy ?? [];
      if (longest === undefined || basis === undefined || longest.value <= retentionYears) continue;
      const { requirement, value, unknownOf } = longest;
      const own = [...(source.value.states ?? []), ...(source.value.frameworks ?? [])];
      const why = own.includes(basis.party)
        ? ''
        : ` It is unknown of ${unknownOf.join(', ')}, so the longest known holds.`;
      yield {
        ...locate(source, ['retentionYears']),
        message: `\`retentionYears\` is ${retentionYears}; \`${requirement}\` must be kept for ${value} years by ${nameOf(basis)}.${why}`,
        hint: `Write at least ${value}, or remove it.`,
        related: [{ ...locate(sourceOf(fleet, basis), basis.path), message: 'The obligation is here.' }],
      };
    }
  },
};

function nameOf({ party, citation }: Basis): string {
  return citation === '' ? "the platform's own floor" : `${citation} (\`${party}\`)`;
}

function sourceOf({ requirements, states, frameworks }: Fleet, { file }: Basis): Source<unknown> {
  const laws = [...states.values(), ...frameworks.values()];
  return laws.find((source) => source.file === file) ?? requirements;
}
