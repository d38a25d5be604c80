// No host outside is reached on a port that services of the catalogue answer at: a sidecar has one listener for a port, which
// either reads requests or passes TLS on, and Istio drops what does not fit (istio.io: "Traffic Management Problems").
import type { Fleet } from '../model/fleet.ts';
import type { External } from '../model/generated/inputs.ts';
import { overridesOf } from '../model/overrides.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const taken = new Set(Object.values(fleet.services.value).map(({ port }) => port));
    for (const { source, path, external } of externalsIn(fleet)) {
      for (const [index, { host, port }] of external.entries()) {
        if (!taken.has(port)) continue;
        yield {
          ...locate(source, [...path, index, 'port']),
          message: `\`${host}\` is reached on ${port}, where services of the mesh answer.`,
          hint: 'Use another port of the host, such as 443.',
        };
      }
    }
  },
};

interface Externals {
  readonly source: Source<unknown>;
  readonly path: Path;
  readonly external: readonly External[];
}

function* externalsIn({ services, tenants }: Fleet): Iterable<Externals> {
  for (const [name, { external = [] }] of Object.entries(services.value)) {
    yield { source: services, path: [name, 'external'], external };
  }
  for (const source of tenants.values()) {
    for (const override of overridesOf(source.value)) {
      for (const [name, { external = [] }] of Object.entries(override.services)) {
        yield { source, path: [...override.path, 'services', name, 'external'], external };
      }
    }
  }
}
