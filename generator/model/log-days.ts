// How long CloudWatch keeps a log: it knows these numbers of days alone (CloudWatch Logs API: PutRetentionPolicy).

const known = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** At least so many days; 0, which is for ever, when CloudWatch has no number that large. */
export function logDaysOf(days: number): number {
  return known.find((one) => one >= days) ?? 0;
}
