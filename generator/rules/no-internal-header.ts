// No caller can say what only the edge, the mesh or a connection says: such a header is not among those that pass.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

/** Lower case, `*` for any ending → what it would let a caller do. */
const internal: readonly (readonly [names: readonly string[], danger: string])[] = [
  [
    ['connection', 'content-length', 'expect', 'http2-settings', 'keep-alive', 'proxy*', 'te', 'trailer'],
    'NGINX and the service would see different requests',
  ],
  [['transfer-encoding', 'upgrade'], 'NGINX and the service would see different requests'],
  [['host', 'x-original-*', 'x-rewrite-*', 'x-accel-*'], 'a caller could choose another service or path'],
  [['x-http-method*', 'x-method-override'], 'a caller could use methods that the mesh does not allow it'],
  [
    ['forwarded', 'via', 'x-client-ip', 'x-forwarded-*', 'x-real-ip', 'true-client-ip'],
    'a caller could say who it is',
  ],
  [['x-tenant*'], 'a caller could say whose user it is'],
  [['x-envoy-*', 'x-request-id'], 'a caller could give orders to the mesh'],
  [['b3', 'baggage', 'traceparent', 'tracestate', 'x-b3-*'], 'a caller could decide what is traced'],
];

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform }) {
    for (const [index, header] of platform.value.edge.requestHeaders.entries()) {
      const danger = internal.find(([names]) =>
        names.some((name) => matches(header.toLowerCase(), name)),
      )?.[1];
      if (danger === undefined) continue;
      yield {
        ...locate(platform, ['edge', 'requestHeaders', index]),
        message: `With \`${header}\` among the headers that pass, ${danger}.`,
        hint: 'Remove it, and let the callers use a name of their own.',
      };
    }
  },
};

function matches(header: string, name: string): boolean {
  return name.endsWith('*') ? header.startsWith(name.slice(0, -1)) : header === name;
}
