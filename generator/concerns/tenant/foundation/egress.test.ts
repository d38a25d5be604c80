// What pods can name when a target is not as the rendered ones are. What they can today, the tree shows.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { TenantTarget } from '../../../model/target.ts';
import { composeOne, exampleTarget } from '../../testing/compose-one.ts';
import { compose } from './egress.ts';

const test = suite('egress');
const acme = exampleTarget('acme');

interface Entry {
  readonly hosts: readonly string[];
  readonly addresses?: readonly string[];
  readonly ports: readonly { readonly number: number; readonly protocol: string }[];
  readonly exportTo: readonly string[];
}

function entriesOf(target: TenantTarget): Map<string, Entry> {
  const entries = composeOne((chart) => compose(chart, target)).filter(({ kind }) => kind === 'ServiceEntry');
  return new Map(entries.map(({ metadata, spec }) => [metadata.name, spec as Entry]));
}

function withNeeds(needs: TenantTarget['services'][number]['needs']): TenantTarget {
  const services = acme.services.map((service) => ({ ...service, needs, external: [] }));
  return { ...acme, services };
}

test('nothing outside is named that no service needs', () => {
  assert.equal([...entriesOf(withNeeds([])).keys()], []);
  assert.equal([...entriesOf(withNeeds(['database'])).keys()], ['database']);
  assert.equal([...entriesOf(withNeeds(['cache'])).keys()], ['cache']);
  assert.equal([...entriesOf(withNeeds(['queue'])).keys()], ['aws-queue']);
  assert.equal([...entriesOf(withNeeds(['bucket'])).keys()], ['aws-bucket']);
});

test('with IRSA pods ask for tokens by themselves', () => {
  const identity = { mode: 'irsa', oidcProvider: 'oidc.eks.us-east-1.amazonaws.com/id/0' } as const;
  const irsa = (target: TenantTarget) => ({ ...target, cluster: { ...target.cluster, identity } });
  assert.equal(entriesOf(irsa(acme)).get('aws-token')?.hosts, ['sts.us-east-1.amazonaws.com']);
  assert.is(entriesOf(irsa(withNeeds(['database']))).get('aws-token'), undefined);
  assert.is(entriesOf(acme).get('aws-token'), undefined);
});

test('away from home the database is at home too, the cache is not', () => {
  const away = entriesOf(exampleTarget('acme', 'prod-usw2'));
  assert.equal(away.get('database')?.addresses, exampleTarget('acme', 'prod-usw2').databaseCidrs);
  assert.ok(away.get('database')?.addresses?.some((cidr) => cidr.startsWith('10.16.')));
  assert.not.ok(away.get('cache')?.addresses?.some((cidr) => cidr.startsWith('10.16.')));
});

test('one host is one entry, with the ports of all services that name it', () => {
  const carrier = (port: number) => [{ host: 'mail.carrier.example', port, cidrs: ['203.0.113.0/28'] }];
  const [first, second, ...others] = acme.services.map((service) => ({
    ...service,
    external: [] as never[],
  }));
  assert.ok(first && second);
  const services = [{ ...first, external: carrier(8443) }, { ...second, external: carrier(443) }, ...others];
  const entry = entriesOf({ ...acme, services }).get('external-mail.carrier.example');
  assert.equal(
    entry?.ports.map(({ number, protocol }) => `${protocol} ${number}`),
    ['TLS 443', 'TLS 8443'],
  );
});

test('no other namespace follows an entry', () => {
  const entries = [...entriesOf(acme).values()];
  assert.ok(entries.length > 3);
  for (const { exportTo, hosts } of entries) assert.equal(exportTo, ['.'], hosts.join());
});

test.run();
