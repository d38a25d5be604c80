// Ways to break one object, each in one line, and words that tell two of them apart. Knows no kind and no check.
import type { KubeObject } from '../tree.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** The object's successors: none, one, or two. */
export interface Edit {
  readonly says: string;
  readonly apply: (object: KubeObject) => KubeObject[];
}

/** An object by kind, namespace and name; an edit; and what a finding must say. */
export type Fault = readonly [at: string, edit: Edit, finds: string];

type Container = Record<string, unknown>;

/** Segments of a path are divided by blanks: keys may have dots and slashes. */
function change(path: string, edit: (parent: Container, key: string) => void): Edit['apply'] {
  return (object) => {
    const copy = structuredClone(object) as unknown as Container;
    const segments = path.split(' ');
    const last = segments.pop() ?? '';
    const parent = segments.reduce<Container>((each, segment) => {
      if (Array.isArray(each) && !(segment in each)) throw new Error(`There is no ${path}.`);
      each[segment] ??= {};
      return each[segment] as Container;
    }, copy);
    edit(parent, last);
    return [copy as unknown as KubeObject];
  };
}

export function set(path: string, value: Value): Edit {
  return {
    says: `set ${path} to ${JSON.stringify(value)}`,
    apply: change(path, (parent, key) => {
      parent[key] = value;
    }),
  };
}

export function unset(path: string): Edit {
  return {
    says: `unset ${path}`,
    apply: change(path, (parent, key) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else if (key in parent) delete parent[key];
      else throw new Error(`There is no ${path}.`);
    }),
  };
}

export function append(path: string, value: Value): Edit {
  return {
    says: `append ${JSON.stringify(value)} to ${path}`,
    apply: change(path, (parent, key) => {
      parent[key] = [...((parent[key] as Value[] | undefined) ?? []), value];
    }),
  };
}

/** In every text of the object, documents in texts among them: those are written with more backslashes. */
export function replace(from: string, to: string): Edit {
  const inText = (text: string) => JSON.stringify(text).slice(1, -1);
  const pairs = new Map([
    [inText(from), inText(to)],
    [inText(inText(from)), inText(inText(to))],
  ]);
  return {
    says: `replace ${from} by ${to}`,
    apply: (object) => {
      const before = JSON.stringify(object);
      let after = before;
      for (const [one, other] of pairs) after = after.replaceAll(one, other);
      if (after === before) throw new Error(`There is no ${from}.`);
      return [JSON.parse(after) as KubeObject];
    },
  };
}

export const drop: Edit = { says: 'drop it', apply: () => [] };

/** A second object beside it, made from it by edits. */
export function beside(name: string, ...edits: readonly Edit[]): Edit {
  const all = [set('metadata name', name), ...edits];
  return {
    says: `add beside it: ${all
      .slice(1)
      .map(({ says }) => says)
      .join(', ')}`,
    apply: (object) => [object, ...all.reduce((each, edit) => each.flatMap(edit.apply), [object])],
  };
}

export function both(...edits: readonly Edit[]): Edit {
  return {
    says: edits.map(({ says }) => says).join(', '),
    apply: (object) => edits.reduce((each, edit) => each.flatMap(edit.apply), [object]),
  };
}

/** What kind of edit it is, whoever it is done to: two faults with the same words would show the same thing twice. */
export function kindOf([at, { says }]: Fault): string {
  return `${at}: ${says}`
    .replaceAll(/\b(?:t-)?acme\b/g, '<own>')
    .replaceAll(/\b(?:t-)?(?:blue-ridge|tidewater|harborview)\b/g, '<other>')
    .replaceAll(
      /\b(billing|claims-api|documents|notifications|policy-api|portal|quote-engine|underwriting|worker)\b/g,
      '<service>',
    );
}
