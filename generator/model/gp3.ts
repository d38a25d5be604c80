// What gp3 volumes of RDS for MariaDB have and may have (RDS User Guide: "Amazon RDS DB instance storage", gp3). Numbers that
// AWS decides; knows no tier.

/** GiB from which on AWS stripes a volume over four: smaller ones have 3000 operations and 125 MiB/s, and no choice. */
export const provisionedFrom = 400;

/** A volume's operations per second, at most so many for each MiB per second of throughput and each GiB of storage. */
export const provisionable = {
  iops: { least: 12_000, most: 64_000, perGiB: 500 },
  throughput: { least: 500, most: 4000, perOperation: 0.25 },
} as const;

/** RDS refuses a limit that is nearer (RDS User Guide: "Managing capacity automatically with storage autoscaling"). */
export function leastMaximumOf(storageGiB: number): number {
  return Math.ceil((storageGiB * 11) / 10);
}
