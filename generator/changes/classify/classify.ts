// Changed objects of one target → findings: what each change does, why, and who says so. Asks the tables, and where those
// cannot tell, the judges; what neither knows is unknown.
import { canonical } from '../compare/canonical.ts';
import { compare, type FieldChange } from '../compare/compare.ts';
import type { Knowledge, Nature, Pair, Scope, Verdict } from '../knowledge.ts';
import { compareLanes, type Lane } from '../lane.ts';
import { kindId, type ObjectRef } from '../object.ts';
import { type FilePair, type Paired, pairObjects, type Texts } from '../pairs.ts';
import { type FieldPath, parsePattern } from '../path.ts';
import { type CompiledRow, compileRow, holds, isCovered } from './match.ts';
import { scopeOf } from './scope.ts';

/** One change of one object, judged. */
export interface Change {
  readonly object: ObjectRef;
  readonly kind: 'created' | 'deleted' | 'changed';
  /** `[]` for the object as a whole. */
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
  /** The worst of its verdicts. */
  readonly lane: Lane;
  /** Worst first; never empty. */
  readonly verdicts: readonly Verdict[];
  /** `renamed to Deployment t-acme/claims` */
  readonly note?: string;
  readonly texts: Texts;
  /**
   * Of what a judge found: every object of the kind that changed, on both sides. Its words tell readers, and two changes may
   * have the same; an approval is for exactly these objects.
   */
  readonly binds?: string;
}

/** A kind's table, ready for use. */
interface Table extends Knowledge {
  readonly compiled: readonly CompiledRow[];
}

export class Classifier {
  readonly #tables: ReadonlyMap<string, Table>;

  constructor(knowledge: Iterable<Knowledge>) {
    const tables = [...knowledge].map((known) => ({ ...known, compiled: known.rows.map(compileRow) }));
    this.#tables = new Map(tables.map((table) => [kindId(table), table]));
    if (this.#tables.size < tables.length) throw new Error('A kind has two tables');
  }

  /** @param files all that differ of one target, so that what moved between them is recognised */
  classify(files: readonly FilePair[]): Change[] {
    const { changed, unchanged } = pairObjects(files);
    const scope = scopeOf(files, changed);
    return [...changed.flatMap((pair) => this.#judge(pair, scope)), ...this.#rule(changed, unchanged, scope)];
  }

  #judge(pair: Paired, scope: Scope): Change[] {
    const { object, before, after, note, texts } = pair;
    const table = this.#tables.get(kindId(object));
    const whole = { object, texts, path: [], ...(note !== undefined && { note }) };
    if (after === undefined) {
      return [change({ ...whole, kind: 'deleted', before, after }, [table?.deleted ?? unknownKind(object)])];
    }
    if (before === undefined) {
      const verdicts = table === undefined ? [unknownKind(object)] : creation(table, pair, scope);
      return [change({ ...whole, kind: 'created', before, after }, verdicts)];
    }
    return compare(before, after).map((field) =>
      change(
        { object, texts, kind: 'changed', ...field },
        table === undefined ? [unknownKind(object)] : judgeField(table, field),
      ),
    );
  }

  /** Judges look at all objects of their kind at once. */
  #rule(changed: readonly Paired[], unchanged: () => readonly Pair[], scope: Scope): Change[] {
    const byKind = Map.groupBy(changed, ({ object }) => kindId(object));
    return [...byKind].flatMap(([kind, pairs]) => {
      const judge = this.#tables.get(kind)?.judge;
      if (judge === undefined) return [];
      const others = unchanged().filter(({ object }) => kindId(object) === kind);
      const rulings = judge([...pairs, ...others], scope);
      const binds = rulings.length === 0 ? '' : bindingOf(pairs);
      return rulings.map(({ object, field, before, after, ...verdict }) => {
        const path = parsePattern(field).map((step) => (typeof step === 'object' ? step.key : { item: '' }));
        const texts = textsOf(pairs, object);
        return change({ object, texts, binds, kind: 'changed', path, before, after }, [verdict]);
      });
    });
  }
}

function bindingOf(pairs: readonly Paired[]): string {
  const sides = pairs.map(({ object, before, after }) =>
    [
      object.application,
      object.namespace,
      object.name,
      canonical(before ?? null),
      canonical(after ?? null),
    ].join('\0'),
  );
  return sides.sort().join('\0');
}

/** None for an object that did not change by itself. */
function textsOf(pairs: readonly Paired[], object: ObjectRef): Texts {
  return pairs.find((pair) => pair.object === object)?.texts ?? { before: undefined, after: undefined };
}

function change(fields: Omit<Change, 'lane' | 'verdicts'>, found: readonly Verdict[]): Change {
  const verdicts = found.toSorted((a, b) => compareLanes(a.lane, b.lane));
  return { ...fields, lane: verdicts[0]?.lane ?? 'neutral', verdicts };
}

const neutral: Verdict = { lane: 'neutral', reason: 'no harm is known', source: '' };

/** What the table says of the object as a whole, and of every field that it came with. */
function creation({ created, compiled }: Table, { before, after }: Paired, { isNew }: Scope): Verdict[] {
  const rows = compiled.filter((row) => row.when.tellsOfNew && holds(row, { path: [], before, after }));
  if (!isNew) return [created, ...rows.map(verdictOf)];
  // What is new as a whole costs; nothing of it was there to be widened or to go down. What it says outright is still told.
  const whole = isOfNew(created) ? created : neutral;
  return [whole, ...rows.map(verdictOf).filter(({ lane }) => lane !== 'downtime')];
}

function isOfNew({ lane }: Verdict): boolean {
  return lane === 'cost' || lane === 'unknown';
}

function judgeField(table: Table, field: FieldChange): Verdict[] {
  const rows = table.compiled.filter((row) => holds(row, field));
  const verdicts = rows.map(verdictOf);
  // What a row tells of a part does not speak for the rest.
  if (!isCovered(table.compiled, field, rows)) verdicts.push(unknownField(table.nature));
  const harmful = verdicts.filter(({ lane }) => lane !== 'neutral');
  return harmful.length > 0 ? harmful : [neutral];
}

function verdictOf({ lane, reason, source }: Verdict): Verdict {
  return { lane, reason, source };
}

function unknownField(nature: Nature): Verdict {
  if (nature === 'workload') return neutral;
  const what = nature === 'stateful' ? 'keeps data' : 'grants access';
  return { lane: 'unknown', reason: `no table knows this field, and the kind ${what}`, source: 'tables' };
}

function unknownKind({ group, kind }: ObjectRef): Verdict {
  return { lane: 'unknown', reason: `no table knows the kind ${group}/${kind}`, source: 'tables' };
}
