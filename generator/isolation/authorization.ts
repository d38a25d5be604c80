// Whether a sidecar lets a request in (istio.io: "AuthorizationPolicy"): a DENY that matches wins; where any ALLOW is about
// the workload, one of them has to match. Knows neither networks nor what anybody declared.
import { fits, inRange, pathFits, textFits, type Values } from './matching.ts';
import { type LabelSelector, selects } from './selector.ts';
import type { Token } from './tokens.ts';
import { nameOf, namespaceOf, type Rendered } from './tree.ts';
import type { Pod } from './workloads.ts';

export interface Source {
  readonly principals?: Values;
  readonly notPrincipals?: Values;
  readonly requestPrincipals?: Values;
  readonly notRequestPrincipals?: Values;
  readonly namespaces?: Values;
  readonly notNamespaces?: Values;
  readonly serviceAccounts?: Values;
  readonly notServiceAccounts?: Values;
  readonly ipBlocks?: Values;
  readonly notIpBlocks?: Values;
  readonly remoteIpBlocks?: Values;
  readonly notRemoteIpBlocks?: Values;
  readonly trustDomains?: Values;
  readonly notTrustDomains?: Values;
}

export interface Operation {
  readonly hosts?: Values;
  readonly notHosts?: Values;
  readonly ports?: Values;
  readonly notPorts?: Values;
  readonly methods?: Values;
  readonly notMethods?: Values;
  readonly paths?: Values;
  readonly notPaths?: Values;
}

export interface Condition {
  readonly key: string;
  readonly values?: Values;
  readonly notValues?: Values;
}

export interface Rule {
  readonly from?: readonly { readonly source?: Source }[];
  readonly to?: readonly { readonly operation?: Operation }[];
  readonly when?: readonly Condition[];
}

export interface AuthorizationPolicySpec {
  readonly selector?: LabelSelector;
  readonly targetRef?: unknown;
  readonly targetRefs?: readonly unknown[];
  readonly action?: string;
  readonly rules?: readonly Rule[];
}

export type AuthorizationPolicy = Rendered<AuthorizationPolicySpec>;

export interface Caller {
  /** `cluster.local/ns/t-acme/sa/billing`; without a certificate there is none, and none of its parts. */
  readonly principal: string | undefined;
  readonly trustDomain?: string | undefined;
  readonly namespace?: string | undefined;
  /** `t-acme/billing` */
  readonly account?: string | undefined;
  readonly address: string;
  readonly remoteAddress: string;
}

export interface Request {
  readonly host: string;
  readonly method: string;
  readonly path: string;
}

/** Those that a pod's sidecar obeys: of its namespace or the root namespace, unless they are a gateway's. */
export function policiesOf(
  policies: readonly AuthorizationPolicy[],
  rootNamespace: string,
  pod: Pod,
): AuthorizationPolicy[] {
  return policies.filter((policy) => {
    const { spec } = policy.object;
    if (spec?.targetRef !== undefined || spec?.targetRefs !== undefined) return false;
    return (
      [pod.namespace, rootNamespace].includes(namespaceOf(policy)) &&
      selects(spec?.selector ?? {}, pod.labels)
    );
  });
}

/** What is left of the policies for one caller with one token at one port: operations. */
export interface Narrowed {
  readonly name: string;
  readonly action: string;
  readonly operations: readonly (readonly Operation[])[];
}

export function narrow(
  policies: readonly AuthorizationPolicy[],
  caller: Caller,
  token: Token | undefined,
  port: number,
): Narrowed[] {
  return policies.map((policy) => ({
    name: nameOf(policy),
    action: policy.object.spec?.action ?? 'ALLOW',
    operations: (policy.object.spec?.rules ?? [])
      .filter(
        ({ from = [], when = [] }) =>
          (from.length === 0 || from.some(({ source = {} }) => sourceMatches(source, caller, token))) &&
          when.every((condition) => conditionMatches(condition, caller, token, port)),
      )
      // Without any operation a rule is about all of them.
      .map(({ to = [] }) => (to.length === 0 ? [{}] : to.map(({ operation = {} }) => operation)))
      .map((all) => all.filter(({ ports, notPorts }) => fits(ports, notPorts, String(port))))
      .filter((all) => all.length > 0),
  }));
}

/** Why the request is let in: the policies that allow it, or that none is about the workload. Empty: it is not. */
export function whyAllowed(narrowed: readonly Narrowed[], request: Request): string[] {
  const matches = ({ operations }: Narrowed) =>
    operations.some((each) => each.some((operation) => operationMatches(operation, request)));
  if (narrowed.some((each) => each.action === 'DENY' && matches(each))) return [];
  const allowing = narrowed.filter(({ action }) => action === 'ALLOW');
  if (allowing.length === 0) return ['no AuthorizationPolicy allows anything, so everything is'];
  return allowing.filter(matches).map(({ name }) => name);
}

