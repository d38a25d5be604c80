// What the roles of an AppProject let their members do: by member, because a role that is renamed gives nobody anything.
import { asMapping } from '../../documents.ts';
import type { Manifest } from '../../knowledge.ts';
import type { Box } from '../../sets/box.ts';
import { ruleBox } from '../../sets/casbin.ts';

export interface Rule {
  readonly box: Box;
  /** `group keelstone-support: applications, get, t-acme/*` */
  readonly words: string;
  readonly isDenial: boolean;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @param other the project on the other side: only a role that is on both has handed out tokens that nobody listed */
export function rolesIn(spec: Manifest, other: Manifest): Rule[] {
  const known = listOf(other.roles).map((role) => asMapping(role).name);
  return listOf(spec.roles).flatMap((role) => {
    const { name, groups, policies, jwtTokens } = asMapping(role);
    const hasTokens = listOf(jwtTokens).length > 0 || known.includes(name);
    const members = [
      ...listOf(groups).map((group) => `group ${group}`),
      ...(hasTokens ? [`tokens of ${name}`] : []),
    ];
    return listOf(policies).flatMap((policy) => rulesOf(String(policy), members));
  });
}

function rulesOf(policy: string, members: readonly string[]): Rule[] {
  const [, , resource = '', action = '', object = '', effect] = policy
    .split(',')
    .map((field) => field.trim());
  const words = [resource, action, object].join(', ');
  return members.map((member) => ({
    box: ruleBox([member], [resource, action, object]),
    words: `${member}: ${words}`,
    isDenial: effect === 'deny',
  }));
}

/** Tokens that a role lists: each is a key. */
export function tokensIn(spec: Manifest): string[] {
  return listOf(spec.roles).flatMap((role) => {
    const { name, jwtTokens } = asMapping(role);
    return listOf(jwtTokens).map(
      (token) => `token ${asMapping(token).id ?? asMapping(token).iat} of ${name}`,
    );
  });
}
