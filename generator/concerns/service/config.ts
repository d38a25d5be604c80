// The settings a service is started with. A job that runs before the rollout finds them already changed.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { configName, configOf } from '../../compose/config.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import type { ResolvedService, TenantTarget } from '../../model/target.ts';
import { waves } from '../../model/waves.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  add(
    chart,
    kube.configMap({
      metadata: {
        ...metadataOf(target, service),
        name: configName(service),
        annotations: { 'argocd.argoproj.io/sync-wave': waves.config },
      },
      data: configOf(target, service),
    }),
  );
}
