// Which connections a sidecar takes without a certificate (istio.io: "PeerAuthentication"): the narrowest policy wins, a
// mode that is not set is inherited, and without any policy plain text is taken.
import { type LabelSelector, selects } from './selector.ts';
import { namespaceOf, type Rendered } from './tree.ts';
import type { Pod } from './workloads.ts';

export interface PeerAuthenticationSpec {
  readonly selector?: LabelSelector;
  readonly mtls?: { readonly mode?: string };
  readonly portLevelMtls?: Readonly<Record<string, { readonly mode?: string }>>;
}

export type PeerAuthentication = Rendered<PeerAuthenticationSpec>;

/** From the one that keeps most out to the one that does not even look at certificates. */
const modes = ['STRICT', 'PERMISSIVE', 'DISABLE'];

/** Between two policies of one scope the older wins, and no tree says which that is: the weaker counts. */
function weakestOf(found: readonly (string | undefined)[]): string | undefined {
  const set = found.filter((mode) => mode !== undefined && mode !== 'UNSET');
  return set.sort((one = '', other = '') => modes.indexOf(other) - modes.indexOf(one))[0];
}

export function mtlsMode(
  policies: readonly PeerAuthentication[],
  rootNamespace: string,
  pod: Pod,
  port: number,
): string {
  const inNamespace = policies.filter((each) => namespaceOf(each) === pod.namespace);
  // One with a selector means nothing in the root namespace; port modes mean nothing without a selector.
  const own = inNamespace.filter(
    ({ object: { spec } }) =>
      hasSelector(spec) && pod.namespace !== rootNamespace && selects(spec?.selector ?? {}, pod.labels),
  );
  const wide = (among: readonly PeerAuthentication[]) =>
    among
      .filter(({ object: { spec } }) => !hasSelector(spec))
      .map(({ object: { spec } }) => spec?.mtls?.mode);
  return (
    weakestOf(own.map(({ object: { spec } }) => spec?.portLevelMtls?.[port]?.mode)) ??
    weakestOf(own.map(({ object: { spec } }) => spec?.mtls?.mode)) ??
    weakestOf(wide(inNamespace)) ??
    weakestOf(wide(policies.filter((each) => namespaceOf(each) === rootNamespace))) ??
    'PERMISSIVE'
  );
}

function hasSelector(spec: PeerAuthenticationSpec | undefined): boolean {
  return Object.keys(spec?.selector?.matchLabels ?? {}).length > 0;
}

/** What a connection to this port needs: a certificate, maybe one, or none that anybody looks at. */
export function doorOf(
  policies: readonly PeerAuthentication[],
  rootNamespace: string,
  pod: Pod,
  port: number,
): { readonly plaintext: boolean; readonly looksAtCertificates: boolean; readonly why: string } {
  if (!pod.inMesh) return { plaintext: true, looksAtCertificates: false, why: 'it has no sidecar' };
  if (pod.unguarded(port)) {
    return {
      plaintext: true,
      looksAtCertificates: false,
      why: 'its sidecar is told to leave this port alone',
    };
  }
  const mode = mtlsMode(policies, rootNamespace, pod, port);
  return { plaintext: mode !== 'STRICT', looksAtCertificates: mode !== 'DISABLE', why: `mTLS is ${mode}` };
}
