// A fleet of any size for benchmarks and tests: the example platform and its two production clusters, and tenants that
// differ in tier, routing and overrides as real ones do. The same size is always the same fleet.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const homes = ['prod-use1', 'prod-usw2'];
/** Room for 1,024 tenants with two of the narrowest ranges each; the subnets of the example's clusters end below. */
const pools = ['10.16.128.0/17', '10.32.128.0/17'];
const zones = [
  ['us-east-1a', 'us-east-1b'],
  ['us-west-2a', 'us-west-2b'],
];

/** Writes `platform/`, `clusters/` and `tenants/` below `root` and creates it. Every tenant lives on both clusters. */
export function writeFleet(root: string, tenants: number): void {
  mkdirSync(join(root, 'clusters'), { recursive: true });
  mkdirSync(join(root, 'tenants'));
  cpSync(join(repository, 'platform'), join(root, 'platform'), { recursive: true });
  writeFileSync(join(root, 'platform/domains.yaml'), renderDomains(tenants));
  for (const [which, cluster] of homes.entries()) {
    const text = readFileSync(join(repository, `clusters/${cluster}.yaml`), 'utf8');
    writeFileSync(join(root, `clusters/${cluster}.yaml`), widen(text, which));
  }
  for (let index = 0; index < tenants; index += 1) {
    writeFileSync(join(root, `tenants/${idOf(index)}.yaml`), renderTenant(index));
  }
}

/** `insurer-aaab`: letters, because digits that look like letters are refused side by side. */
export function idOf(index: number): string {
  const letters = [3, 2, 1, 0].map((place) => 'bcdfghjkqstvwxyz'[Math.floor(index / 16 ** place) % 16]);
  return `insurer-${letters.join('')}`;
}

function widen(text: string, which: number): string {
  return text
    .replace(/capacity:\n(?: .*\n)+/, boundless)
    .replace(/tenantPool: .*/, `tenantPool: ${pools[which]}`);
}

const boundless = 'capacity: {cpu: "9999999", memory: 999999Ti, pods: 1000000}\n';

function hasDomain(index: number): boolean {
  return index % 3 === 0;
}

function renderDomains(tenants: number): string {
  const owners = Array.from({ length: tenants }, (_, index) => index).filter(hasDomain);
  return owners.map((index) => `${idOf(index)}: [${idOf(index)}.example]\n`).join('') || '{}\n';
}

function renderTenant(index: number): string {
  const id = idOf(index);
  const lines = [
    '# yaml-language-server: $schema=../schemas/tenant.schema.json',
    `id: ${id}`,
    `displayName: Insurer ${id.slice(-4).toUpperCase()}`,
    `tier: ${index % 4 === 0 ? 'premium' : 'standard'}`,
    `home: ${homes[index % 2]}`,
    `clusters: [${homes.join(', ')}]`,
    `owner: platform@${id}.example`,
    `costCentre: CC-${1000 + index}`,
  ];
  if (hasDomain(index)) lines.push('routing:', '  mode: domain', `  host: portal.${id}.example`);
  if (index % 5 === 0) lines.push('services:', '  quote-engine:', '    replicas: {max: 10}');
  lines.push('clusterOverrides:', ...homes.flatMap((cluster, which) => renderSubnets(cluster, which, index)));
  return `${lines.join('\n')}\n`;
}

/** Two neighbouring ranges of sixteen addresses, in the order of the tenants. */
function renderSubnets(cluster: string, which: number, index: number): string[] {
  const network = pools[which]?.split('.', 2).join('.');
  const lines = (zones[which] ?? []).map((zone, nth) => {
    const first = 128 * 256 + (2 * index + nth) * 16;
    return `      - {zone: ${zone}, cidr: ${network}.${first >> 8}.${first & 255}/28}`;
  });
  return [`  ${cluster}:`, '    subnets:', ...lines];
}
