// What a sidecar makes of a token (istio.io: "RequestAuthentication"): a request without one passes, one that no rule
// accepts is refused, and only an accepted one gives the request a principal. Who may do what with it is not asked here.
import { type LabelSelector, selects } from './selector.ts';
import { nameOf, namespaceOf, type Rendered } from './tree.ts';
import type { Pod } from './workloads.ts';

export interface RequestAuthenticationSpec {
  readonly selector?: LabelSelector;
  readonly targetRef?: unknown;
  readonly targetRefs?: readonly unknown[];
  readonly jwtRules?: readonly {
    readonly issuer: string;
    readonly audiences?: readonly string[];
    readonly jwksUri?: string;
    readonly jwks?: string;
  }[];
}

export type RequestAuthentication = Rendered<RequestAuthenticationSpec>;

/** A token as its checker sees it. `keys` is where the key that signed it is published. */
export interface Token {
  /** For words: `a token of t-acme`. */
  readonly name: string;
  readonly issuer: string;
  readonly keys: string;
  readonly audiences: readonly string[];
  readonly claims: Readonly<Record<string, string | readonly string[]>>;
}

export type Verdict = 'refused' | 'ignored' | 'accepted';

/** `ignored`: nobody looks at tokens here, so it gives no principal and does no harm by itself. */
export function verdictOn(policies: readonly RequestAuthentication[], token: Token): Verdict {
  const rules = policies.flatMap(({ object: { spec } }) => spec?.jwtRules ?? []);
  if (rules.length === 0) return 'ignored';
  const accepts = rules.some(
    ({ issuer, audiences = [], jwksUri, jwks }) =>
      issuer === token.issuer &&
      // Keys that stand in the policy itself are nobody's that could be named: the worst is that they are this token's.
      (jwks !== undefined || (jwksUri ?? `${issuer}/.well-known/openid-configuration`) === token.keys) &&
      (audiences.length === 0 || audiences.some((each) => token.audiences.includes(each))),
  );
  return accepts ? 'accepted' : 'refused';
}

/** Those that a pod's sidecar obeys: of its namespace or the root namespace, unless they are a gateway's. */
export function tokenPoliciesOf(
  policies: readonly RequestAuthentication[],
  rootNamespace: string,
  pod: Pod,
): RequestAuthentication[] {
  return policies.filter((policy) => {
    const { spec } = policy.object;
    if (spec?.targetRef !== undefined || spec?.targetRefs !== undefined) return false;
    return (
      [pod.namespace, rootNamespace].includes(namespaceOf(policy)) &&
      selects(spec?.selector ?? {}, pod.labels)
    );
  });
}

/** Keys written into a policy: whose they are, nobody can see. */
export function inlineKeysIn(policies: readonly RequestAuthentication[]): string[] {
  return policies
    .filter(({ object: { spec } }) => spec?.jwtRules?.some(({ jwks }) => jwks !== undefined))
    .map(nameOf);
}
