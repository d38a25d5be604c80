// Whom an opening of a NetworkPolicy reaches, in words that say why it matters, and whether it is for many. Knows how
// tenants' namespaces are called.
import type { ObjectRef } from '../../object.ts';
import { hasInstanceMetadata, isMostOfTheWorld } from '../../sets/addresses.ts';
import type { Box } from '../../sets/box.ts';
import { namespaceName, namespacePrefix, type Way } from '../../sets/network-policy.ts';
import { Ranges } from '../../sets/ranges.ts';
import { Words } from '../../sets/words.ts';

export interface Reach {
  readonly reason: string;
  /** Not for one neighbour that somebody chose, but for everybody, or for somebody else. */
  readonly isMany: boolean;
}

const tenantLabel = 'tenantry.dev/tenant';

/** @param pieces what is new of one opening */
export function reachOf(way: Way, pieces: readonly Box[], { tenant, namespace }: ObjectRef): Reach {
  const many = [
    pieces.some(isAnywhere) && (way === 'egress' ? 'any address' : 'anybody'),
    pieces.some(isAllNamespaces) && 'every namespace',
    pieces.some((piece) => isOthers(piece, tenant, namespace)) && 'another tenant',
    way === 'egress' &&
      pieces.some(isMetadata) &&
      'the metadata of its node, and with it the rights of the node',
  ].filter((word) => word !== false);
  const told = many.length === 0 ? ['what was closed to it'] : many;
  const reason =
    way === 'egress'
      ? `the pod reaches ${told.join(' and ')}`
      : `${many.length === 0 ? 'somebody else' : told.join(' and ')} reaches the pod`;
  return { reason, isMany: many.length > 0 };
}

function isAnywhere(piece: Box): boolean {
  const [peer, address] = [piece.get('peer'), piece.get('address')];
  const mayBeAddress = !(peer instanceof Words) || peer.has('address');
  if (!mayBeAddress || piece.has('block')) return false;
  return address === undefined || (address instanceof Ranges && isMostOfTheWorld(address));
}

/** Also all but some. */
function isAllNamespaces(piece: Box): boolean {
  const peer = piece.get('peer');
  if (!(peer instanceof Words) || !peer.has('pod')) return false;
  return namespaceSides(piece).every(([, values]) => values.isOpen);
}

function namespaceSides(piece: Box): (readonly [string, Words])[] {
  return [...piece].flatMap(([dimension, values]) =>
    dimension.startsWith(namespacePrefix) && values instanceof Words ? [[dimension, values] as const] : [],
  );
}

function isOthers(piece: Box, tenant: string, namespace: string): boolean {
  return namespaceSides(piece).some(([dimension, { words }]) => {
    const key = dimension.slice(namespacePrefix.length);
    if (key === namespaceName) return words.some((name) => name.startsWith('t-') && name !== namespace);
    return key === tenantLabel && words.some((name) => name !== tenant);
  });
}

function isMetadata(piece: Box): boolean {
  const address = piece.get('address');
  return address instanceof Ranges ? hasInstanceMetadata(address) : isAnywhere(piece);
}
