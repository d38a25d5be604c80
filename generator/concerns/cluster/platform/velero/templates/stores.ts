// Where Velero saves objects: in the cluster's own region and in another, each a bucket of the cluster's own. The peer's
// copies can be read here, so that its tenants can be restored when its region is lost; nothing here can change them.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { keptByArgocd } from '../../../../../compose/application-set.ts';
import { inWave } from '../../../../../compose/in-wave.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';
import { waves } from '../../../../../model/waves.ts';

export function compose(chart: Chart, { objectStores }: ClusterTarget): void {
  for (const { name, bucket, region } of objectStores) {
    add(chart, {
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: {
        name,
        namespace: 'velero',
        labels: platformLabels,
        // With it Velero forgets the backups that are there.
        annotations: { ...keptByArgocd, ...inWave(waves.packages) },
      },
      spec: {
        provider: 'aws',
        objectStorage: { bucket },
        config: { region },
        accessMode: name === 'peer' ? 'ReadOnly' : 'ReadWrite',
        default: name === 'home',
      },
    });
  }
}
