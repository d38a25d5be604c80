// Text that holds a document of its own: a policy's JSON, a ConfigMap's YAML. Compared by what it says, not by how it is laid out.
import { load, YAMLException } from 'js-yaml';

/** The documents that both texts hold, or `undefined` when either is plain text. */
export function parseEmbedded(
  before: string,
  after: string,
): { before: unknown; after: unknown } | undefined {
  const [one, other] = [parseDocument(before), parseDocument(after)];
  return one === undefined || other === undefined ? undefined : { before: one, after: other };
}

/** A mapping or a list; scalars are plain text. */
export function parseDocument(text: string): object | undefined {
  if (/^\s*[[{]/.test(text)) return parseJson(text) ?? parseYaml(text);
  return /^[\w"'./*-][^\n]*:( |\n|$)/m.test(text) && text.includes('\n') ? parseYaml(text) : undefined;
}

function parseJson(text: string): object | undefined {
  try {
    return objectOnly(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function parseYaml(text: string): object | undefined {
  try {
    return objectOnly(load(text, { maxAliases: 0 }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return undefined;
  }
}

function objectOnly(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}
