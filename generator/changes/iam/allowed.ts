// Sets of calls that statements are about, and whether one lies in the other. Errs to one side: what is hard to see counts
// as not lying in it.
import { coversResource } from './arn.ts';
import { type Condition, conditionsCover, isChoice } from './condition.ts';
import { covers, type Glob, mayMeet, parseGlob } from './glob.ts';
import { everybody, type Part, type Principal, type Statement } from './policy.ts';

/** A statement of more than so many single calls is not taken apart: none of it counts as lying elsewhere. */
const most = 2000;

/**
 * What of the statements lies in none of the others: whole statements, or the parts of one that are about one principal,
 * one action and one resource.
 */
export function beyond(statements: readonly Statement[], others: readonly Statement[]): Statement[] {
  const isElsewhere = (one: Statement) => others.some((other) => contains(other, one));
  return statements.flatMap((statement) => {
    if (isElsewhere(statement)) return [];
    const parts = takeApart(statement);
    const left = parts.filter((part) => !isElsewhere(part));
    return left.length === parts.length ? [statement] : left;
  });
}

function takeApart(statement: Statement): Statement[] {
  const { principals, actions, resources, conditions } = statement;
  const choices = conditions.map(split);
  const sizes = [each(principals).length, each(actions).length, each(resources).length];
  const size = [...sizes, ...choices.map(({ length }) => length)].reduce((product, one) => product * one, 1);
  if (size > most) return [statement];
  const terms = choices.reduce<Condition[][]>(
    (all, choice) => all.flatMap((some) => choice.map((one) => [...some, one])),
    [[]],
  );
  return each(principals).flatMap((who) =>
    each(actions).flatMap((what) =>
      each(resources).flatMap((where) =>
        terms.map((when) => ({
          ...statement,
          principals: who,
          actions: what,
          resources: where,
          conditions: when,
        })),
      ),
    ),
  );
}

function each<One>(part: Part<One>): Part<One>[] {
  return part.isExcept ? [part] : part.ones.map((one) => ({ isExcept: false, ones: [one] }));
}

function split(condition: Condition): Condition[] {
  return isChoice(condition)
    ? condition.values.map((value) => ({ ...condition, values: [value] }))
    : [condition];
}

/** Every call that `inner` is about, `outer` is about as well. */
function contains(outer: Statement, inner: Statement): boolean {
  return (
    partContains(outer.principals, inner.principals, principals) &&
    partContains(outer.actions, inner.actions, actions) &&
    partContains(outer.resources, inner.resources, resources) &&
    conditionsCover(outer.conditions, inner.conditions)
  );
}

/** How single ones of a part compare. */
interface Order<One> {
  readonly contains: (outer: One, inner: One) => boolean;
  readonly mayMeet: (a: One, b: One) => boolean;
  readonly all: One;
}

const actions: Order<Glob> = { contains: covers, mayMeet, all: parseGlob('*') };
const resources: Order<Glob> = { contains: coversResource, mayMeet, all: parseGlob('*') };
const principals: Order<Principal> = {
  contains: (outer, inner) => outer === everybody || outer === inner,
  mayMeet: (a, b) => a === b || !(isPlain(a) && isPlain(b)),
  all: everybody,
};

/** One role or one service: two of them are never the same caller. An account is everybody in it. */
function isPlain(principal: Principal): boolean {
  return /^(?:AWS:arn:[^*]*:(?:role|user)\/|Service:)[^*]*$/.test(principal);
}

function partContains<One>(outer: Part<One>, inner: Part<One>, order: Order<One>): boolean {
  if (!outer.isExcept && !inner.isExcept) {
    return inner.ones.every((one) => outer.ones.some((other) => order.contains(other, one)));
  }
  // What is left out outside must be left out inside, or not be there at all.
  if (outer.isExcept && !inner.isExcept) {
    return inner.ones.every((one) => outer.ones.every((other) => !order.mayMeet(one, other)));
  }
  if (!outer.isExcept) return outer.ones.some((one) => order.contains(one, order.all));
  return outer.ones.every((one) => inner.ones.some((other) => order.contains(other, one)));
}
