// Whether a policy of IAM allows a request: a small evaluator of its own, for tests. Shares nothing with what writes the
// policies, nor with the judge of changes. What it does not know it throws at, for a guess would be a hole in the proof.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

export interface AccessRequest {
  /** Who asks for a role: `Service:pods.eks.amazonaws.com`, `AWS:arn:…`, `Federated:arn:…`. Not for the bearer of a policy. */
  readonly principal?: string;
  readonly action: string;
  readonly resource?: string;
  /** Condition keys, in lower case, that the request comes with. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

type Json = Readonly<Record<string, unknown>>;

const members = new Set([
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

const parsed = new Map<string, Json>();

/** A denial outweighs everything, and what nobody allows is denied. */
export function isAllowed(policy: string, request: AccessRequest): boolean {
  const document = parsed.get(policy) ?? (JSON.parse(policy) as Json);
  parsed.set(policy, document);
  const { Version, Statement, ...rest } = document;
  if (Version !== '2012-10-17' || Object.keys(rest).length > 0) throw new Error(`not a policy: ${policy}`);
  const matching = (Statement as Json[]).filter((statement) => matches(statement, request));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === 'Allow');
}

function matches(statement: Json, request: AccessRequest): boolean {
  const unknown = Object.keys(statement).filter((member) => !members.has(member));
  if (unknown.length > 0) throw new Error(`a statement with ${unknown.join()}`);
  const { Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const action = request.action.toLowerCase();
  const resource = request.resource ?? '';
  const isOne = (patterns: unknown, text: string) =>
    textsOf(patterns).some((pattern) => isLike(pattern, text));
  return (
    isPrincipal(Principal, request.principal) &&
    (NotAction === undefined
      ? isOne(
          textsOf(Action).map((pattern) => pattern.toLowerCase()),
          action,
        )
      : !isOne(
          textsOf(NotAction).map((pattern) => pattern.toLowerCase()),
          action,
        )) &&
    (Resource === undefined || isOne(Resource, resource)) &&
    (NotResource === undefined || !isOne(NotResource, resource)) &&
    Object.entries(Condition as Record<string, Json>).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) =>
        holds(operator, textsOf(values), request.context[key.toLowerCase()]),
      ),
    )
  );
}

/** An account stands for everybody in it. */
function isPrincipal(stated: unknown, asking: string | undefined): boolean {
  if (stated === undefined) return asking === undefined;
  if (asking === undefined) return false;
  if (stated === '*') return true;
  return Object.entries(stated as Json).some(([type, names]) =>
    textsOf(names).some((name) => {
      if (`${type}:${name}` === asking || (type === 'AWS' && name === '*')) return true;
      const account = /^arn:aws:iam::(\d{12}):root$/.exec(name)?.[1];
      return account !== undefined && asking.startsWith(`AWS:arn:aws:iam::${account}:`);
    }),
  );
}

function holds(
  name: string,
  stated: readonly string[],
  given: string | readonly string[] | undefined,
): boolean {
  if (name === 'Null') return stated.includes(String(given === undefined));
  if (name === 'Bool') return given !== undefined && stated.includes(String(given));
  if (name === 'NumericLessThan') return given !== undefined && Number(given) < Number(stated[0]);
  const match = /^(?:(ForAnyValue|ForAllValues):)?(String|Arn)(Not)?(Equals|Like)(IfExists)?$/.exec(name);
  if (match === null) throw new Error(`the operator ${name}`);
  const [, quantifier, type, negated, comparison, ifExists] = match;
  if (given === undefined)
    return ifExists !== undefined || negated !== undefined || quantifier === 'ForAllValues';
  const pattern = type === 'Arn' || comparison === 'Like';
  const isStated = (value: string) => stated.some((one) => (pattern ? isLike(one, value) : one === value));
  const test = (value: string) => isStated(value) !== (negated !== undefined);
  if (quantifier === undefined && typeof given !== 'string') throw new Error(`${name} of several values`);
  return quantifier === 'ForAllValues' ? textsOf(given).every(test) : textsOf(given).some(test);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [value as string];
}

/** `*` stands for any text and `?` for one character; slashes and colons are nothing special. */
function isLike(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  return new RegExp(`^${source}$`).test(text);
}
