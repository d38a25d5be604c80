// Labelled changes: `cases/<family>/<name>/` holds `before.yaml` and `after.yaml` (one is missing where an object comes or
// goes; or folders `before/` and `after/` with files as they lie in `rendered/`) and `expected.yaml`: `lanes`, all but neutral,
// worst first; `words`, each of which some reason says; `same: true` where nothing changes. Judges nothing.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Change } from '../classify/classify.ts';
import { compareLanes, type Lane } from '../lane.ts';
import type { FilePair } from '../pairs.ts';

export interface Case {
  /** `rds/instance-storage-shrunk` */
  readonly name: string;
  readonly files: readonly FilePair[];
  readonly expected: {
    readonly lanes: readonly Lane[];
    readonly words?: readonly string[];
    readonly same?: boolean;
  };
}

const folder = join(import.meta.dirname, '../cases');
/** Where an object of a case lies that does not say. */
const usualFile = 'prod-use1/tenants/acme/foundation/case.yaml';

/** Sorted by family and name. */
export function readCases(): Case[] {
  return readdirSync(folder)
    .sort()
    .flatMap((family) =>
      readdirSync(join(folder, family))
        .sort()
        .map((name) => readCase(`${family}/${name}`)),
    );
}

function readCase(name: string): Case {
  const place = join(folder, name);
  const expected = load(readFileSync(join(place, 'expected.yaml'), 'utf8')) as Case['expected'];
  const [before, after] = [readSide(place, 'before'), readSide(place, 'after')];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  // As in a run: a file that is the same on both sides is not looked at.
  const files = paths
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }))
    .filter((file) => file.before !== file.after);
  return { name, files, expected };
}

function readSide(place: string, side: string): Map<string, string> {
  const single = join(place, `${side}.yaml`);
  if (existsSync(single)) return new Map([[usualFile, readFileSync(single, 'utf8')]]);
  const files = globSync('**/*.*', { cwd: join(place, side) });
  return new Map(files.map((file) => [file, readFileSync(join(place, side, file), 'utf8')]));
}

/** The lanes that changes are in, but neutral, worst first. */
export function lanesOf(changes: readonly Change[]): Lane[] {
  const found = new Set(changes.flatMap(({ verdicts }) => verdicts.map(({ lane }) => lane)));
  found.delete('neutral');
  return [...found].sort(compareLanes);
}
