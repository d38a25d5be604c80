// What `target.yaml` says of a tenant.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { TenantTarget } from '../model/target.ts';
import { targetFileOf } from './target-file.ts';

const test = suite('target file');

const target = {
  cluster: { name: 'prod-use1', account: '111122223333', region: 'us-east-1' },
  tenant: {
    id: 'acme',
    displayName: 'Acme Mutual',
    lifecycle: 'active',
    retainedSince: '',
    retainedUntil: '',
    heldSince: '',
  },
  tier: { name: 'premium', ring: 3 },
  database: { part: { isWriter: true, isReplica: false, holdsBackups: false } },
} as TenantTarget;

test('a layer is true when a file lies in its folder', () => {
  const files = ['foundation/quota', 'foundation/data/quota', 'workloads-old/portal'].map((name) => ({
    path: `prod-use1/tenants/acme/${name}.yaml`,
  }));
  assert.equal(targetFileOf(target, files), {
    path: 'prod-use1/tenants/acme/target.yaml',
    document: {
      account: '111122223333',
      cluster: 'prod-use1',
      database: 'writer',
      displayName: 'Acme Mutual',
      layers: { foundation: true, data: false, workloads: false },
      lifecycle: 'active',
      region: 'us-east-1',
      ring: '3',
      tenant: 'acme',
      tier: 'premium',
    },
  });
});

test('a retention and a hold are told where there are any', () => {
  const days = { retainedSince: '2026-04-02', retainedUntil: '2033-04-02', heldSince: '2026-05-01' };
  const { document } = targetFileOf({ ...target, tenant: { ...target.tenant, ...days } }, []);
  assert.equal({ ...document, ...days }, document);
});

test('files of another tenant do not count', () => {
  const { document } = targetFileOf(target, [{ path: 'prod-use1/tenants/acme-eu/data/database.yaml' }]);
  assert.equal(document.layers, { foundation: false, data: false, workloads: false });
});

test.run();
