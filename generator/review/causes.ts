// Which edit of the inputs made a group of changes: the one without which the change would not be. Found by trying: the
// target of the group's example is rendered once more without each edit.

import { canonical } from '../changes/compare/canonical.ts';
import { compare } from '../changes/compare/compare.ts';
import { parseFile } from '../changes/documents.ts';
import type { Group } from '../changes/group.ts';
import type { Manifest } from '../changes/knowledge.ts';
import { identityOf, type ObjectRef } from '../changes/object.ts';
import { showPath } from '../changes/path.ts';
import type { Fleet } from '../model/fleet.ts';
import { type Edit, without } from './inputs.ts';

/** Renders one target of a fleet, a cluster alone when `tenant` is empty; nothing where the fleet has no such target. */
export type RenderTarget = (fleet: Fleet, cluster: string, tenant: string) => ReadonlyMap<string, string>;

/** So many renderings are tried at most; what is not reached has no cause. */
const mostTries = 600;
/** So many tenants of a group are asked for what they edited themselves. */
const mostTenants = 20;

export class Causes {
  readonly #fleet: Fleet;
  readonly #edits: readonly Edit[];
  readonly #render: RenderTarget;
  /** `undefined` for what cannot be rendered. */
  readonly #tried = new Map<string, ReadonlyMap<string, string> | undefined>();

  constructor(fleet: Fleet, edits: readonly Edit[], render: RenderTarget) {
    this.#fleet = fleet;
    this.#edits = edits;
    this.#render = render;
  }

  /** Of the example, and of what other tenants of the group edited themselves. None when no input made it: the generator did. */
  of(group: Group): Edit[] {
    const { object } = group.example;
    const own = this.#ofMember(object, (edits) => this.#isUndoneWithout(edits, group));
    const edited = new Set(this.#edits.map(({ file }) => file));
    const others = new Map(group.members.map((member) => [member.tenant, member]));
    others.delete(object.tenant);
    const theirs = [...others.values()]
      .filter(({ tenant }) => edited.has(`tenants/${tenant}.yaml`))
      .slice(0, mostTenants)
      .flatMap((member) => this.#ofMember(member, (edits) => this.#reaches(edits, member)));
    return [...new Set([...own, ...theirs])];
  }

  /**
   * Each edit without which the change would not be. Where it takes several together (an image's tag and its digest), those
   * of one mapping, else those of one file.
   */
  #ofMember(object: ObjectRef, isCause: (edits: readonly Edit[]) => boolean): Edit[] {
    const edits = this.#edits.filter((edit) => mayReach(edit, object));
    for (const together of [idOf, mappingOf, fileOf]) {
      const found = [...Map.groupBy(edits, together).values()].filter(isCause);
      if (found.length > 0) return found.flat();
    }
    return [];
  }

  /** Whether the object would be another one without the edits. */
  #reaches(edits: readonly Edit[], object: ObjectRef): boolean {
    const [now, then] = [this.#without([], object), this.#without(edits, object)];
    if (now === undefined || then === undefined) return false;
    return canonical(findObject(now, object) ?? null) !== canonical(findObject(then, object) ?? null);
  }

  #isUndoneWithout(edits: readonly Edit[], group: Group): boolean {
    const { object } = group.example;
    const files = this.#without(edits, object);
    return files !== undefined && isUndone(group, findObject(files, object));
  }

  #without(edits: readonly Edit[], { cluster, tenant }: ObjectRef): ReadonlyMap<string, string> | undefined {
    const key = [cluster, tenant, ...edits.map(idOf)].join('\n');
    if (this.#tried.has(key) || this.#tried.size >= mostTries) return this.#tried.get(key);
    const files = this.#try(without(this.#fleet, edits), cluster, tenant);
    this.#tried.set(key, files);
    return files;
  }

  /**
   * Nobody has judged these inputs: half an edit makes no sense, and one that was made for an older generator may lack what
   * this one needs. Such a trial tells nothing.
   */
  #try(fleet: Fleet, cluster: string, tenant: string): ReadonlyMap<string, string> | undefined {
    try {
      return this.#render(fleet, cluster, tenant);
    } catch {
      return undefined;
    }
  }
}

function idOf({ file, path }: Edit): string {
  return [file, ...path].join('\0');
}

function mappingOf({ file, path }: Edit): string {
  return [file, ...path.slice(0, -1)].join('\0');
}

function fileOf({ file }: Edit): string {
  return file;
}

/** A tenant's file reaches no other tenant; the other inputs may reach all. */
function mayReach({ file }: Edit, { tenant, cluster }: ObjectRef): boolean {
  if (file.startsWith('tenants/')) return file === `tenants/${tenant}.yaml`;
  return !file.startsWith('clusters/') || tenant !== '' || file === `clusters/${cluster}.yaml`;
}

function isUndone({ example }: Group, now: Manifest | undefined): boolean {
  const { kind, path, object, texts } = example;
  if (kind === 'created') return now === undefined;
  if (kind === 'deleted') return now !== undefined;
  const [before, after] = [texts.before, texts.after].map((text) => readObject(object, text));
  if (before === undefined || now === undefined) return (before === undefined) === (now === undefined);
  const fields = compare(before, now).map((field) => showPath(field.path));
  const where = showPath(path);
  const isField = compare(before, after).some((field) => showPath(field.path) === where);
  // What a judge found stands at no field of its own: any other object than the new one undoes it.
  return isField ? !fields.includes(where) : canonical(now) !== canonical(after);
}

function findObject(files: ReadonlyMap<string, string>, object: ObjectRef): Manifest | undefined {
  for (const [file, text] of files) {
    if (!file.startsWith(object.application)) continue;
    const found = readObject(object, text, file);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readObject(object: ObjectRef, text: string | undefined, file = object.file): Manifest | undefined {
  const identity = identityOf(object);
  return parseFile(file, text ?? '').find((parsed) => identityOf(parsed.object) === identity)?.value;
}
