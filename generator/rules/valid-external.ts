// A host outside the platform that a service may reach is outside: a name of the public DNS that is neither the platform's
// nor a tenant's nor everybody's, in public ranges that are written in their one right way and are not half the internet,
// on a port where the mesh sees whom a connection is for.

import { canonicalRange, isPublic, parseRange } from '../model/cidr.ts';
import type { Fleet } from '../model/fleet.ts';
import type { External } from '../model/generated/inputs.ts';
import { hostsOf, isWithin, platformZones } from '../model/hosts.ts';
import { overridesOf } from '../model/overrides.ts';
import { ports, sidecarPorts } from '../model/ports.ts';
import { mistakeInName } from '../model/public-name.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

/** Bits. Whoever has a wider range rents it out: anybody's machine is in it. */
const widest = 20;

/**
 * Names below which a cloud answers for all its customers, and whose they are. The range and the name in the handshake are the
 * cloud's there, so they keep nobody out: one customer's name leads to another's bucket, queue or site by the path or the
 * `Host` of the request, which the mesh does not see.
 */
const shared: Readonly<Record<string, string>> = {
  'amazonaws.com': 'AWS',
  'amazonaws.com.cn': 'AWS',
  'api.amazonwebservices.com.cn': 'AWS',
  'api.aws': 'AWS',
  'api.cloudwatch.aws': 'AWS',
  'aws.dev': 'AWS',
  'awsapprunner.com': 'AWS',
  'awsglobalaccelerator.com': 'AWS',
  'on.aws': 'AWS',
  'cloudfront.net': 'CloudFront',
  'azure-api.net': 'Azure',
  'azureedge.net': 'Azure',
  'azurefd.net': 'Azure',
  'azurewebsites.net': 'Azure',
  'cloudapp.azure.com': 'Azure',
  'core.windows.net': 'Azure',
  'trafficmanager.net': 'Azure',
  'appspot.com': 'Google Cloud',
  'cloudfunctions.net': 'Google Cloud',
  'googleapis.com': 'Google Cloud',
  'googleusercontent.com': 'Google Cloud',
  'run.app': 'Google Cloud',
  'akamaiedge.net': 'Akamai',
  'akamaihd.net': 'Akamai',
  'akamaized.net': 'Akamai',
  'edgekey.net': 'Akamai',
  'edgesuite.net': 'Akamai',
  'cdn.cloudflare.net': 'Cloudflare',
  'cloudflarestorage.com': 'Cloudflare',
  'pages.dev': 'Cloudflare',
  'r2.dev': 'Cloudflare',
  'trycloudflare.com': 'Cloudflare',
  'workers.dev': 'Cloudflare',
  'fastly.net': 'Fastly',
  'fastlylb.net': 'Fastly',
};

interface Declared extends External {
  readonly source: Source<unknown>;
  readonly path: Path;
  /** Whose file it stands in; none: the catalogue, and so every tenant's. */
  readonly tenant?: string;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    for (const declared of externalsOf(fleet)) {
      yield* checkHost(fleet, declared);
      yield* checkPort(fleet, declared);
      for (const index of declared.cidrs.keys()) yield* checkRange(declared, index);
    }
  },
};

function* externalsOf({ services, tenants }: Fleet): Iterable<Declared> {
  for (const [name, { external = [] }] of Object.entries(services.value)) {
    for (const [index, one] of external.entries()) {
      yield { ...one, source: services, path: [name, 'external', index] };
    }
  }
  for (const source of tenants.values()) {
    for (const override of overridesOf(source.value)) {
      for (const [name, { external = [] }] of Object.entries(override.services)) {
        const path = [...override.path, 'services', name, 'external'];
        for (const [index, one] of external.entries()) {
          yield { ...one, source, path: [...path, index], tenant: source.value.id };
        }
      }
    }
  }
}

function* checkHost(fleet: Fleet, { host, source, path, tenant }: Declared): Iterable<Finding> {
  const mistake = mistakeInName(host) ?? ownerOf(fleet, host, tenant);
  if (mistake === undefined) return;
  yield {
    ...locate(source, [...path, 'host']),
    message: `\`${host}\` ${mistake}.`,
    hint: 'Write a host outside the platform; services of the tenant are named in `calls`, AWS in `needs`.',
  };
}

function* checkPort(fleet: Fleet, { port, source, path }: Declared): Iterable<Finding> {
  const mistake = mistakeInPort(fleet, port);
  if (mistake === undefined) return;
  yield {
    ...locate(source, [...path, 'port']),
    message: `The port ${port} is ${mistake}.`,
    hint: 'Write the port on which the host speaks TLS, most often 443.',
  };
}

function mistakeInPort({ platform }: Fleet, port: number): string | undefined {
  if (port === ports.dns) return "the DNS's, and connections to it pass by the mesh";
  if (port === ports.http) return 'for HTTP in the clear, which names nobody in a handshake';
  if (port === ports.mariadb || port === ports.redis) return "the data layer's";
  if (port === platform.value.telemetry.otlpPort) return "the platform's telemetry's";
  const ofMesh: readonly number[] = [ports.istiod, ports.istiodWebhook, ports.istiodMetrics];
  return sidecarPorts.has(port) || ofMesh.includes(port) ? "the mesh's" : undefined;
}

/** A tenant may reach machines in a zone of its own, though not its own front door. */
function ownerOf(fleet: Fleet, host: string, tenant: string | undefined): string | undefined {
  const zone = platformZones(fleet).find((one) => isWithin(host, one));
  if (zone !== undefined) return `lies in \`${zone}\`, which belongs to the platform`;
  const [, cloud] = Object.entries(shared).find(([suffix]) => isWithin(host, suffix)) ?? [];
  if (cloud !== undefined) return `is an endpoint of ${cloud}, and leads to any customer of it`;
  const claim = [...hostsOf(fleet)].find(
    (one) => isWithin(host, one.host) && (one.tenant !== tenant || one.source !== fleet.domains),
  );
  return claim && `leads to the tenant \`${claim.tenant}\``;
}

function* checkRange({ cidrs, source, path }: Declared, index: number): Iterable<Finding> {
  const text = cidrs[index] as string;
  const place = locate(source, [...path, 'cidrs', index]);
  const range = parseRange(text);
  if (range === undefined) {
    const hint = 'Write something like `203.0.113.0/28`.';
    yield { ...place, message: `\`${text}\` is not an IPv4 range.`, hint };
  } else if (canonicalRange(text) !== text) {
    const message = `\`${text}\` has bits set beyond its first ${range.bits}, or zeros in front.`;
    yield { ...place, message, hint: `Write \`${canonicalRange(text)}\`.` };
  } else if (!isPublic(range)) {
    const message = `\`${text}\` is not a range of the internet.`;
    yield { ...place, message, hint: 'Write the public ranges that the host says it has.' };
  } else if (range.bits < widest) {
    const message = `\`${text}\` is so wide that anybody may have a machine in it.`;
    yield { ...place, message, hint: `Write the ranges of this host, none wider than \`/${widest}\`.` };
  }
}
