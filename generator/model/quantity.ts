// Kubernetes quantities as exact numbers. Knows the forms that the schemas allow (`500m`, `2`, `512Mi`) and no others.

const units: Readonly<Record<string, bigint>> = {
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
};

/** Thousandths of a core: `500m` → 500, `2` → 2000. */
export function parseCpu(text: string): number {
  const match = /^([0-9]+)(m?)$/.exec(text);
  if (match === null) throw new Error(`\`${text}\` is not a CPU quantity`);
  return Number(match[1]) * (match[2] === 'm' ? 1 : 1000);
}

/** Bytes: `512Mi` → 536870912. Exact up to 8 PiB. */
export function parseMemory(text: string): number {
  const match = /^([0-9]+)([MGT]i)$/.exec(text);
  const unit = units[match?.[2] ?? ''];
  if (match === null || unit === undefined) throw new Error(`\`${text}\` is not a memory quantity`);
  return Number(BigInt(match[1] ?? '') * unit);
}

/** The shortest exact form: 1500 → `1500m`, 2000 → `2`. */
export function formatCpu(thousandths: number): string {
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}

/** The largest unit that divides evenly, rounded up to whole mebibytes. */
export function formatMemory(bytes: number): string {
  const mebibytes = Math.ceil(bytes / 2 ** 20);
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}
