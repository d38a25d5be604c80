// Which files of a target are looked at: those that differ, those that are gone, and rules beside them that count too.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Classifier } from '../changes/classify/classify.ts';
import { loadKnowledge } from '../changes/tables.ts';
import { describeVerdict } from '../changes/words.ts';
import { memoryBase } from '../load/base.ts';
import { Comparison } from './comparison.ts';

const test = suite('comparison');
const classifier = new Classifier(await loadKnowledge());
const folder = 'prod-use1/tenants/acme';

function policy(name: string, spec: object): string {
  const metadata = { name, namespace: 't-acme' };
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: ${JSON.stringify(metadata)}\nspec: ${JSON.stringify(spec)}\n`;
}

function unitOf(files: Readonly<Record<string, string>>) {
  return { input: 'tenants/acme.yaml', claims: [folder], files: new Map(Object.entries(files)) };
}

function groupsOf(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const comparison = new Comparison(memoryBase('before', new Map(Object.entries(before))));
  comparison.classifier = classifier;
  comparison.add(unitOf(after));
  return comparison.finish();
}

const deny = policy('default-deny', { podSelector: {}, policyTypes: ['Ingress'] });
const own = policy('deny-x', { podSelector: { matchLabels: { app: 'x' } }, policyTypes: ['Ingress'] });
const open = policy('open', { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] });

test('a policy in a file of its own is held against those in files that did not change', () => {
  const kept = { [`${folder}/foundation/network.yaml`]: deny };
  const groups = groupsOf(kept, { ...kept, [`${folder}/foundation/more.yaml`]: `${own}---\n${open}` });
  assert.ok(
    groups.some(({ lane }) => lane === 'exposure'),
    groups.map(describeVerdict).join('\n'),
  );
});

test('what differs tells which tables are needed', () => {
  const comparison = new Comparison(memoryBase('before', new Map([[`${folder}/foundation/a.yaml`, deny]])));
  comparison.add(unitOf({ [`${folder}/target.yaml`]: 'ring: "1"\n' }));
  assert.equal([...(comparison.settle() ?? [])].sort(), [
    'networking.k8s.io/NetworkPolicy',
    'tenantry.dev/TargetFile',
  ]);
  const odd = new Comparison(memoryBase('before', new Map()));
  odd.add(unitOf({ [`${folder}/foundation/a.yaml`]: '{"apiVersion": "v1", "kind": "Secret"}\n' }));
  assert.is(odd.settle(), undefined);
  const same = new Comparison(memoryBase('before', new Map([[`${folder}/foundation/a.yaml`, deny]])));
  same.add(unitOf({ [`${folder}/foundation/a.yaml`]: deny }));
  assert.is(same.settle()?.size, 0);
});

test('without tables nothing is passed over in silence', () => {
  const comparison = new Comparison(memoryBase('before', new Map()));
  comparison.add(unitOf({ [`${folder}/foundation/a.yaml`]: deny }));
  assert.throws(() => comparison.finish(), /tables/);
});

test.run();
