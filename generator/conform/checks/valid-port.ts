// Ports have numbers that exist and names that can be pointed at, unique where they are looked up: in a pod, in a
// Service.

import type { IService } from 'kubernetes-models/v1/Service';
import type { Path } from '../../model/source.ts';
import type { Cluster, Finding } from '../cluster.ts';
import { isDnsLabel, isPortName } from '../names.ts';
import type { RenderedObject } from '../object.ts';
import { listContainers } from '../workload.ts';

interface Port {
  readonly name?: string;
  readonly number: number;
  readonly protocol?: string;
  readonly path: Path;
}

export function check(cluster: Cluster): Finding[] {
  const pods = cluster.workloads().flatMap((workload) => {
    const ports = listContainers(workload).flatMap(({ container, path }) =>
      (container.ports ?? []).map((port, index) => ({
        ...port,
        number: port.containerPort,
        path: [...path, 'ports', index],
      })),
    );
    return [...inspect(workload.object, ports, isPortName)];
  });
  const services = cluster.of<IService>('/Service').flatMap((object) => {
    const ports = (object.value.spec?.ports ?? []).map((port, index) => ({
      ...port,
      number: port.port,
      path: ['spec', 'ports', index],
    }));
    const nameless = ports.length > 1 ? ports.filter(({ name }) => name === undefined) : [];
    return [
      ...inspect(object, ports, isDnsLabel),
      ...nameless.map(({ path }) => ({ object, path, message: 'a port among several needs a name.' })),
    ];
  });
  return [...pods, ...services];
}

function* inspect(
  object: RenderedObject<unknown>,
  ports: readonly Port[],
  isName: (name: string) => boolean,
): Generator<Finding> {
  const seen = new Set<string>();
  for (const { name, number, protocol = 'TCP', path } of ports) {
    if (!Number.isInteger(number) || number < 1 || number > 65_535) {
      yield { object, path, message: `\`${number}\` is not a port.` };
    }
    if (name !== undefined && !isName(name))
      yield { object, path, message: `\`${name}\` is not a port name.` };
    for (const key of [`${protocol} ${number}`, ...(name === undefined ? [] : [name])]) {
      if (seen.has(key)) yield { object, path, message: `port \`${key}\` is there twice.` };
      seen.add(key);
    }
  }
}
