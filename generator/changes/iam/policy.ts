// A policy's text → its statements. What is not written as IAM writes it is no policy here: nobody can say what it allows.
import { parseDocument } from '../compare/embedded.ts';
import { asMapping } from '../documents.ts';
import type { Manifest } from '../knowledge.ts';
import { type Condition, parseConditions } from './condition.ts';
import { type Glob, parseGlob, type Reading } from './glob.ts';

/** What a part of a statement is about: these, or everything but these. */
export interface Part<One> {
  readonly isExcept: boolean;
  readonly ones: readonly One[];
}

/** `AWS:arn:aws:iam::111122223333:root`, `Service:pods.eks.amazonaws.com`, `*` for everybody. */
export type Principal = string;

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Whose policy it is, where it says nobody. */
  readonly principals: Part<Principal>;
  readonly actions: Part<Glob>;
  readonly resources: Part<Glob>;
  readonly conditions: readonly Condition[];
}

/** Who carries a policy that names nobody. */
export const bearer: Principal = 'bearer';
export const everybody: Principal = '*';

const members = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** `undefined` for what is no policy. */
export function parsePolicy(text: unknown): readonly Statement[] | undefined {
  const document = typeof text === 'string' ? parseDocument(text) : text;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
  const { Version, Statement: listed, ...rest } = document as Manifest;
  if (listed === undefined || Object.keys(rest).some((key) => key !== 'Id')) return undefined;
  const list: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  const statements = list.map((one) =>
    parseStatement(asMapping(Version === '2012-10-17' ? one : withoutVariables(one))),
  );
  return statements.every((one) => one !== undefined) ? statements : undefined;
}

/** In the language before 2012 a variable is text like any other. */
function withoutVariables(statement: unknown): unknown {
  return JSON.parse(JSON.stringify(statement).replace(/\$(?=\{)/g, () => `\${$}`));
}

function parseStatement(fields: Manifest): Statement | undefined {
  const { Effect: effect, Condition: conditions } = fields;
  if ((effect !== 'Allow' && effect !== 'Deny') || Object.keys(fields).some((key) => !members.has(key))) {
    return undefined;
  }
  const principals = readPart(fields, 'Principal', parsePrincipals, [bearer]);
  const actions = readPart(fields, 'Action', eachGlob({ ignoresCase: true }));
  const resources = readPart(fields, 'Resource', eachGlob({}), [parseGlob('*')]);
  const parsed = parseConditions(conditions ?? {});
  if (!principals || !actions || !resources || !parsed) return undefined;
  return { effect, principals, actions, resources, conditions: parsed };
}

/** @param absent what the part is about where the statement does not have it; without it, it must */
function readPart<One>(
  fields: Manifest,
  name: string,
  read: (value: unknown) => One[] | undefined,
  absent?: One[],
): Part<One> | undefined {
  const [own, except] = [fields[name], fields[`Not${name}`]];
  if (own !== undefined && except !== undefined) return undefined;
  if (own === undefined && except === undefined) return absent && { isExcept: false, ones: absent };
  const ones = read(own ?? except);
  return ones && { isExcept: except !== undefined, ones };
}

/** One text, or a list of them. */
function textsOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((one) => typeof one === 'string') ? list : undefined;
}

function eachGlob(reading: Reading): (value: unknown) => Glob[] | undefined {
  return (value) => textsOf(value)?.map((text) => parseGlob(text, reading));
}

const principalTypes = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

function parsePrincipals(value: unknown): Principal[] | undefined {
  if (value === '*') return [everybody];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found: Principal[] = [];
  for (const [type, named] of Object.entries(value)) {
    const texts = textsOf(named);
    if (texts === undefined || !principalTypes.has(type)) return undefined;
    found.push(...texts.map((text) => principalOf(type, text)));
  }
  return found;
}

function principalOf(type: string, text: string): Principal {
  if (type !== 'AWS') return `${type}:${text}`;
  if (text === '*') return everybody;
  return /^\d{12}$/.test(text) ? `AWS:arn:aws:iam::${text}:root` : `AWS:${text}`;
}
