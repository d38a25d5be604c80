// Who reaches the components of the platform: no tenant's pod, but for what the mesh and its sidecars must.
import ipaddr from 'ipaddr.js';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeExample } from '../concerns/testing/example.ts';
import { restoreNamespace } from '../model/names.ts';
import type { ClusterTarget } from '../model/target.ts';
import { toIdentityAgent, toOutside } from './component-network.ts';

const test = suite('component network');
const clusters = await composeExample();
const [cluster] = clusters;
const target = cluster?.target as ClusterTarget;

type Spec = NonNullable<INetworkPolicy['spec']>;
type Rules = NonNullable<Spec['ingress']>;

/** By namespace. */
const policies = Map.groupBy(
  (cluster?.files ?? [])
    .filter(({ path }) => path.includes('/platform/'))
    .flatMap(({ manifests }) => [...manifests])
    .filter(({ kind }) => kind === 'NetworkPolicy') as unknown as INetworkPolicy[],
  ({ metadata }) => metadata?.namespace ?? '',
);

/** Ports at which pods of a tenant's namespace may connect, by its labels or by their address. */
function portsForTenants(rules: Rules, podCidr: string): unknown[] {
  const labels: Record<string, string> = { 'istio.io/rev': 'stable', 'tenantry.dev/tenant': 'acme' };
  const [pod] = ipaddr.parseCIDR(podCidr) as [ipaddr.IPv4, number];
  return rules.flatMap(({ from = [], ports = [] }) => {
    const isOpen = from.some(({ ipBlock, namespaceSelector }) =>
      ipBlock === undefined
        ? namespaceSelector !== undefined &&
          Object.entries(namespaceSelector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
        : pod.match(ipaddr.parseCIDR(ipBlock.cidr) as [ipaddr.IPv4, number]),
    );
    return isOpen || from.length === 0 ? ports.map(({ port }) => port) : [];
  });
}

test('every component has a namespace that is closed both ways', () => {
  const scratch = restoreNamespace;
  assert.equal([...policies.keys()].sort(), [...Object.keys(target.components), scratch].sort());
  for (const [namespace, all] of policies) {
    const deny = all.find(({ metadata }) => metadata?.name === 'default-deny');
    assert.equal(deny?.spec, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, namespace);
  }
});

test('pods of tenants reach the control plane of the mesh, and nothing else', () => {
  const open = [...policies].flatMap(([namespace, all]) =>
    all.flatMap(({ spec }) =>
      portsForTenants(spec?.ingress ?? [], target.cluster.network.podCidr).map(
        (port) => `${namespace} ${port}`,
      ),
    ),
  );
  assert.equal(open, ['istio-system 15012']);
});

test('the check finds what lets tenants in', () => {
  const ports = [{ port: 9443 }];
  const podCidr = '100.64.0.0/16';
  const peers = [
    { namespaceSelector: {} },
    { namespaceSelector: { matchLabels: { 'tenantry.dev/tenant': 'acme' } } },
    { ipBlock: { cidr: '0.0.0.0/0' } },
  ];
  for (const peer of peers) assert.is(portsForTenants([{ from: [peer], ports }], podCidr).length, 1);
  assert.is(portsForTenants([{ ports }], podCidr).length, 1);
});

test('controllers reach no pod and no metadata of a node by address', () => {
  const { to = [] } = toOutside(target);
  assert.equal(to, [
    { ipBlock: { cidr: '0.0.0.0/0', except: [target.cluster.network.podCidr, '169.254.0.0/16'] } },
  ]);
});

test('the agent of Pod Identity is reached where there is one', () => {
  assert.is(toIdentityAgent(target).length, 1);
  const identity = { mode: 'irsa', oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/0' } as const;
  assert.equal(toIdentityAgent({ ...target, cluster: { ...target.cluster, identity } }), []);
});

test.run();
