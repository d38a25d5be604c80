// Label selectors as boxes, one dimension for each label. Labels that an object does not have are a value like any other.

import { canonical } from '../compare/canonical.ts';
import { asMapping } from '../documents.ts';
import { type Box, everything, narrow } from './box.ts';
import { absent, Words } from './words.ts';

/**
 * Everything for an empty selector and for none at all.
 * @param prefix of the dimensions: `pod.`, so that labels of pods and of namespaces are two things
 */
export function selectorBox(selector: unknown, prefix: string): Box {
  const { matchLabels, matchExpressions, ...rest } = asMapping(selector);
  let box = everything;
  for (const [key, value] of Object.entries(asMapping(matchLabels))) {
    box = narrow(box, [prefix + key, Words.of(String(value))]);
  }
  for (const expression of Array.isArray(matchExpressions) ? matchExpressions : []) {
    const { key } = asMapping(expression);
    box = narrow(box, [prefix + String(key), valuesOf(expression)]);
  }
  // What else it asks for is not understood, and so is like nothing but itself.
  return Object.keys(rest).length === 0 ? box : narrow(box, [`${prefix}…`, Words.of(canonical(rest))]);
}

function valuesOf(expression: unknown): Words {
  const { operator, values } = asMapping(expression);
  const words = Array.isArray(values) ? values.map(String) : [];
  if (operator === 'In') return Words.of(...words);
  // As in apimachinery's `labels.Requirement`: an object without the label is not in the list either.
  if (operator === 'NotIn') return Words.allBut(...words);
  if (operator === 'Exists') return Words.allBut(absent);
  if (operator === 'DoesNotExist') return Words.of(absent);
  return Words.of(canonical(expression));
}

/** Whether an object with these labels is selected. */
export function selects(box: Box, prefix: string, labels: Readonly<Record<string, unknown>>): boolean {
  return [...box].every(([dimension, values]) => {
    const value = labels[dimension.slice(prefix.length)];
    return values instanceof Words && values.has(value === undefined ? absent : String(value));
  });
}

/** `name=worker`, `tier in (gold, silver)`; empty for everything. Long label keys are told by their last part. */
export function describeSelector(selector: unknown): string {
  const { matchLabels, matchExpressions } = asMapping(selector);
  const equal = Object.entries(asMapping(matchLabels)).map(([key, value]) => `${shortKey(key)}=${value}`);
  const others = (Array.isArray(matchExpressions) ? matchExpressions : []).map(describeExpression);
  return [...equal, ...others].join(', ');
}

function describeExpression(expression: unknown): string {
  const { key, operator, values } = asMapping(expression);
  const name = shortKey(String(key));
  const listed = `(${(Array.isArray(values) ? values : []).join(', ')})`;
  if (operator === 'In') return `${name} in ${listed}`;
  if (operator === 'NotIn') return `${name} not in ${listed}`;
  return operator === 'Exists' ? `has ${name}` : `has no ${name}`;
}

function shortKey(key: string): string {
  return key.replace(/^.*\//, '');
}
