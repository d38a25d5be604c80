// A fleet of any size for benchmarks and tests: the example platform and its two production clusters, and tenants that
// differ in tier, routing and overrides as real ones do. The same size is always the same fleet.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const homes = ['prod-use1', 'prod-usw2'];

/** Writes `platform/`, `clusters/` and `tenants/` below `root` and creates it. Every tenant lives on both clusters. */
export function writeFleet(root: string, tenants: number): void {
  mkdirSync(join(root, 'clusters'), { recursive: true });
  mkdirSync(join(root, 'tenants'));
  cpSync(join(repository, 'platform'), join(root, 'platform'), { recursive: true });
  writeFileSync(join(root, 'platform/domains.yaml'), renderDomains(tenants));
  for (const cluster of homes) {
    const text = readFileSync(join(repository, `clusters/${cluster}.yaml`), 'utf8');
    writeFileSync(join(root, `clusters/${cluster}.yaml`), text.replace(/capacity:\n(?: .*\n)+/, boundless));
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
  return `${lines.join('\n')}\n`;
}
