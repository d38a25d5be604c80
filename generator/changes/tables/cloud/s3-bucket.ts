// What settings of a bucket have in common: whose they are.
import { changed } from '../../directions.ts';
import type { Row } from '../../knowledge.ts';
import { tell } from './managed.ts';

export const ofBucket: readonly Row[] = tell(
  changed,
  'stuck',
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs',
  { 'bucket{,Ref,Selector}': 'a setting keeps its bucket' },
);
