// Which requests a service has to let in, by what was declared: those of its callers, and those of users through the edge.
// Knows no policy.
import type { Caller, Request } from './authorization.ts';
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import type { TokenProbe } from './probes.ts';
import type { Pod } from './workloads.ts';

export interface Expectation {
  readonly isSome: boolean;
  /** `undefined` where it does not matter. */
  readonly of: (probe: Request, token: TokenProbe) => boolean | undefined;
}

/** `/x` is `/x` itself and what lies below it. */
function isBelow(path: string, declared: string): boolean {
  return declared === '/' || path === declared || path.startsWith(`${declared}/`);
}

export function expectationOf(
  { platform }: DeclaredCluster,
  tenant: DeclaredTenant | undefined,
  pod: Pod,
  port: number,
  { principal }: Caller,
): Expectation {
  const service = tenant?.services.find(({ name }) => `${tenant.namespace}/${name}` === pod.name);
  const nobody: Expectation = { isSome: false, of: () => false };
  if (tenant === undefined || service?.port !== port || principal === undefined) return nobody;
  const { trustDomain } = platform.mesh;
  const prefix = `${trustDomain}/ns/${tenant.namespace}/sa/`;
  const call = service.callers.find(({ caller }) => `${prefix}${caller}` === principal);
  if (call !== undefined) {
    const isMeant = ({ method, path }: Request) =>
      call.methods.includes(method) && call.paths.some((each) => isBelow(path, each));
    // What users' tokens are worth between services is the services' business.
    return { isSome: true, of: (probe, { kind }) => (kind === 'none' ? isMeant(probe) : undefined) };
  }
  const edge = `${trustDomain}/ns/${platform.edge.namespace}/sa/${platform.edge.serviceAccount}`;
  const { exposed } = service;
  if (principal !== edge || exposed === undefined || !tenant.isRunning) return nobody;
  const isOpen = ({ method, path }: Request) =>
    (exposed.public ?? []).some((each) => each.methods.includes(method) && isBelow(path, each.path));
  const isForUsers = ({ method, path }: Request) =>
    exposed.methods.includes(method) && isBelow(path, exposed.path);
  return {
    isSome: true,
    of: (probe, { kind }) => {
      if (kind === 'own') return isOpen(probe) || isForUsers(probe);
      // Its provider signed it, but not for this tenant: as good as none, and a public path needs none.
      if (kind === 'unfit') return isOpen(probe) ? undefined : false;
      return kind === 'none' && isOpen(probe);
    },
  };
}
