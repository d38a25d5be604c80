// Which revision of which composition makes a claim into objects, and what holds a new revision back. Knows no kind of claim.
import { isDeepStrictEqual } from 'node:util';
import { labels } from '../../model/labels.ts';
import { changed, from } from '../directions.ts';
import type { Judge, Knowledge, Manifest, Pair, Ruling } from '../knowledge.ts';
import { below } from './tell.ts';

const revisions = 'https://docs.crossplane.io/latest/composition/composition-revisions/';
const references = 'https://docs.crossplane.io/latest/composition/composite-resources/#composition-selection';

const { tell } = below('spec.crossplane');

/** The kind, and what every claim says beside what it asks for. */
export function composed(claim: Knowledge): Knowledge {
  return {
    ...claim,
    rows: [
      ...claim.rows,
      ...tell(changed, 'recoverability', references, {
        compositionRef: 'what the other composition does not make is kept up by nothing',
      }),
      ...tell(changed, 'unknown', revisions, {
        compositionRevisionSelector:
          'what another revision does to the resources of the tenant cannot be told from here',
      }),
      ...tell(from('Manual'), 'unknown', revisions, {
        compositionUpdatePolicy: 'the newest revision that it may follow takes over at once',
      }),
      ...tell(from('Automatic'), 'recoverability', revisions, {
        compositionUpdatePolicy: 'it stays with the revision that it has, and no ring moves it',
      }),
    ],
  };
}

/**
 * A composition that changed and still bears its number: a new revision bears it too, and is the newest that any claim which
 * waits for another number can find.
 */
export const judgeRevisions: Judge = (pairs) => pairs.flatMap(judgeRevision);

function judgeRevision({ object, before, after }: Pair): Ruling[] {
  const number = numberOf(before);
  if (before === undefined || after === undefined || number === undefined) return [];
  if (numberOf(after) !== number || isDeepStrictEqual(before.spec, after.spec)) return [];
  return [
    {
      object,
      field: `metadata.labels["${labels.revision}"]`,
      lane: 'recoverability',
      reason: 'it changed under its old number, so every ring follows at once',
      source: revisions,
      before: undefined,
      after: `the new one is number ${number} as well`,
    },
  ];
}

function numberOf(composition: Manifest | undefined): string | undefined {
  const { metadata } = (composition ?? {}) as { metadata?: { labels?: Record<string, string> } };
  return metadata?.labels?.[labels.revision];
}
