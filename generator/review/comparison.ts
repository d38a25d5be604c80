// A new tree against a base, target by target as it is made, down to groups of changes. Memory holds the files that differ
// of some targets at a time. Knows neither approvals nor causes.
import type { Classifier } from '../changes/classify/classify.ts';
import { dataAt, fileKind } from '../changes/documents.ts';
import { type Group, Grouping } from '../changes/group.ts';
import { kindId, placeOf } from '../changes/object.ts';
import type { FilePair } from '../changes/pairs.ts';
import type { Base } from '../load/base.ts';
import type { Unit } from '../model/tree.ts';

/** Characters of new text that wait to be judged, at most: to read their other side is one call to git. */
const mostWaiting = 16 * 2 ** 20;

/** Of these the ones in other files count too. */
const access = /^kind: (?:NetworkPolicy|AuthorizationPolicy|PeerAuthentication|RequestAuthentication)$/m;

interface Differing {
  readonly path: string;
  readonly after: string | undefined;
}

export class Comparison {
  readonly #base: Base;
  readonly #grouping = new Grouping();
  /** What the base holds and no unit has made yet, by target. */
  readonly #left: Map<string, Set<string>>;
  /** Files that did not change and hold rules which mean nothing without each other, by target. */
  readonly #beside = new Map<string, FilePair[]>();
  /** Takes a while to load, and most runs find nothing that differs. */
  classifier: Classifier | undefined;
  #waiting: Differing[] = [];
  #size = 0;
  #pairs: FilePair[] = [];

  constructor(base: Base) {
    this.#base = base;
    const targets = Map.groupBy(base.paths, targetOf);
    this.#left = new Map(Array.from(targets, ([target, paths]) => [target, new Set(paths)]));
  }

  /** All files of one target; what the base has of it beside them is gone. */
  add({ files }: Unit): void {
    const [first = ''] = files.keys();
    const target = targetOf(first);
    const left = this.#left.get(target) ?? new Set();
    const same: FilePair[] = [];
    let differs = false;
    for (const [path, text] of files) {
      left.delete(path);
      if (this.#base.holds(path, text)) same.push({ path, before: text, after: text });
      else {
        this.#wait(path, text);
        differs = true;
      }
    }
    if (differs || left.size > 0) this.#beside.set(target, same.filter(concernsAccess));
    this.#giveUp(left);
    if (this.classifier !== undefined && this.#size > mostWaiting) this.#judge(this.classifier);
  }

  /** Kinds of all that differs, when no more units come: `apps/Deployment`. `undefined` where a text does not say. */
  settle(): ReadonlySet<string> | undefined {
    for (const left of this.#left.values()) this.#giveUp(left);
    this.#read();
    const kinds = this.#pairs.flatMap(({ path, before, after }) => [
      kindsIn(path, before),
      kindsIn(path, after),
    ]);
    return kinds.includes(undefined) ? undefined : new Set(kinds.flatMap((names) => names ?? []));
  }

  /** The groups of changes; what the base has of targets that no unit made is gone. */
  finish(): Group[] {
    for (const left of this.#left.values()) this.#giveUp(left);
    if (this.#waiting.length + this.#pairs.length > 0) {
      if (this.classifier === undefined) throw new Error('The tables of changes were not loaded');
      this.#judge(this.classifier);
    }
    return this.#grouping.finish();
  }

  #wait(path: string, after: string | undefined): void {
    this.#waiting.push({ path, after });
    this.#size += after?.length ?? 0;
  }

  #giveUp(left: Set<string>): void {
    for (const path of left) this.#wait(path, undefined);
    left.clear();
  }

  #read(): void {
    const texts = this.#base.read(this.#waiting.map(({ path }) => path));
    this.#pairs.push(
      ...this.#waiting.map(({ path, after }, index) => ({ path, before: texts[index], after })),
    );
    this.#waiting = [];
    this.#size = 0;
  }

  #judge(classifier: Classifier): void {
    this.#read();
    const targets = Map.groupBy(this.#pairs, ({ path }) => targetOf(path));
    for (const [target, files] of targets) {
      const beside = files.some(concernsAccess) ? (this.#beside.get(target) ?? []) : [];
      this.#grouping.add(classifier.classify([...files, ...beside]));
    }
    this.#beside.clear();
    this.#pairs = [];
  }
}

function concernsAccess({ before = '', after = '' }: FilePair): boolean {
  return access.test(before) || access.test(after);
}

/** As our own emitter writes them; `undefined` where a document does not say it so. */
function kindsIn(path: string, text: string | undefined): string[] | undefined {
  if (text === undefined) return [];
  if (!path.endsWith('.yaml')) return [kindId(fileKind)];
  const data = dataAt(path);
  if (data !== undefined) return [kindId(data)];
  const found = [...text.matchAll(/^apiVersion: ([^\s"']+)\nkind: ([^\s"']+)$/gm)];
  if (found.length !== text.split(/^---$/m).length) return undefined;
  return found.map(([, version = '', kind = '']) => {
    const group = version.slice(0, Math.max(0, version.lastIndexOf('/')));
    return kindId({ group, kind });
  });
}

/** What is judged together: a tenant on a cluster, or a cluster alone. */
function targetOf(path: string): string {
  const { cluster, tenant } = placeOf(path);
  return `${cluster}/${tenant}`;
}
