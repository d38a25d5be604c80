// What a tenant's pods can reach in states that the committed tree does not show, and what no pod ever reaches.
import ipaddr from 'ipaddr.js';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Lifecycle } from '../../../model/fleet.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { composeOne, exampleTarget } from '../../testing/compose-one.ts';
import { compose } from './network.ts';

const test = suite('tenant network');
const acme = exampleTarget('acme');

function policiesOf(target: TenantTarget): INetworkPolicy[] {
  return composeOne((chart) => compose(chart, target)) as unknown as INetworkPolicy[];
}

function inState(target: TenantTarget, lifecycle: Lifecycle): TenantTarget {
  return { ...target, tenant: { ...target.tenant, lifecycle } };
}

function blocksOf(policies: readonly INetworkPolicy[]): { cidr: string; port: unknown }[] {
  return policies.flatMap(({ spec }) =>
    (spec?.egress ?? []).flatMap(({ to = [], ports = [] }) =>
      to.flatMap(({ ipBlock }) =>
        ipBlock === undefined ? [] : ports.map(({ port }) => ({ cidr: ipBlock.cidr, port })),
      ),
    ),
  );
}

/** Namespaces that may connect to the tenant's pods; the tenant's own pods are not among them. */
function callersOf(policies: readonly INetworkPolicy[]): string[] {
  const names = policies.flatMap(({ spec }) =>
    (spec?.ingress ?? []).flatMap(({ from = [] }) =>
      from.flatMap(({ namespaceSelector }) => Object.values(namespaceSelector?.matchLabels ?? {})),
    ),
  );
  return [...new Set(names)].sort();
}

/** Blocks that hold one of these addresses. */
function reaching(blocks: readonly { cidr: string }[], addresses: readonly string[]): string[] {
  return blocks
    .filter(({ cidr }) =>
      addresses.some((address) =>
        ipaddr.parse(address).match(ipaddr.parseCIDR(cidr) as [ipaddr.IPv4, number]),
      ),
    )
    .map(({ cidr }) => cidr);
}

test('the edge reaches a tenant that runs, and no other', () => {
  assert.equal(callersOf(policiesOf(acme)), ['nginx-ingress', 'observability']);
  for (const state of ['suspended', 'retained'] as const) {
    assert.equal(callersOf(policiesOf(inState(acme, state))), ['observability'], state);
  }
});

test('no pod of the edge but its proxies reaches a tenant', () => {
  const peers = policiesOf(acme).flatMap(({ spec }) =>
    (spec?.ingress ?? []).flatMap(({ from = [] }) => from),
  );
  const edge = peers.filter(({ namespaceSelector }) =>
    JSON.stringify(namespaceSelector ?? {}).includes('nginx-ingress'),
  );
  assert.ok(edge.length > 3);
  for (const { podSelector } of edge) {
    assert.equal(podSelector?.matchLabels, { 'app.kubernetes.io/name': 'nginx-ingress' });
  }
});

test('databases and caches are in its own subnets, where it has any', () => {
  const own = acme.dedicatedSubnets.map(({ cidr }) => cidr);
  assert.is(own.length, 3);
  const stores = blocksOf(policiesOf(acme)).filter(({ port }) => port === 3306 || port === 6379);
  assert.equal([...new Set(stores.map(({ cidr }) => cidr))].sort(), own);
  const shared = acme.cluster.network.subnets.filter(({ role }) => role === 'data').map(({ cidr }) => cidr);
  const other = { ...acme, dedicatedSubnets: [], dataCidrs: shared, databaseCidrs: shared };
  const elsewhere = blocksOf(policiesOf(other)).filter(({ port }) => port === 3306);
  assert.equal([...new Set(elsewhere.map(({ cidr }) => cidr))].sort(), shared.sort());
});

test('the agent of Pod Identity is reached where there is one', () => {
  const agent = '169.254.170.23/32';
  const reached = (target: TenantTarget) => blocksOf(policiesOf(target)).some(({ cidr }) => cidr === agent);
  assert.ok(reached(acme));
  const identity = { mode: 'irsa', oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/0' } as const;
  assert.not.ok(reached({ ...acme, cluster: { ...acme.cluster, identity } }));
});

test('no pod reaches the metadata of a node, the API server or pods by address', () => {
  const { network } = acme.cluster;
  const nodes = network.subnets.filter(({ role }) => role === 'node' || role === 'pod' || role === 'public');
  const addresses = [
    '169.254.169.254',
    network.serviceCidr,
    network.podCidr,
    ...nodes.map(({ cidr }) => cidr),
  ];
  const hosts = addresses.map((text) => text.split('/')[0] as string);
  const blocks = blocksOf(policiesOf(acme));
  assert.ok(blocks.length > 10);
  assert.equal(reaching(blocks, hosts), []);
  assert.equal(reaching([{ cidr: '169.254.0.0/16' }, { cidr: '10.0.0.0/8' }], hosts), [
    '169.254.0.0/16',
    '10.0.0.0/8',
  ]);
});

test('no rule is without a peer or a port', () => {
  for (const { metadata, spec } of policiesOf(acme)) {
    for (const { from, ports } of spec?.ingress ?? [])
      assert.ok(from?.length && ports?.length, metadata?.name);
    for (const { to, ports } of spec?.egress ?? []) assert.ok(to?.length && ports?.length, metadata?.name);
  }
});

test.run();
