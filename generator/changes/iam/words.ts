// Statements as a reader says them. Knows no judgement.
import type { Condition } from './condition.ts';
import type { Glob, Token } from './glob.ts';
import { bearer, everybody, type Part, type Principal, type Statement } from './policy.ts';

/** Of many the first few. */
const few = 3;

/** `Service:pods.eks.amazonaws.com may sts:AssumeRole`; `undefined` for none. */
export function showStatements(
  statements: readonly Statement[],
  verb: 'may' | 'may not',
): string | undefined {
  if (statements.length === 0) return undefined;
  const shown = [...new Set(statements.map((one) => showStatement(one, verb)))];
  const rest = shown.length - few;
  return `${shown.slice(0, few).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function showStatement({ principals, actions, resources, conditions }: Statement, verb: string): string {
  const what = showPart(actions, showGlob);
  const where = showPart(resources, showGlob);
  const on = where === '*' ? '' : ` on ${where}`;
  const when = conditions.length === 0 ? '' : ` when ${conditions.map(showCondition).join(' and ')}`;
  return `${showPart(principals, showPrincipal)} ${verb} ${what}${on}${when}`;
}

function showPart<One>({ isExcept, ones }: Part<One>, show: (one: One) => string): string {
  const text = ones.map(show).join(', ');
  return isExcept ? `all but ${text}` : text;
}

function showPrincipal(principal: Principal): string {
  if (principal === everybody) return 'everybody';
  return principal === bearer ? 'it' : principal.replace(/^[A-Za-z]+:/, '');
}

function showGlob(glob: Glob): string {
  return glob.map((token: Token) => (typeof token === 'string' ? token : (token.description ?? ''))).join('');
}

function showCondition({ key, operator, values }: Condition): string {
  return `${key} ${operator} ${values.join(' or ')}`;
}
