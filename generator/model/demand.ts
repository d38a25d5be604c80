// What the pods of a tenant ask for when every autoscaler is at its maximum and every service rolls out at once.
import { parseCpu, parseMemory } from './quantity.ts';
import type { ResolvedService, TenantTarget } from './target.ts';

export interface Demand {
  /** Thousandths of a core. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
  readonly pods: number;
}

/** Requests of all pods, their sidecars included. */
export function demandOf(target: TenantTarget): Demand {
  const proxy = target.platform.mesh.proxy.limits;
  const sidecar = {
    cpu: parseCpu(target.platform.mesh.proxy.requests.cpu),
    memory: parseMemory(proxy.memory),
  };
  let cpu = 0;
  let memory = 0;
  let pods = 0;
  for (const service of target.services) {
    const count = mostPods(service, target.platform.workloads.surgePercent);
    cpu += count * (parseCpu(service.resources.cpu) + sidecar.cpu);
    memory += count * (parseMemory(service.resources.memory) + sidecar.memory);
    pods += count;
  }
  return { cpu, memory, pods };
}

/** Pods of a service that may exist at once: its maximum and the surge of a rollout; a job has one. */
function mostPods(service: ResolvedService, surgePercent: number): number {
  if (service.kind === 'schedule' || service.kind === 'migration') return 1;
  return service.replicas.max + Math.ceil((service.replicas.max * surgePercent) / 100);
}
