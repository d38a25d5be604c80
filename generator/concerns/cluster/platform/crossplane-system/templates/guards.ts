// What nobody deletes by hand, because every tenant's objects of a kind go with it: the API server refuses, and says why.
// See https://docs.crossplane.io/latest/managed-resources/usages/.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { definitionName } from '../../../../../compose/definition.ts';
import { inWave } from '../../../../../compose/in-wave.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { claimDefinitions } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';
import { waves } from '../../../../../model/waves.ts';

export function compose(chart: Chart, { components }: ClusterTarget): void {
  for (const definition of claimDefinitions) {
    guard('apiextensions.crossplane.io/v2', 'CompositeResourceDefinition', definitionName(definition));
  }
  for (const { kind, name } of components['crossplane-system'].packages ?? []) {
    if (kind === 'Provider') guard('pkg.crossplane.io/v1', kind, name);
  }

  function guard(apiVersion: string, kind: string, name: string): void {
    add(chart, {
      apiVersion: 'protection.crossplane.io/v1beta1',
      kind: 'ClusterUsage',
      metadata: { name, labels: platformLabels, annotations: inWave(waves.afterPackages) },
      spec: {
        of: { apiVersion, kind, resourceRef: { name } },
        reason: 'Every object of its kinds would go with it, in every tenant.',
      },
    });
  }
}
