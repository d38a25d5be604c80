// What the root Application may do and delete.
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ComposedFile } from '../../../compose/compose.ts';
import { composeExample } from '../../testing/example.ts';

const test = suite('root');
const clusters = await composeExample();

function applicationsOf(files: readonly ComposedFile[]): IApplication[] {
  const objects = files.flatMap(({ manifests }) => [...manifests]);
  return objects.filter(({ kind }) => kind === 'Application') as unknown as IApplication[];
}

test('the root deletes nothing by itself, also when it is deleted', () => {
  for (const { target, files } of clusters) {
    const [root, ...others] = applicationsOf(files);
    assert.equal(others, []);
    assert.is(root?.metadata?.finalizers, undefined);
    assert.equal(root?.spec.syncPolicy?.automated, { prune: false, selfHeal: true, allowEmpty: false });
    assert.ok(root?.spec.syncPolicy?.syncOptions?.includes('Delete=false'));
    assert.is(root?.spec.source?.path, `rendered/${target.cluster.name}/argocd`);
  }
});

test('the root cannot reach beyond the namespace of Argo CD', () => {
  for (const { target, files } of clusters) {
    const bootstrap = files.find(({ path }) => path.endsWith('/bootstrap/root.yaml'));
    assert.equal(
      bootstrap?.manifests.map(({ kind, metadata }) => [kind, metadata.name]),
      [
        ['AppProject', 'root'],
        ['Application', 'root'],
      ],
    );
    const argocd = files
      .filter(({ path }) => path.includes('/argocd/'))
      .flatMap(({ manifests }) => [...manifests]);
    for (const { kind, metadata } of argocd) {
      assert.is(metadata.namespace, target.platform.argocd.namespace, `${kind} ${metadata.name}`);
    }
  }
});

test.run();
