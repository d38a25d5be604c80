// Whose tokens count: RequestAuthentication.
import { append, both, drop, type Fault, replace, set, unset } from './edit.ts';

const own = 'RequestAuthentication t-acme/default';
const shared = 'RequestAuthentication t-blue-ridge/default';
const rule = 'spec jwtRules 0';
const realms = 'https://id.keelstone.example/realms';

export const tokenFaults: readonly Fault[] = [
  [own, drop, 'with its own token'],
  [own, set('spec jwtRules', []), 'with its own token'],
  [own, set('spec selector', { matchLabels: { 'app.kubernetes.io/name': 'portal' } }), 't-acme/billing:8080'],
  [
    own,
    set('spec targetRef', { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }),
    'with its own token',
  ],
  [own, set('metadata namespace', 't-blue-ridge'), 'with its own token'],
  [own, set(`${rule} issuer`, `${realms}/blue-ridge`), 'with its own token'],
  [
    own,
    set(`${rule} jwksUri`, `${realms}/blue-ridge/protocol/openid-connect/certs`),
    'a token of acme that blue-ridge signed',
  ],
  [own, both(unset(`${rule} jwksUri`), set(`${rule} jwks`, '{"keys":[]}')), 'nobody can see whose they are'],
  [own, set(`${rule} jwksUri`, 'https://other.example'), 'a token signed by nobody known'],
  [own, unset(`${rule} jwksUri`), 'with its own token'],
  [own, set(`${rule} audiences`, ['other']), 'with its own token'],
  [
    own,
    append('spec jwtRules', {
      issuer: `${realms}/blue-ridge`,
      jwksUri: `${realms}/blue-ridge/protocol/openid-connect/certs`,
    }),
    'a token of blue-ridge',
  ],
  [shared, replace(`${realms}/blue-ridge`, `${realms}/acme`), 'https://id.keelstone.example/realms/acme'],
  [shared, replace(`${realms}/blue-ridge`, realms), 'with its own token'],
];
