// What two versions of the rules for one issuer's tokens differ in: whom a token is for, who signs it, where it is read from,
// and what the application gets of it.
import { asMapping } from '../../documents.ts';
import type { Manifest } from '../../knowledge.ts';
import type { Lane } from '../../lane.ts';
import type { Finding } from '../pairwise.ts';
import { tokens as source } from './source.ts';

/** One thing that rules say, as texts; `*` among them stands for all there are. */
interface Aspect {
  readonly field: string;
  readonly read: (rule: Manifest) => readonly string[];
  readonly gained: readonly [lane: Lane, reason: string];
  readonly lost: readonly [lane: Lane, reason: string];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const headers = [
  'exposure',
  'the application reads claims in other headers, which callers may set themselves',
] as const;
const keys = ['exposure', 'other keys may sign the tokens'] as const;
const claims = ['exposure', 'claims are read in another way, so that other tokens match'] as const;

const aspects: readonly Aspect[] = [
  {
    field: 'audiences',
    read: ({ audiences }) => (listOf(audiences).length === 0 ? ['*'] : listOf(audiences).map(String)),
    gained: ['exposure', 'tokens that were made for others are taken'],
    lost: ['downtime', 'tokens for the audience are refused'],
  },
  {
    field: 'jwksUri',
    read: ({ jwksUri, jwks_uri, jwks }) =>
      [jwksUri, jwks_uri, jwks].filter((text) => typeof text === 'string'),
    gained: keys,
    lost: keys,
  },
  {
    field: 'fromHeaders',
    read: placesIn,
    gained: ['exposure', 'tokens are taken from where they were not looked for'],
    lost: ['downtime', 'tokens are not looked for there any more'],
  },
  {
    field: 'forwardOriginalToken',
    read: ({ forwardOriginalToken }) => (forwardOriginalToken === true ? ['true'] : []),
    gained: ['exposure', 'the application gets the token itself and can use it elsewhere'],
    lost: ['downtime', 'the application gets the token no more'],
  },
  {
    field: 'outputPayloadToHeader',
    read: ({ outputPayloadToHeader }) =>
      typeof outputPayloadToHeader === 'string' ? [outputPayloadToHeader] : [],
    gained: headers,
    lost: headers,
  },
  {
    field: 'outputClaimToHeaders',
    read: ({ outputClaimToHeaders }) =>
      listOf(outputClaimToHeaders)
        .map(asMapping)
        .map(({ claim, header }) => `${claim} in ${header}`),
    gained: headers,
    lost: headers,
  },
  {
    field: 'spaceDelimitedClaims',
    read: ({ spaceDelimitedClaims }) => listOf(spaceDelimitedClaims).map(String),
    gained: claims,
    lost: claims,
  },
];

/** Where Istio looks when nothing says it. */
const usualPlaces = ['header Authorization Bearer', 'parameter access_token'];

function placesIn({ fromHeaders, fromParams, fromCookies }: Manifest): readonly string[] {
  const named = [
    ...listOf(fromHeaders)
      .map(asMapping)
      .map(({ name, prefix }) => `header ${name} ${prefix ?? ''}`.trim()),
    ...listOf(fromParams).map((name) => `parameter ${name}`),
    ...listOf(fromCookies).map((name) => `cookie ${name}`),
  ];
  return named.length === 0 ? usualPlaces : named;
}

/** @param before all rules for the issuer: a token that fits one of them is taken */
export function tokenChanges(before: readonly Manifest[], after: readonly Manifest[]): Finding[] {
  return aspects.flatMap(({ field, read, gained, lost }) => {
    const [old, now] = [before, after].map((rules) => [...new Set(rules.flatMap(read))]);
    const [more, less] = [without(now, old), without(old, now)];
    const change = { field: `spec.jwtRules[].${field}`, before: textOf(old), after: textOf(now), source };
    const told = [...(more ? [gained] : []), ...(less && !(more && lost[0] === gained[0]) ? [lost] : [])];
    return told.map(([lane, reason]) => ({ ...change, lane, reason }));
  });
}

function textOf(texts: readonly string[] = []): string | undefined {
  return texts.length === 0 ? undefined : texts.map((text) => (text === '*' ? 'any' : text)).join(', ');
}

/** Whether one has what the other does not. */
function without(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return !other.includes('*') && one.some((text) => !other.includes(text));
}
