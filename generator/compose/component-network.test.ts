// Who reaches the components of the platform: no tenant's pod, but for what the mesh and its sidecars must.
import ipaddr from 'ipaddr.js';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeExample } from '../concerns/testing/example.ts';
import { restoreNamespace } from '../model/names.ts';
import type { ClusterTarget } from '../model/target.ts';
import { fromApiServer, toApiServer, toIdentityAgent, toOutside } from './component-network.ts';
import type { Egress } from './network-policy.ts';

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

/** Whether a rule leads to an address. */
function leadsTo({ to = [] }: Pick<Egress, 'to'>, address: string): boolean {
  const ip = ipaddr.IPv4.parse(address);
  return to.some(({ ipBlock }) => {
    if (ipBlock === undefined) return false;
    const [wide, ...except] = [ipBlock.cidr, ...(ipBlock.except ?? [])].map((cidr) =>
      ip.match(ipaddr.IPv4.parseCIDR(cidr)),
    );
    return wide === true && !except.includes(true);
  });
}

const addressesIn = (role: string, { network }: ClusterTarget['cluster']) =>
  network.subnets.filter((one) => one.role === role).map(({ cidr }) => cidr.replace(/\.0\/\d+$/, '.7'));

test('controllers reach the internet, AWS and the API server, and nothing else that is private', () => {
  const rule = toOutside(target);
  const open = ['52.94.5.1', '172.20.0.1', ...addressesIn('endpoint', target.cluster)];
  for (const address of open) assert.ok(leadsTo(rule, address), address);
  const peers = clusters.filter((one) => one.target !== target).map((one) => one.target.cluster);
  assert.is(peers.length, 2);
  const closed = [
    ...addressesIn('pod', target.cluster),
    ...['node', 'pod', 'data', 'endpoint'].flatMap((role) =>
      peers.flatMap((peer) => addressesIn(role, peer)),
    ),
    ...['169.254.169.254', '172.20.0.2', '192.168.0.1', '172.16.0.1', '127.0.0.1'],
  ];
  for (const address of closed) assert.not(leadsTo(rule, address), address);
});

test('the edge reaches the API server, and no interface of AWS or data', () => {
  const egress = (policies.get(target.platform.edge.namespace) ?? []).flatMap(
    ({ spec }) => spec?.egress ?? [],
  );
  const reaches = (address: string) => egress.some((rule) => leadsTo(rule, address));
  for (const address of ['172.20.0.1', ...addressesIn('node', target.cluster)]) {
    assert.ok(reaches(address), address);
  }
  const closed = ['endpoint', 'data', 'pod', 'public'].flatMap((role) => addressesIn(role, target.cluster));
  for (const address of [...closed, '172.20.0.2', '52.94.5.1']) assert.not(reaches(address), address);
});

test('the API server is where the cluster says', () => {
  const network = { ...target.cluster.network, apiServerRole: 'endpoint' } as const;
  const moved = { ...target, cluster: { ...target.cluster, network } };
  const [endpoint = ''] = addressesIn('endpoint', target.cluster);
  const [node = ''] = addressesIn('node', target.cluster);
  assert.ok(leadsTo(toApiServer(moved), endpoint));
  assert.not(leadsTo(toApiServer(moved), node));
  const cidrs = network.subnets.filter(({ role }) => role === 'endpoint').map(({ cidr }) => cidr);
  assert.equal(
    fromApiServer(moved, 1).from?.map(({ ipBlock }) => ipBlock?.cidr),
    cidrs.sort(),
  );
});

test('the agent of Pod Identity is reached where there is one', () => {
  assert.is(toIdentityAgent(target).length, 1);
  const identity = { mode: 'irsa', oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/0' } as const;
  assert.equal(toIdentityAgent({ ...target, cluster: { ...target.cluster, identity } }), []);
});

test.run();
