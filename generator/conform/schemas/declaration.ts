// Reads one `.d.ts` file of the kubernetes-models family as a closed JSON Schema. Knows their small, regular grammar
// (one exported interface or alias per file, then unions, arrays, maps and inline objects) and nothing of Kubernetes.

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  $defs?: Record<string, JsonSchema>;
  pattern?: string;
  [keyword: string]: unknown;
}

export interface Declaration {
  readonly schema: JsonSchema;
  /** Names in the `extends` clause. */
  readonly bases: readonly string[];
}

/** Turns the name of another declaration into a schema that stands for it. */
export type Refer = (name: string) => JsonSchema;

const importLine = /^import (?:type )?\{([^}]*)\} from "([^"]+)";/gm;
const head = /^export (?:declare )?(?:interface (\w+)(?: extends ([\w, ]+))? |type (\w+) = )/m;
const token = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|[\w$]+|[^\s]/g;

/** Name → module specifier, for every name the file imports. */
export function readImports(text: string): Map<string, string> {
  const imports = new Map<string, string>();
  for (const [, names = '', specifier = ''] of text.matchAll(importLine)) {
    for (const name of names.split(',')) imports.set(name.trim(), specifier);
  }
  return imports;
}

/** The first exported interface or alias of the text. Throws on a construct the packages do not use today. */
export function readDeclaration(text: string, refer: Refer): Declaration {
  const found = head.exec(text);
  if (found === null) throw new Error('no exported interface or type');
  const name = found[1] ?? found[3];
  const body = text.slice(found.index + found[0].length);
  const reader = new Reader(body, (other) => (other === name ? { $ref: '#' } : refer(other)));
  const bases = found[2]?.split(',').map((base) => base.trim()) ?? [];
  return { schema: reader.union(), bases };
}

class Reader {
  readonly #tokens: string[];
  readonly #refer: Refer;
  #at = 0;

  constructor(text: string, refer: Refer) {
    // The class that follows the interface repeats it; cutting there keeps the scan short.
    const end = text.search(/^export /m);
    const scope = end < 0 ? text : text.slice(0, end);
    this.#tokens = (scope.match(token) ?? []).filter((part) => !part.startsWith('/*'));
    this.#refer = refer;
  }

  union(): JsonSchema {
    return join(this.#list('|', () => this.#intersection()));
  }

  #intersection(): JsonSchema {
    return this.#list('&', () => this.#single()).reduce(merge);
  }

  #list(separator: string, read: () => JsonSchema): JsonSchema[] {
    const members = [read()];
    while (this.#peek() === separator) {
      this.#at += 1;
      members.push(read());
    }
    return members;
  }

  /**
   * `(Exclude<A, B> | C | …)` is how the packages write a CRD's `oneOf` between fields. Which of them may stand together
   * is the compiled validator's work; here only the fields count, so the members are laid over one another.
   */
  #alternatives(): JsonSchema {
    const members = this.#list('|', () => this.#intersection());
    this.#expect(')');
    const { required: _, ...schema } = members.reduce(merge);
    return schema;
  }

  #exclude(): JsonSchema {
    this.#expect('<');
    const kept = this.union();
    this.#expect(',');
    this.union();
    this.#expect('>');
    return kept;
  }

  #single(): JsonSchema {
    const part = this.#next();
    if (part === '{') return this.#object();
    if (part === '(') return this.#alternatives();
    if (part === 'Exclude') return this.#exclude();
    if (part.startsWith('"')) return { enum: [JSON.parse(part)] };
    if (part === 'Array') {
      this.#expect('<');
      const items = this.union();
      this.#expect('>');
      return { type: 'array', items };
    }
    if (part === 'string' || part === 'number' || part === 'boolean') return { type: part };
    if (part === 'any' || part === 'unknown') return {};
    if (part === 'object') return { type: 'object' };
    if (/^[A-Z]\w*$/.test(part)) return this.#refer(part);
    throw new Error(`unexpected \`${part}\``);
  }

  #object(): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    let rest: JsonSchema | undefined;
    while (this.#peek() !== '}') {
      const key = this.#next();
      if (key === '[') {
        for (const part of ['key', ':', 'string', ']']) this.#expect(part);
      }
      const optional = this.#peek() === '?';
      if (optional) this.#at += 1;
      this.#expect(':');
      const value = this.union();
      this.#expect(';');
      if (key === '[') rest = value;
      else {
        const name = key.startsWith('"') ? (JSON.parse(key) as string) : key;
        properties[name] = value;
        if (!optional) required.push(name);
      }
    }
    this.#expect('}');
    return close(properties, required, rest);
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #next(): string {
    const part = this.#tokens[this.#at];
    if (part === undefined) throw new Error('unexpected end');
    this.#at += 1;
    return part;
  }

  #expect(part: string): void {
    const found = this.#next();
    if (found !== part) throw new Error(`expected \`${part}\`, found \`${found}\``);
  }
}

/** An object that lists nothing is free-form: that is how the packages write `x-kubernetes-preserve-unknown-fields`. */
function close(properties: Record<string, JsonSchema>, required: string[], rest?: JsonSchema): JsonSchema {
  if (Object.keys(properties).length === 0) {
    return rest === undefined ? {} : { type: 'object', additionalProperties: rest };
  }
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: rest ?? false,
  };
}

/** Both objects' fields in one. `a`'s own requirements stay: what is required beside it depends on the alternative. */
function merge(a: JsonSchema, b: JsonSchema): JsonSchema {
  if (a.properties === undefined || b.properties === undefined) return a.properties === undefined ? b : a;
  const properties = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties)) {
    const other = properties[name];
    properties[name] = other === undefined ? schema : merge(other, schema);
  }
  return { ...a, properties };
}

function join(members: JsonSchema[]): JsonSchema {
  const [first] = members;
  if (members.length === 1 && first !== undefined) return first;
  if (members.every((member) => member.enum !== undefined)) {
    return { enum: members.flatMap((member) => member.enum ?? []) };
  }
  if (members.every((member) => typeof member.type === 'string' && Object.keys(member).length === 1)) {
    return { type: members.map((member) => member.type as string) };
  }
  return { anyOf: members };
}
