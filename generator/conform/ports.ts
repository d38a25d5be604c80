// Which ports a pod opens, by number or by name. Knows containers, not what speaks on the port.

import type { IContainer } from 'kubernetes-models/v1/Container';
import { listContainers, type Workload } from './workload.ts';

type PortReference = string | number;

export function opensContainerPort(
  container: IContainer,
  reference: PortReference,
  protocol = 'TCP',
): boolean {
  return (container.ports ?? []).some(
    ({ name, containerPort, protocol: spoken = 'TCP' }) =>
      spoken === protocol && (name === reference || containerPort === reference),
  );
}

export function opensPort(workload: Workload, reference: PortReference, protocol: string): boolean {
  return listContainers(workload).some(
    ({ container, lasting }) => lasting && opensContainerPort(container, reference, protocol),
  );
}