/** Quick: whether there is an operation left that could be let in. */
export function leavesAny(narrowed: readonly Narrowed[]): boolean {
  const allowing = narrowed.filter(({ action }) => action === 'ALLOW');
  return allowing.length === 0 || allowing.some(({ operations }) => operations.length > 0);
}

/** Quick: whether any rule could let this caller in at all, whatever it asks for. */
export function mayAllow(policies: readonly AuthorizationPolicy[], caller: Caller): boolean {
  const allowing = policies.filter(({ object: { spec } }) => (spec?.action ?? 'ALLOW') === 'ALLOW');
  if (allowing.length === 0) return true;
  return allowing.some(({ object: { spec } }) =>
    (spec?.rules ?? []).some(
      ({ from = [] }) => from.length === 0 || from.some(({ source = {} }) => identityMatches(source, caller)),
    ),
  );
}

function sourceMatches(source: Source, caller: Caller, token: Token | undefined): boolean {
  const requestPrincipal = principalOf(token);
  return (
    identityMatches(source, caller) &&
    fits(source.requestPrincipals, source.notRequestPrincipals, requestPrincipal) &&
    inRange(source.ipBlocks, source.notIpBlocks, caller.address) &&
    inRange(source.remoteIpBlocks, source.notRemoteIpBlocks, caller.remoteAddress)
  );
}

/** Somebody with a certificate of this name, at this address. */
export function callerOf(principal: string | undefined, address: string, remoteAddress: string): Caller {
  const [, trustDomain, namespace, name] = /^([^/]+)\/ns\/([^/]+)\/sa\/(.+)$/.exec(principal ?? '') ?? [];
  return {
    principal,
    trustDomain,
    namespace,
    account: namespace && `${namespace}/${name}`,
    address,
    remoteAddress,
  };
}

function identityMatches(source: Source, { principal, namespace, trustDomain, account }: Caller): boolean {
  return (
    fits(source.principals, source.notPrincipals, principal) &&
    fits(source.namespaces, source.notNamespaces, namespace) &&
    fits(source.trustDomains, source.notTrustDomains, trustDomain) &&
    fits(source.serviceAccounts, source.notServiceAccounts, account)
  );
}

/** Of an operation at this port. */
function operationMatches(operation: Operation, { host, method, path }: Request): boolean {
  const lower = (values: Values | undefined) => values?.map((each) => each.toLowerCase());
  return (
    fits(lower(operation.hosts), lower(operation.notHosts), host) &&
    fits(operation.methods, operation.notMethods, method) &&
    fits(operation.paths, operation.notPaths, path, pathFits)
  );
}

/** Keys that this model does not know are refused by `unknownKeysIn`; until then they are taken to hold. */
function conditionMatches(
  { key, values, notValues }: Condition,
  caller: Caller,
  token: Token | undefined,
  port: number,
): boolean {
  const known = factsOf(key, caller, token, port);
  if (known === undefined) return true;
  if (key.endsWith('.ip')) return inRange(values, notValues, known[0] ?? '');
  const some = (wanted: Values) => known.some((each) => wanted.some((one) => textFits(one, each)));
  return (values === undefined || some(values)) && (notValues === undefined || !some(notValues));
}

function factsOf(key: string, caller: Caller, token: Token | undefined, port: number): Values | undefined {
  const claim = /^request\.auth\.claims\[([^\]]+)\]$/.exec(key)?.[1];
  // A claim that is a list holds each of its texts.
  if (claim !== undefined) return [token?.claims[claim] ?? []].flat();
  if (key === 'request.auth.audiences') return token?.audiences ?? [];
  if (key === 'request.auth.principal') return [principalOf(token) ?? []].flat();
  if (key === 'source.principal') return [caller.principal ?? []].flat();
  if (key === 'source.namespace') return [caller.namespace ?? []].flat();
  if (key === 'source.ip') return [caller.address];
  if (key === 'remote.ip') return [caller.remoteAddress];
  if (key === 'destination.port') return [String(port)];
  return undefined;
}

/** Conditions that cannot be judged here: what they hide is not known. */
export function unknownKeysIn(policy: AuthorizationPolicy): string[] {
  const caller = { principal: undefined, address: '192.0.2.1', remoteAddress: '192.0.2.1' };
  return (policy.object.spec?.rules ?? [])
    .flatMap(({ when = [] }) => when)
    .map(({ key }) => key)
    .filter((key) => factsOf(key, caller, undefined, 0) === undefined);
}

function principalOf(token: Token | undefined): string | undefined {
  return token && `${token.issuer}/subject`;
}
