// What stands against a change until somebody approves it, and what a reviewer is told of it. Knows neither how two trees
// are compared nor how a report is shown.
import type { Group } from '../changes/group.ts';
import { isBlocking } from '../changes/lane.ts';
import type { Concerns } from '../compose/concerns.ts';
import type { Base } from '../load/base.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Platform } from '../model/generated/inputs.ts';
import { placementOf } from '../model/placement.ts';
import { resolveCluster, resolveTenant } from '../resolve/resolve.ts';
import { clusterUnit, tenantUnit } from '../units/units.ts';
import { platformCaps } from '../yaml/caps.ts';
import { locate } from '../yaml/locate.ts';
import { parseYaml } from '../yaml/yaml.ts';
import { Causes } from './causes.ts';
import { type Exception, Exceptions } from './exceptions.ts';
import { approvalOf, type Gate, refuse } from './gate.ts';
import { type Edit, editsSince } from './inputs.ts';
import type { ReviewOptions } from './options.ts';
import { type Cause, type Entry, type Report, reportOf } from './report.ts';

export class Judgement {
  readonly #options: ReviewOptions;
  readonly #concerns: Concerns;
  readonly #groups: readonly Group[];
  #inputsBefore: Base | undefined;
  #causes: Causes | undefined;

  /** @param groups all changes that there are */
  constructor(options: ReviewOptions, concerns: Concerns, groups: readonly Group[]) {
    this.#options = options;
    this.#concerns = concerns;
    this.#groups = groups;
  }

  /** What waits for an approval, and what is wrong with the approvals. */
  refuse(): Diagnostic[] {
    return refuse(this.#gate());
  }

  /** How much there is of what, without the edits that made it: these take a while to find. */
  summary(): Report {
    const gate = this.#gate();
    return reportOf(
      this.#options.tree.label,
      this.#groups.map((group) => entryOf(gate, group, [], [])),
    );
  }

  report(): Report {
    const gate = this.#gate();
    const { fleet, targets, tree } = this.#options;
    const overrides = new Exceptions(fleet, targets);
    const entries = this.#groups.map((group) => {
      const causes = this.#causesOf(group);
      const isField = group.kind === 'changed';
      const exceptions = isField ? causes.flatMap(({ edit }) => overrides.of(group.members, edit)) : [];
      return entryOf(gate, group, causes, exceptions);
    });
    return reportOf(tree.label, entries);
  }

  #gate(): Gate {
    const { fleet, today, isPartial, isMerge } = this.#options;
    return {
      fleet,
      today,
      isMerge,
      isWhole: !isPartial,
      groups: this.#groups,
      placeOf: (group) => this.#causesOf(group)[0]?.place ?? placeOfInput(fleet, group),
      spent: this.#spent(),
      isKnown: (file) => this.#inputs()?.paths.has(file) === true,
      budget: () => this.#budget(),
    };
  }

  /** Approvals that were merged, in the same words. */
  #spent(): ReadonlySet<string> {
    const { fleet } = this.#options;
    if (fleet.approvals.size === 0) return new Set();
    const before = this.#inputs();
    const merged = [...fleet.approvals.values()].filter(
      ({ file, text }) => before?.holds(file, text) === true,
    );
    return new Set(merged.map(({ file }) => file));
  }

  #budget(): Platform['deleteBudget'] {
    const { file, value } = this.#options.fleet.platform;
    const [text] = this.#inputs()?.read([file]) ?? [];
    const before = readBudget(file, text) ?? value.deleteBudget;
    return {
      objects: Math.min(before.objects, value.deleteBudget.objects),
      tenants: Math.min(before.tenants, value.deleteBudget.tenants),
    };
  }

  #inputs(): Base | undefined {
    this.#inputsBefore ??= this.#options.inputs?.();
    return this.#inputsBefore;
  }

  #causesOf(group: Group): Cause[] {
    const { fleet, sources } = this.#options;
    const before = this.#inputs();
    if (before === undefined) return [];
    this.#causes ??= new Causes(fleet, editsSince(sources, before), (other, cluster, tenant) =>
      this.#render(other, cluster, tenant),
    );
    return this.#causes.of(group).map(causeOf);
  }

  #render(fleet: Fleet, cluster: string, tenant: string): ReadonlyMap<string, string> {
    const concerns = this.#concerns;
    if (tenant === '') {
      const source = fleet.clusters.get(cluster);
      return source === undefined ? new Map() : clusterUnit(resolveCluster(fleet, source), concerns).files;
    }
    const source = fleet.tenants.get(tenant);
    const isPlaced = source !== undefined && placementOf(source.value).includes(cluster);
    const target = isPlaced ? resolveTenant(fleet, source, cluster) : undefined;
    return target === undefined ? new Map() : tenantUnit(target, concerns).files;
  }
}

function entryOf(
  gate: Gate,
  group: Group,
  causes: readonly Cause[],
  exceptions: readonly Exception[],
): Entry {
  const approvedBy = approvalOf(gate, group.id)?.file;
  const isRefused = isBlocking(group.lane) && approvedBy === undefined;
  return { ...group, causes, exceptions, approvedBy, isRefused };
}

/** `undefined` where there was none yet. */
function readBudget(file: string, text: string | undefined): Platform['deleteBudget'] | undefined {
  const parsed = text === undefined ? undefined : parseYaml(file, text, platformCaps);
  if (parsed === undefined || !('value' in parsed)) return undefined;
  return (parsed.value as unknown as Partial<Platform> | null)?.deleteBudget;
}

function causeOf(edit: Edit): Cause {
  const { source, file, path } = edit;
  const place = source === undefined ? { file, line: 1, column: 1 } : locate(source, path, 'key');
  return { place, setting: path.join('.'), edit };
}

/** Where no edit is known: the file of whoever the change belongs to. */
function placeOfInput(fleet: Fleet, { example }: Group): Place {
  const { cluster, tenant, file } = example.object;
  const source = tenant === '' ? fleet.clusters.get(cluster) : fleet.tenants.get(tenant);
  return source === undefined ? { file: `rendered/${file}`, line: 1, column: 1 } : locate(source, []);
}
