// Tenants that a change of a default passes by because they say otherwise themselves, and where they say it.

import type { ObjectRef } from '../changes/object.ts';
import type { Place } from '../model/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { TenantTarget } from '../model/target.ts';
import { compareText } from '../model/text-order.ts';
import { resolveTenant } from '../resolve/resolve.ts';
import type { Origin } from '../resolve/settings.ts';
import { locate } from '../yaml/locate.ts';
import type { Edit } from './inputs.ts';

/** A tenant on one cluster that a group leaves out. */
export interface Exception {
  readonly tenant: string;
  readonly cluster: string;
  /** The setting that it overrides: `quota.cpu`. */
  readonly setting: string;
  readonly place: Place;
}

export class Exceptions {
  readonly #fleet: Fleet;
  readonly #targets: readonly TenantTarget[];
  readonly #traces = new Map<string, readonly Origin[]>();

  constructor(fleet: Fleet, targets: readonly TenantTarget[]) {
    this.#fleet = fleet;
    this.#targets = targets;
  }

  /** Of a group whose members owe their change to `edit`, a default; sorted by tenant, then cluster. */
  of(members: readonly ObjectRef[], edit: Edit): Exception[] {
    const [example] = members;
    if (example === undefined || example.tenant === '' || edit.file.startsWith('tenants/')) return [];
    const settings = this.#trace(example.cluster, example.tenant).filter((origin) => decides(edit, origin));
    if (settings.length === 0) return [];
    const touched = new Set(members.map(({ cluster, tenant }) => `${cluster}/${tenant}`));
    return this.#targets
      .filter(({ cluster, tenant }) => !touched.has(`${cluster.name}/${tenant.id}`))
      .filter(({ tier }) => edit.file !== 'platform/tiers.yaml' || edit.path[0] === tier.name)
      .flatMap(({ cluster, tenant }) => this.#overrides(cluster.name, tenant.id, settings))
      .sort((a, b) => compareText(a.tenant, b.tenant) || compareText(a.cluster, b.cluster));
  }

  #overrides(cluster: string, tenant: string, settings: readonly Origin[]): Exception[] {
    const own = new Map(this.#trace(cluster, tenant).map((origin) => [origin.setting, origin]));
    const stronger = settings
      .map(({ setting }) => own.get(setting))
      .find((origin) => origin?.source.file === `tenants/${tenant}.yaml`);
    if (stronger === undefined) return [];
    const { setting, source, path } = stronger;
    return [{ tenant, cluster, setting, place: locate(source, path) }];
  }

  #trace(cluster: string, tenant: string): readonly Origin[] {
    const key = `${cluster}/${tenant}`;
    const known = this.#traces.get(key);
    if (known !== undefined) return known;
    const origins: Origin[] = [];
    const source = this.#fleet.tenants.get(tenant);
    if (source !== undefined) resolveTenant(this.#fleet, source, cluster, origins);
    this.#traces.set(key, origins);
    return origins;
  }
}

/** Whether the edit is of what decided the setting, of something in it, or of something around it. */
function decides({ file, path }: Edit, origin: Origin): boolean {
  if (origin.source.file !== file) return false;
  return path.slice(0, origin.path.length).every((step, index) => origin.path[index] === step);
}
