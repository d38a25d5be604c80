// Words in braces that stand for what a tenant has, where `platform/compliance/controls.yaml` names evidence.
import type { TenantTarget } from './target.ts';

export const evidenceWords: Readonly<Record<string, (target: TenantTarget) => string>> = {
  tenant: ({ tenant }) => tenant.id,
  namespace: ({ namespace }) => namespace,
  owner: ({ tenant }) => tenant.owner,
  costCentre: ({ tenant }) => tenant.costCentre,
  lifecycle: ({ tenant }) => tenant.lifecycle,
  tier: ({ tier }) => tier.name,
  cluster: ({ cluster }) => cluster.name,
  region: ({ cluster }) => cluster.region,
  copyRegion: ({ copies }) => copies.region,
  environment: ({ cluster }) => cluster.environment,
  issuer: ({ tenant }) => tenant.identity.issuer,
  quotaCpu: ({ quota }) => quota.cpu,
  quotaMemory: ({ quota }) => quota.memory,
  retentionYears: ({ compliance }) => String(compliance.retention.years),
  retentionDays: ({ compliance }) => String(compliance.retention.days),
  trailYears: ({ compliance }) => String(compliance.trail.years),
  trailDays: ({ compliance }) => String(compliance.trail.days),
};

const word = /\{([^{}]*)\}/g;

/** Names in braces, known or not. */
export function wordsIn(text: string): string[] {
  return [...text.matchAll(word)].map(([, name = '']) => name);
}

/** The text with every known word replaced; a rule refuses others. */
export function fillWords(text: string, target: TenantTarget): string {
  return text.replaceAll(word, (whole, name: string) => evidenceWords[name]?.(target) ?? whole);
}
