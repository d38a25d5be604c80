// Every service that an input names is in the catalogue, `platform/services.yaml`.

import type { Fleet } from '../model/fleet.ts';
import { servicesIn } from '../model/mentions.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { list, suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of [...fleet.tenants.values(), ...fleet.misshapen]) {
      for (const { name, path, at } of servicesIn(source.value)) yield* find(fleet, source, name, path, at);
    }
    for (const [caller, { calls = {} }] of Object.entries(fleet.services.value)) {
      for (const name of Object.keys(calls)) {
        yield* find(fleet, fleet.services, name, [caller, 'calls', name], 'key');
      }
    }
    for (const source of fleet.releases.values()) {
      for (const name of Object.keys(source.value)) yield* find(fleet, source, name, [name], 'key');
    }
  },
};

function* find(
  fleet: Fleet,
  source: Source<unknown>,
  name: string,
  path: Path,
  at: 'key' | 'value',
): Iterable<Finding> {
  if (Object.hasOwn(fleet.services.value, name)) return;
  const known = Object.keys(fleet.services.value);
  yield {
    ...locate(source, path, at),
    message: `The catalogue has no service \`${name}\`.`,
    hint: suggest(name, known, `It has ${list(known)}.`),
  };
}
