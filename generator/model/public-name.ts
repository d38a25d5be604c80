// What keeps a host name from being one of the public DNS. Knows nothing of who owns it.
import { domainToUnicode } from 'node:url';

/** Last labels that no registry sells (IANA: "Special-Use Domain Names"; ICANN for `internal`), and the clusters' own. */
const private_ = new Set(['alt', 'arpa', 'internal', 'invalid', 'local', 'localhost', 'onion', 'svc']);

/** @returns the mistake as the rest of a sentence that begins with the name; nothing for a public name */
export function mistakeInName(host: string): string | undefined {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  // A number at the end makes a browser read all of it as an address (WHATWG URL, "ends in a number checker").
  if (/^(?:[0-9]+|0x[0-9a-f]*)$/.test(last)) return 'is an IP address, not a name';
  if (private_.has(last)) return `ends in \`${last}\`, which the public DNS does not have`;
  // `policy-api.t-acme` is a Service inside every cluster.
  if (!/^[a-z]{2,63}$|^xn--/.test(last)) return `ends in \`${last}\`, which is no top-level domain`;
  const long = labels.find((label) => label.length > 63);
  if (long !== undefined) return `has a part of ${long.length} characters; 63 are allowed`;
  const broken = labels.find((label) => label.startsWith('xn--') && isBroken(label));
  return broken === undefined ? undefined : `has the part \`${broken}\`, which decodes to nothing`;
}

function isBroken(label: string): boolean {
  const decoded = domainToUnicode(label);
  return decoded === '' || decoded === label;
}
