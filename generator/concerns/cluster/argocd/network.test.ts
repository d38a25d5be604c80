// Who can reach Argo CD's repository server and cache.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest } from '../../../model/manifest.ts';
import { composeExample } from '../../testing/example.ts';

interface Rule {
  readonly from?: readonly object[];
  readonly ports: readonly { readonly port: number }[];
}

const test = suite('argocd network');
const [cluster] = await composeExample();
const argocd = cluster?.target.platform.argocd.namespace;
const policies = (cluster?.files ?? [])
  .flatMap(({ manifests }) => [...manifests])
  .filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace === argocd);

function rulesOf(policy: Manifest): readonly Rule[] {
  return (policy.spec as { ingress: Rule[] }).ingress;
}

/** Rules that let in anyone but named pods of this namespace; other namespaces may read the metrics port. */
function gaps(rules: readonly Rule[]): Rule[] {
  return rules.filter(({ from = [], ports }) => {
    const isMetrics = ports.every(({ port }) => port === 8084);
    const isNamed = (peer: object) =>
      Object.keys(peer).join() === (isMetrics ? 'namespaceSelector' : 'podSelector');
    return from.length === 0 || !from.every(isNamed);
  });
}

test('the repository server and the cache are isolated', () => {
  const names = policies.map(({ metadata }) => metadata.name);
  assert.equal(names, ['argocd-repo-server-network-policy', 'argocd-redis-network-policy']);
  for (const policy of policies) assert.equal(gaps(rulesOf(policy)), []);
});

test('the check finds a rule that lets everyone in', () => {
  assert.is(gaps([{ ports: [{ port: 8081 }] }]).length, 1);
  assert.is(gaps([{ from: [{ namespaceSelector: {} }], ports: [{ port: 8081 }] }]).length, 1);
});

test.run();
