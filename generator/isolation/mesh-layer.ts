// The mesh by itself, as if every network were open: each sidecar takes certificates only, and lets in exactly the requests
// that somebody declared. Knows no NetworkPolicy.
import {
  type AuthorizationPolicy,
  type AuthorizationPolicySpec,
  type Caller,
  callerOf,
  leavesAny,
  mayAllow,
  narrow,
  policiesOf,
  type Request,
  unknownKeysIn,
  whyAllowed,
} from './authorization.ts';
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import type { Finding } from './finding.ts';
import { identityOf, remember } from './memory.ts';
import { type Expectation, expectationOf } from './mesh-declared.ts';
import { doorOf, type PeerAuthentication, type PeerAuthenticationSpec } from './mtls.ts';
import { anAddressIn } from './network-layer.ts';
import { probesOf, type TokenProbe, tokensFor } from './probes.ts';
import {
  inlineKeysIn,
  type RequestAuthentication,
  type RequestAuthenticationSpec,
  tokenPoliciesOf,
  verdictOn,
} from './tokens.ts';
import { type ClusterTree, nameOf, ofKind } from './tree.ts';
import { type Pod, podsOf } from './workloads.ts';

export interface MeshView {
  readonly cluster: DeclaredCluster;
  readonly pods: readonly Pod[];
  readonly callers: readonly Caller[];
  readonly peers: readonly PeerAuthentication[];
  readonly authorizations: readonly AuthorizationPolicy[];
  readonly authentications: readonly RequestAuthentication[];
  /** Ports that policies mention, and one that nobody does. */
  readonly ports: readonly number[];
}

const group = 'security.istio.io';

export function meshOf(tree: ClusterTree, cluster: DeclaredCluster): MeshView {
  const pods = podsOf(
    tree,
    anAddressIn(cluster),
    cluster.tenants.map(({ namespace }) => namespace),
  );
  const peers = ofKind<PeerAuthenticationSpec>(tree, group, 'PeerAuthentication');
  const authorizations = ofKind<AuthorizationPolicySpec>(tree, group, 'AuthorizationPolicy');
  const mentioned = authorizations
    .flatMap(({ object: { spec } }) => spec?.rules ?? [])
    .flatMap(({ to = [] }) => to.flatMap(({ operation }) => operation?.ports ?? []));
  const modes = peers.flatMap(({ object: { spec } }) => Object.keys(spec?.portLevelMtls ?? {}));
  return {
    cluster,
    pods,
    callers: callersOf(cluster, pods),
    peers,
    authorizations,
    authentications: ofKind<RequestAuthenticationSpec>(tree, group, 'RequestAuthentication'),
    ports: [...new Set([...mentioned, ...modes].map(Number)), 54321],
  };
}

/** Everybody with a certificate, neighbours whose names only begin or end alike, and somebody without one. */
function callersOf({ platform, input }: DeclaredCluster, pods: readonly Pod[]): Caller[] {
  const { trustDomain } = platform.mesh;
  const named = (domain: string, namespace: string, account: string) =>
    `${domain}/ns/${namespace}/sa/${account}`;
  const of = pods.filter(({ inMesh }) => inMesh).map((pod) => [pod.namespace, pod.serviceAccount] as const);
  const edge = [platform.edge.namespace, platform.edge.serviceAccount] as const;
  const platforms = [
    platform.edge,
    platform.telemetry,
    platform.secrets,
    platform.argocd,
    platform.mesh,
    platform.dns,
  ];
  const principals = [...of, edge].flatMap(([namespace, account]) => [
    named(trustDomain, namespace, account),
    named(trustDomain, namespace, `${account}-twin`),
    named(trustDomain, namespace, `twin-${account}`),
    named(trustDomain, `${namespace}-twin`, account),
    named('other.example', namespace, account),
  ]);
  const others = platforms.map(({ namespace }) => named(trustDomain, namespace, 'default'));
  const address = input.network.podCidr.split('/')[0] ?? '';
  return [...new Set([...principals, ...others]), undefined].map((principal) =>
    callerOf(principal, address, '198.18.0.1'),
  );
}

export function verifyMesh(tree: ClusterTree, declared: DeclaredCluster): Finding[] {
  const view = meshOf(tree, declared);
  const cluster = declared.input.name;
  const unreadable = [
    ...view.authorizations.flatMap((policy) =>
      unknownKeysIn(policy).map((key) => ({
        cluster,
        about: nameOf(policy),
        says: `nobody can judge the condition ${key}`,
      })),
    ),
    ...inlineKeysIn(view.authentications).map((about) => ({
      cluster,
      about,
      says: 'its keys are written out, and nobody can see whose they are',
    })),
  ];
  return [
    ...unreadable,
    ...view.pods.flatMap((pod) => [
      ...verifyIdentity(view, pod),
      ...verifyMtls(view, pod),
      ...verifyRequests(view, pod),
    ]),
  ];
}

