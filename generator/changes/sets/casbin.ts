// Lines of Argo CD's access policy: `p, subject, resource, action, object, effect` and `g, member, role`.
// See https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/.
import { type Box, box } from './box.ts';
import { glob, literal } from './pattern.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

export interface Line {
  readonly box: Box;
  /** The line itself, with the blanks that it usually has. */
  readonly words: string;
  readonly isDenial: boolean;
}

/**
 * @param text of a `policy.csv`; comments and what is no policy say nothing
 * @param isExpression whether it is read as regular expressions, which are like nothing but themselves
 */
export function linesOf(text: string, isExpression = false): Line[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.split(',').map((field) => field.trim());
    const [kind, subject = '', second = '', action = '', object = '', effect] = fields;
    const words = fields.join(', ');
    if (kind === 'g') return [{ box: membership(subject, second), words, isDenial: false }];
    if (kind !== 'p') return [];
    return [
      { box: ruleBox([subject], [second, action, object], isExpression), words, isDenial: effect === 'deny' },
    ];
  });
}

function membership(member: string, role: string): Box {
  return box(['about', Words.of('members')], ['member', Words.of(member)], ['role', Words.of(role)]);
}

/** @param rule what may be done: resource, action and object, each a glob in which a star crosses slashes */
export function ruleBox(
  subjects: readonly string[],
  rule: readonly [string, string, string],
  isExpression = false,
): Box {
  const read = (text: string) => (isExpression ? undefined : glob(text)) ?? literal(text);
  const [resource, action, object] = rule.map((text) => Texts.any(read(text)));
  return box(
    ['about', Words.of('rules')],
    ['subject', Words.of(...subjects)],
    ['resource', resource],
    ['action', action],
    ['object', object],
  );
}
