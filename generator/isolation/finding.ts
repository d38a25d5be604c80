// What is wrong, in words that begin with where. Refuses to know how it was found.

export interface Finding {
  readonly cluster: string;
  /** What it is about: an object, or two ends of a connection. */
  readonly about: string;
  readonly says: string;
}

export function showFinding({ cluster, about, says }: Finding): string {
  return `${cluster}: ${about}: ${says}`;
}

/** Findings with the same words once. */
export function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [showFinding(finding), finding])).values()];
}

/** The first of them, and how many more there are: one hole is often seen from everywhere. */
export function showFindings(findings: readonly Finding[]): string {
  const more = findings.length > 30 ? [`and ${findings.length - 30} more`] : [];
  return [...findings.slice(0, 30).map(showFinding), ...more].join('\n');
}
