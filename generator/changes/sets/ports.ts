// Ports of a NetworkPolicy's rule. A port with a name is another than any number, because who listens decides what it means.
import { asMapping } from '../documents.ts';
import { type Box, box, everything } from './box.ts';
import { Ranges } from './ranges.ts';
import { Words } from './words.ts';

const space = { first: 1n, last: 65_535n };

interface Port {
  readonly box: Box;
  /** `TCP/8080`, `UDP/30000-32767`, `any TCP port`, `any port` */
  readonly words: string;
}

/** All ports of all protocols where the rule names none. */
export function portsOf(ports: unknown): Port[] {
  if (!Array.isArray(ports) || ports.length === 0) return [{ box: everything, words: 'any port' }];
  return ports.map(portOf);
}

function portOf(value: unknown): Port {
  const { protocol = 'TCP', port, endPort } = asMapping(value);
  const name = String(protocol);
  const kind = ['protocol', Words.of(name)] as const;
  if (port === undefined || port === null) return { box: box(kind), words: `any ${name} port` };
  if (!/^\d+$/.test(String(port))) {
    const named = ['port name', Words.of(String(port))] as const;
    return { box: box(kind, ['port kind', Words.of('name')], named), words: `${name}/${port}` };
  }
  const [first, last] = [BigInt(String(port)), BigInt(String(endPort ?? port))];
  const words = `${name}/${first}${last > first ? `-${last}` : ''}`;
  if (first <= space.first && last >= space.last) return { box: box(kind), words };
  const numbers = ['port', new Ranges(space, [{ first, last }])] as const;
  return { box: box(kind, ['port kind', Words.of('number')], numbers), words };
}
