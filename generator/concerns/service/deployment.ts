// The pods of a service that stays up: spread out, replaced without a gap, stopped without losing a request.
import type { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-30';
import { add } from '../../compose/add.ts';
import { kube, type Plain } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { podOf } from '../../compose/pod.ts';
import type { Probe } from '../../model/generated/inputs.ts';
import { selectorOf } from '../../model/labels.ts';
import {
  hasDeployment,
  isRunning,
  type ResolvedService,
  type RunningService,
  type TenantTarget,
} from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (!hasDeployment(service)) return;
  const { workloads } = target.platform;
  add(
    chart,
    kube.deployment({
      metadata: metadataOf(target, service),
      spec: {
        // A number here would fight the autoscaler at every sync; without one a suspended tenant has no pods.
        ...(isRunning(target) ? {} : { replicas: 0 }),
        revisionHistoryLimit: workloads.revisions,
        selector: { matchLabels: selectorOf(service.name) },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: {
            maxSurge: `${workloads.surgePercent}%`,
            maxUnavailable: 0,
          },
        },
        template: podOf(target, service, {
          container: {
            ports: portsOf(service),
            ...probesOf(service),
            lifecycle: drain(workloads.drainSeconds),
          },
          spec: {
            terminationGracePeriodSeconds: workloads.drainSeconds + service.stopSeconds,
            topologySpreadConstraints: spread(target, service),
          },
          annotations: scrapeAnnotations(service),
        }),
      },
    }),
  );
}

function portsOf(service: RunningService): Plain<k8s.ContainerPort>[] {
  const ports: Plain<k8s.ContainerPort>[] = [];
  if (service.kind === 'http') ports.push({ name: 'http', containerPort: service.port, protocol: 'TCP' });
  if (service.metricsPort !== undefined) {
    ports.push({ name: 'metrics', containerPort: service.metricsPort, protocol: 'TCP' });
  }
  return ports;
}

function probesOf(service: RunningService): Partial<Plain<k8s.Container>> {
  const port = service.kind === 'http' ? 'http' : 'metrics';
  const ask = ({ path, ...times }: Probe): Plain<k8s.Probe> => ({ httpGet: { path, port }, ...times });
  const { startup, liveness, readiness } = service.probes;
  return { startupProbe: ask(startup), livenessProbe: ask(liveness), readinessProbe: ask(readiness) };
}

/** Endpoints are withdrawn while the pod still answers (kubernetes.io: "Container Lifecycle Hooks", `sleep`). */
function drain(seconds: number): Plain<k8s.Lifecycle> {
  return { preStop: { sleep: { seconds } } };
}

/** Counts pods of one revision only, or a rollout would see the old ones as spread already. */
function spread(target: TenantTarget, service: RunningService): Plain<k8s.TopologySpreadConstraint>[] {
  const required = target.tier.spread.zones === 'required';
  const common = {
    maxSkew: 1,
    labelSelector: { matchLabels: selectorOf(service.name) },
    matchLabelKeys: ['pod-template-hash'],
  };
  return [
    {
      ...common,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: required ? 'DoNotSchedule' : 'ScheduleAnyway',
    },
    { ...common, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
  ];
}

/** Istio merges these metrics with the sidecar's own (istio.io: "Prometheus", metrics merging). */
function scrapeAnnotations({ metricsPort }: RunningService): Record<string, string> {
  if (metricsPort === undefined) return {};
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': String(metricsPort),
    'prometheus.io/path': '/metrics',
  };
}
