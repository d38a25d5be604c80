// One input file as it was read: its path, its text and its value. Where in the text a value stands is `locate`'s work.

/** Parsed YAML: null, booleans, numbers, strings, arrays and plain objects without a prototype surprise. */
export type Yaml = null | boolean | number | string | readonly Yaml[] | { readonly [key: string]: Yaml };

/** The bytes are read once and never again, so an edit during the run cannot mix two versions. */
export interface Source<Value = Yaml> {
  /** Relative to the repository root, with `/`: `tenants/acme.yaml`. */
  readonly file: string;
  readonly text: string;
  readonly value: Value;
}

/** A way into a value: object keys and array indexes, outermost first. `[]` is the whole document. */
export type Path = readonly (string | number)[];

/** The value at `path`, or `undefined` where the input does not have it. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
