// Kubernetes quantities as exact numbers, so that `0.1`, `100m` and 0.1 are equal. Knows no resource
// (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/).

const grammar = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;
const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** In billionths, the smallest step the API keeps. Undefined when the text is no quantity. */
export function parseQuantity(quantity: string | number): bigint | undefined {
  const [, sign, digits = '', suffix = '', exponent = ''] = grammar.exec(String(quantity)) ?? [];
  if (sign === undefined) return undefined;
  const power = decimal[suffix] ?? Number(exponent);
  if (Math.abs(power) > 30) return undefined;
  const factor = 1024n ** BigInt(binary.indexOf(suffix) + 1);
  const [whole = '', fraction = ''] = digits.split('.');
  const scale = power + 9 - fraction.length;
  const value = BigInt(whole + fraction) * factor;
  const scaled = scale >= 0 ? value * 10n ** BigInt(scale) : value / 10n ** BigInt(-scale);
  return sign === '-' ? -scaled : scaled;
}
