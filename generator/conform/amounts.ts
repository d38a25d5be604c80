// Compares maps of quantities (`requests`, `limits`, `min`, `max`) name by name. Knows no rule about which is larger.

import { parseQuantity } from './quantity.ts';

export type Amounts = Readonly<Record<string, string | number>>;

/** Names of the resources whose amount in `low` exceeds the one in `high`; a resource that one of them lacks is free. */
export function listExceeding(low: Amounts = {}, high: Amounts = {}): string[] {
  return Object.keys(low).filter((name) => {
    const [a, b] = [low[name], high[name]].map((amount) =>
      amount === undefined ? undefined : parseQuantity(amount),
    );
    return a !== undefined && b !== undefined && a > b;
  });
}
