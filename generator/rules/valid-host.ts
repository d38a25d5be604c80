// A tenant's host is a name of the public DNS: no address, no name that only a machine or a cluster knows, no broken label.
import { domainToUnicode } from 'node:url';
import { type HostClaim, hostsOf } from '../model/hosts.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

/** Last labels that no registry sells (IANA: "Special-Use Domain Names"; ICANN for `internal`), and the clusters' own. */
const private_ = new Set(['alt', 'arpa', 'internal', 'invalid', 'local', 'localhost', 'onion', 'svc']);

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const claim of hostsOf(fleet)) {
      const reason = findMistake(claim);
      if (reason === undefined) continue;
      yield {
        ...locate(claim.source, claim.path),
        message: `\`${claim.host}\` ${reason}.`,
        hint: 'Write a host name of the public DNS that the insurer owns.',
      };
    }
  },
};

function findMistake({ host }: HostClaim): string | undefined {
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
