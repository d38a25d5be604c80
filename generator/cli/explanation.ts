// From what `resolve` traced to settings with places: a mapping is told by its leaves. Reads the schemas where a default
// comes from one, because a fleet does not hold them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Path, Source } from '../model/source.ts';
import type { Origin } from '../resolve/settings.ts';
import { locate } from '../yaml/locate.ts';

/** One resolved value: a scalar, or a list. */
export interface Explanation {
  /** `services.policy-api.replicas.max` */
  readonly setting: string;
  readonly value: unknown;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const schemas = join(import.meta.dirname, '../../schemas');

/** Sorted by setting. */
export function explain(origins: readonly Origin[]): Explanation[] {
  const sources = new Map<string, Source<unknown>>();
  const sourceOf = (source: Source<unknown>): Source<unknown> => {
    if (source.text !== '') return source;
    const known = sources.get(source.file) ?? { ...source, text: readSchema(source.file) };
    sources.set(source.file, known);
    return known;
  };
  const leaves = origins.flatMap((origin) => leavesOf(origin, [], origin.value));
  const explanations = leaves.map(({ setting, value, source, path }) => {
    const { file, line, column } = locate(sourceOf(source), path);
    return { setting, value, file, line, column };
  });
  return explanations.sort((a, b) => (a.setting < b.setting ? -1 : 1));
}

function leavesOf(origin: Origin, inner: Path, value: unknown): Origin[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(origin, [...inner, key], item));
  }
  const setting = [origin.setting, ...inner].join('.');
  return [{ ...origin, setting, value, path: [...origin.path, ...inner] }];
}

/** JSON is YAML, so places in a schema are found like any other. */
function readSchema(file: string): string {
  return readFileSync(join(schemas, file.slice('schemas/'.length)), 'utf8');
}
