// A probe or hook asks its container one question, on a port the container opens, at a pace the API server accepts.

import type { IProbe } from 'kubernetes-models/v1/Probe';
import type { Path } from '../../model/source.ts';
import type { Cluster, Finding } from '../cluster.ts';
import type { RenderedObject } from '../object.ts';
import { opensContainerPort } from '../ports.ts';
import { listContainers, type PlacedContainer } from '../workload.ts';

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const hooks = ['postStart', 'preStop'] as const;
const questions = ['exec', 'grpc', 'httpGet', 'sleep', 'tcpSocket'] as const;

type Handler = Pick<IProbe, 'exec' | 'grpc' | 'httpGet' | 'tcpSocket'> & { readonly sleep?: unknown };

export function check(cluster: Cluster): Finding[] {
  return cluster
    .workloads()
    .flatMap((workload) =>
      listContainers(workload).flatMap((placed) => [...inspect(workload.object, placed)]),
    );
}

function* inspect(object: RenderedObject<unknown>, placed: PlacedContainer): Generator<Finding> {
  const { container, path } = placed;
  for (const name of probes) {
    const probe = container[name];
    if (probe === undefined) continue;
    yield* inspectHandler(object, placed, probe, [...path, name]);
    const once = probe.successThreshold ?? 1;
    if (name !== 'readinessProbe' && once !== 1) {
      yield {
        object,
        path: [...path, name, 'successThreshold'],
        message: `a ${name} succeeds at once or not at all.`,
      };
    }
    for (const field of ['periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const) {
      if ((probe[field] ?? 1) >= 1) continue;
      yield { object, path: [...path, name, field], message: `\`${field}\` must be at least 1.` };
    }
  }
  for (const name of hooks) {
    const handler = container.lifecycle?.[name];
    if (handler !== undefined)
      yield* inspectHandler(object, placed, handler as Handler, [...path, 'lifecycle', name]);
  }
}

function* inspectHandler(
  object: RenderedObject<unknown>,
  { container }: PlacedContainer,
  handler: Handler,
  path: Path,
): Generator<Finding> {
  const asked = questions.filter((question) => handler[question] !== undefined);
  if (asked.length !== 1)
    yield { object, path, message: `\`${path.at(-1)}\` must ask exactly one question.` };
  const port = handler.httpGet?.port ?? handler.tcpSocket?.port ?? handler.grpc?.port;
  if (port !== undefined && !opensContainerPort(container, port)) {
    yield {
      object,
      path,
      message: `\`${path.at(-1)}\` asks port \`${port}\`, which \`${container.name}\` does not open.`,
    };
  }
}
