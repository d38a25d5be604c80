// What changed in the inputs since the base, one edit at a time, and the fleet as it would be without an edit. Knows no
// rendered object.
import type { Base } from '../load/base.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Path, Source } from '../model/source.ts';
import { platformCaps } from '../yaml/caps.ts';
import { parseYaml } from '../yaml/yaml.ts';

/** One setting that is written differently, one file that came or one that went. */
export interface Edit {
  /** As it is now; `undefined` for a file that is gone. */
  readonly source: Source<unknown> | undefined;
  readonly file: string;
  /** `[]` for the whole file. A list is one value. */
  readonly path: readonly string[];
  /** `undefined` where it was not written, or is no more. */
  readonly before: unknown;
  readonly after: unknown;
}

/** More in one file are told as one edit of the file: each costs a rendering to follow. */
const mostPerFile = 24;

/** @param base the inputs as they were; paths relative to the repository */
export function editsSince(sources: readonly Source<unknown>[], base: Base): Edit[] {
  const now = new Map(sources.map((source) => [source.file, source]));
  const files = [...new Set([...now.keys(), ...base.paths].filter((file) => file.endsWith('.yaml')))].sort();
  const differing = files.filter((file) => !base.holds(file, now.get(file)?.text ?? ''));
  const texts = base.read(differing);
  return differing.flatMap((file, index) => {
    const source = now.get(file);
    const text = texts[index];
    const edits = editsOf(file, source, text === undefined ? undefined : readValue(file, text));
    const whole = edits[0];
    return edits.length <= mostPerFile || whole === undefined
      ? edits
      : [{ ...whole, path: [], before: readValue(file, text ?? ''), after: source?.value }];
  });
}

/** What was no YAML then was no input either. */
function readValue(file: string, text: string): unknown {
  const parsed = parseYaml(file, text, platformCaps);
  return 'value' in parsed ? parsed.value : undefined;
}

function editsOf(file: string, source: Source<unknown> | undefined, before: unknown): Edit[] {
  const edits: Edit[] = [];
  const visit = (old: unknown, now: unknown, path: readonly string[]): void => {
    if (JSON.stringify(old) === JSON.stringify(now)) return;
    // A file that came or went is one edit; inside a file a mapping is as many as it has settings.
    const sides = [old, now].map((side) => (side === undefined && path.length > 0 ? {} : side));
    if (!sides.every(isMapping)) {
      edits.push({ source, file, path, before: old, after: now });
      return;
    }
    for (const key of new Set(sides.flatMap((side) => Object.keys(side)))) {
      visit(sides[0]?.[key], sides[1]?.[key], [...path, key]);
    }
  };
  visit(before, source?.value, []);
  return edits;
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fleet as it was before these edits alone. */
export function without(fleet: Fleet, edits: readonly Edit[]): Fleet {
  return edits.reduce(takeBack, fleet);
}

function takeBack(fleet: Fleet, { file, path, before }: Edit): Fleet {
  const [key = '', name = ''] = file
    .replace(/\.yaml$/, '')
    .split('/')
    .slice(-2);
  if (isFolder(key)) {
    const sources = new Map<string, Source<unknown>>(fleet[key]);
    const value = replaceAt(sources.get(name)?.value, path, before);
    if (value === undefined) sources.delete(name);
    else sources.set(name, { file, text: '', value });
    return { ...fleet, [key]: sources };
  }
  if (!isSingle(name)) return fleet;
  const value = replaceAt(fleet[name].value, path, before);
  return value === undefined ? fleet : { ...fleet, [name]: { file, text: '', value } };
}

const folders = ['tenants', 'clusters', 'releases', 'approvals', 'purged', 'states', 'frameworks'] as const;

function isFolder(name: string): name is (typeof folders)[number] {
  return (folders as readonly string[]).includes(name);
}

const singles = [
  'platform',
  'tiers',
  'services',
  'domains',
  'components',
  'recovery',
  'engines',
  'requirements',
  'controls',
] as const;

function isSingle(name: string): name is (typeof singles)[number] {
  return (singles as readonly string[]).includes(name);
}

/** A copy with another value at `path`; `undefined` takes the key away. */
function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const { [key]: old, ...others } = isMapping(value) ? value : {};
  const inner = replaceAt(old, rest, replacement);
  return inner === undefined ? others : { ...others, [key]: inner };
}