function portsOf({ ports }: MeshView, pod: Pod): number[] {
  return [...new Set([...pod.ports.values(), ...ports])];
}

/** Its certificate says whose it is: a pod that runs as another service may do what that one may. */
function verifyIdentity({ cluster }: MeshView, pod: Pod): Finding[] {
  if (pod.name === `${pod.namespace}/${pod.serviceAccount}`) return [];
  return [{ cluster: cluster.input.name, about: pod.name, says: `runs as ${pod.serviceAccount}` }];
}

function verifyMtls(view: MeshView, pod: Pod): Finding[] {
  const { cluster, peers } = view;
  const open = portsOf(view, pod).flatMap((port) => {
    const door = doorOf(peers, cluster.platform.mesh.namespace, pod, port);
    return door.plaintext ? [`${port} (${door.why})`] : [];
  });
  if (open.length === 0) return [];
  const says = `takes connections without a certificate on ${open.join(', ')}`;
  return [{ cluster: cluster.input.name, about: pod.name, says }];
}

function verifyRequests(view: MeshView, pod: Pod): Finding[] {
  const { cluster } = view;
  const root = cluster.platform.mesh.namespace;
  const tenant = cluster.tenants.find(({ namespace }) => namespace === pod.namespace);
  const about = policiesOf(view.authorizations, root, pod);
  const guards = tokenPoliciesOf(view.authentications, root, pod);
  const ports = portsOf(view, pod);
  const callers = view.callers.map(({ principal }) => principal).join();
  const question = `${pod.name} ${ports.join()} ${identityOf(about)} ${identityOf(guards)} ${callers}`;
  return remember(cluster, question, () => verifyPorts(view, pod, tenant, { ports, about, guards }));
}

interface Guarded extends Pick<Judging, 'about' | 'guards'> {
  readonly ports: readonly number[];
}

function verifyPorts(
  view: MeshView,
  pod: Pod,
  tenant: DeclaredTenant | undefined,
  { ports, about, guards }: Guarded,
): Finding[] {
  const tokens = tenant === undefined ? [] : tokensFor(view.cluster, tenant);
  return ports.flatMap((port) => {
    const probes = probesOf(tenant, pod, port, about);
    return view.callers.flatMap((caller) => {
      const expects = expectationOf(view.cluster, tenant, pod, port, caller);
      // Most pairs end here: no rule is about this caller, and nobody declared that one should be.
      if (!expects.isSome && !mayAllow(about, caller)) return [];
      return compare(view, pod, port, caller, { about, guards, tokens, probes, expects });
    });
  });
}

interface Judging {
  readonly about: readonly AuthorizationPolicy[];
  readonly guards: readonly RequestAuthentication[];
  readonly tokens: readonly TokenProbe[];
  readonly probes: readonly Request[];
  readonly expects: Expectation;
}

interface Difference {
  readonly expected: boolean;
  readonly request: string;
  readonly why: readonly string[];
}

function* differences(port: number, caller: Caller, judging: Judging): Generator<Difference> {
  for (const token of judging.tokens) {
    const verdict = token.token === undefined ? 'ignored' : verdictOn(judging.guards, token.token);
    const accepted = verdict === 'accepted' ? token.token : undefined;
    const narrowed = verdict === 'refused' ? undefined : narrow(judging.about, caller, accepted, port);
    const isShut = narrowed === undefined || !leavesAny(narrowed);
    if (isShut && !judging.expects.isSome) continue;
    for (const probe of judging.probes) {
      const expected = judging.expects.of(probe, token);
      if (expected === undefined) continue;
      const why = narrowed === undefined ? [] : whyAllowed(narrowed, probe);
      if (why.length > 0 === expected) continue;
      yield { expected, request: `${probe.method} ${probe.path} with ${token.name}`, why };
    }
  }
}

function compare(view: MeshView, pod: Pod, port: number, caller: Caller, judging: Judging): Finding[] {
  const all = differences(port, caller, judging);
  // Of somebody who may do nothing at all, one request that is let in says enough.
  const found = judging.expects.isSome ? [...all] : [all.next().value ?? []].flat();
  const about = `${caller.principal ?? 'somebody without a certificate'} → ${pod.name}:${port}`;
  return [true, false].flatMap((expected) => {
    const those = found.filter((each) => each.expected === expected);
    const [first] = those;
    if (first === undefined) return [];
    const requests = `${first.request}${those.length > 1 ? ` and ${those.length - 1} other requests` : ''}`;
    const why = [...new Set(those.flatMap((each) => each.why))].join(', ');
    const says = expected
      ? `${requests} is declared, and no AuthorizationPolicy lets it in`
      : `${requests} is let in, and nobody declares it: ${why}`;
    return [{ cluster: view.cluster.input.name, about, says }];
  });
}
