// The second verb, its first half: sources → a fleet of which every file has its right shape. What files say about each
// other is for the rules.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fleet, Past, RawInputs } from '../model/fleet.ts';
import type {
  Approval,
  Cluster,
  Components,
  Controls,
  Domains,
  Engines,
  Framework,
  Platform,
  Recovery,
  Release,
  Requirements,
  Services,
  State,
  Tenant,
  Tiers,
  Tombstone,
} from '../model/generated/inputs.ts';
import type { Source } from '../model/source.ts';
import { type InputKind, validateShape } from './shape.ts';

export interface Validated {
  /** Undefined when one of the platform files is missing or misshapen: nothing can be said without them. */
  readonly fleet: Fleet | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Holds every input against its schema; of those that do not fit the fleet knows names at most.
 * @param refusals what `load` found: no rule may take a refused file or folder for a missing one
 */
export function validate(
  inputs: RawInputs,
  past: Past,
  refusals: readonly Diagnostic[],
  isProved: (source: Source) => boolean = () => false,
): Validated {
  const diagnostics: Diagnostic[] = [];
  const broken = new Set(refusals.map(({ file }) => file));
  const misshapen: Source[] = [];
  const shaped = <Value>(kind: InputKind, source: Source | undefined): Source<Value> | undefined => {
    if (source === undefined) return undefined;
    const mistakes = isProved(source) ? [] : validateShape(kind, source);
    diagnostics.push(...mistakes);
    if (mistakes.length === 0) return source as Source<unknown> as Source<Value>;
    broken.add(source.file);
    if (kind === 'tenant') misshapen.push(source);
    return undefined;
  };
  const byName = <Value>(kind: InputKind, sources: readonly Source[]): Map<string, Source<Value>> =>
    new Map(
      sources.flatMap((source) => {
        const valid = shaped<Value>(kind, source);
        return valid === undefined ? [] : [[nameOf(source.file), valid]];
      }),
    );
  const singles = {
    platform: shaped<Platform>('platform', inputs.platform),
    tiers: shaped<Tiers>('tiers', inputs.tiers),
    services: shaped<Services>('services', inputs.services),
    domains: shaped<Domains>('domains', inputs.domains),
    components: shaped<Components>('components', inputs.components),
    recovery: shaped<Recovery>('recovery', inputs.recovery),
    engines: shaped<Engines>('engines', inputs.engines),
    requirements: shaped<Requirements>('requirements', inputs.requirements),
    controls: shaped<Controls>('controls', inputs.controls),
  };
  const folders = {
    states: byName<State>('state', inputs.states),
    frameworks: byName<Framework>('framework', inputs.frameworks),
    approvals: byName<Approval>('approval', inputs.approvals),
    purged: byName<Tombstone>('tombstone', inputs.purged),
    releases: byName<Release>('release', inputs.releases),
    clusters: byName<Cluster>('cluster', inputs.clusters),
    tenants: byName<Tenant>('tenant', inputs.tenants),
  };
  const fleet = areAllThere(singles) ? { ...past, ...singles, ...folders, misshapen, broken } : undefined;
  return { fleet, diagnostics };
}

type Single =
  | 'platform'
  | 'tiers'
  | 'services'
  | 'domains'
  | 'components'
  | 'recovery'
  | 'engines'
  | 'requirements'
  | 'controls';

function areAllThere(
  singles: Readonly<Record<Single, Source<unknown> | undefined>>,
): singles is Pick<Fleet, Single> {
  return Object.values(singles).every((source) => source !== undefined);
}

/** `tenants/acme.yaml` → `acme` */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
}
