// A framework that a tenant follows is one that the platform knows: of another it could not keep a word.

import type { TenantRule } from '../model/rule.ts';
import { list, suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, frameworks, broken }) {
    for (const source of tenants.values()) {
      for (const [index, framework] of (source.value.frameworks ?? []).entries()) {
        if (frameworks.has(framework) || broken.has(`platform/compliance/frameworks/${framework}.yaml`))
          continue;
        yield {
          ...locate(source, ['frameworks', index]),
          message: `There is no framework \`${framework}\`.`,
          hint: suggest(framework, frameworks.keys(), `There are ${list([...frameworks.keys()])}.`),
        };
      }
    }
  },
};
