// The second verb, its first half: sources → a fleet of which every file has its right shape. What files say about each
// other is for the rules.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fleet, RawInputs, RenderedTarget } from '../model/fleet.ts';
import type {
  Approval,
  Cluster,
  Domains,
  Platform,
  Release,
  Services,
  Tenant,
  Tiers,
} from '../model/generated/inputs.ts';
import type { Source } from '../model/source.ts';
import { type InputKind, validateShape } from './shape.ts';

export interface Validated {
  /** Undefined when one of the four platform files is missing or misshapen: nothing can be said without them. */
  readonly fleet: Fleet | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Holds every input against its schema; of those that do not fit the fleet knows names at most.
 * @param refusals what `load` found: no rule may take a refused file or folder for a missing one
 */
export function validate(
  inputs: RawInputs,
  rendered: readonly RenderedTarget[],
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
  const platform = shaped<Platform>('platform', inputs.platform);
  const tiers = shaped<Tiers>('tiers', inputs.tiers);
  const services = shaped<Services>('services', inputs.services);
  const domains = shaped<Domains>('domains', inputs.domains);
  const approvals = byName<Approval>('approval', inputs.approvals);
  const releases = byName<Release>('release', inputs.releases);
  const clusters = byName<Cluster>('cluster', inputs.clusters);
  const tenants = byName<Tenant>('tenant', inputs.tenants);
  if (platform === undefined || tiers === undefined || services === undefined || domains === undefined) {
    return { fleet: undefined, diagnostics };
  }
  const files = { platform, tiers, services, domains, approvals, releases, clusters, tenants };
  return { fleet: { ...files, misshapen, rendered, broken }, diagnostics };
}

/** `tenants/acme.yaml` → `acme` */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
}
