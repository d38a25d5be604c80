// Every control says of a requirement that exists what can be looked up: its words in braces have a meaning, and what is
// compared as a number is one.

import { evidenceWords, wordsIn } from '../model/evidence.ts';
import type { Evidence } from '../model/generated/inputs.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Path } from '../model/source.ts';
import { suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ controls, requirements }) {
    const known = Object.keys(requirements.value);
    for (const [id, { requirement, evidence }] of Object.entries(controls.value)) {
      if (!known.includes(requirement)) {
        yield {
          ...locate(controls, [id, 'requirement']),
          message: `There is no requirement \`${requirement}\`.`,
          hint: suggest(requirement, known, `Add it to \`${requirements.file}\`.`),
        };
      }
      for (const [index, one] of evidence.entries()) {
        for (const { path, ...words } of mistakesIn(one)) {
          yield { ...locate(controls, [id, 'evidence', index, ...path]), ...words };
        }
      }
    }
  },
};

type Mistake = Pick<Finding, 'message' | 'hint'> & { readonly path: Path };

function* mistakesIn(evidence: Evidence): Iterable<Mistake> {
  const known = Object.keys(evidenceWords);
  for (const key of ['name', 'expected'] as const) {
    for (const word of wordsIn(evidence[key]).filter((name) => !known.includes(name))) {
      const hint = suggest(word, known, `There are ${known.map((name) => `{${name}}`).join(', ')}.`);
      yield { path: [key], message: `\`{${word}}\` stands for nothing.`, hint };
    }
  }
  if (evidence.compare !== 'atLeast' || /^(?:[0-9]+|\{[^{}]*\})$/.test(evidence.expected)) return;
  const message = `\`${evidence.expected}\` is no number, so nothing is at least that.`;
  yield {
    path: ['expected'],
    message,
    hint: 'Write a whole number, or a word in braces that stands for one.',
  };
}
