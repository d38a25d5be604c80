// The report of a change as one page that needs nothing else: no server, no network, and, to be read, no script.
// Knows nothing of how a group looks.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lanes, laneWords } from '../../changes/lane.ts';
import type { Entry, Report } from '../../review/report.ts';
import { countOf } from '../terminal/count.ts';
import { renderEntry } from './html-entry.ts';
import { renderExample } from './html-example.ts';
import { membersOf, renderMembers } from './html-members.ts';
import { renderFilters, renderSummary } from './html-summary.ts';
import { type Html, html, jsonForScript, trusted } from './html-text.ts';

/** Characters of examples, and of lists for readers without scripts: with the cards a page of some megabytes at the most. */
const mostExamples = 2_500_000;
const mostLists = 2_000_000;

export function renderHtml(report: Report): string {
  const style = readOwn('page.css');
  const script = readOwn('page.js');
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>What this change does, against ${report.base}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#changes">Skip to the changes</a>${renderSummary(report)}
<div class="columns">${report.entries.length === 0 ? undefined : renderFilters(report)}
<main id="changes" tabindex="-1">${renderLanes(report.entries)}
<p id="nothing" class="muted" hidden>No group is like that.</p>
</main>
</div>
<script type="application/json" id="members">${jsonForScript(membersOf(report.entries))}</script>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.text;
}

/** A file beside this one. Whatever would end its element early is a mistake of ours. */
function readOwn(name: string): string {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${name} cannot stand in a page`);
  return text;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function renderLanes(entries: readonly Entry[]): Html[] {
  const examples = new Room(mostExamples);
  const lists = new Room(mostLists);
  const numbered = entries.map((entry, number) => ({ entry, number }));
  const byLane = Map.groupBy(numbered, ({ entry }) => entry.lane);
  return lanes.flatMap((lane) => {
    const own = byLane.get(lane);
    if (own === undefined) return [];
    const { name, meaning } = laneWords[lane];
    const what = lane === 'neutral' ? 'no harm is known of any' : `each ${meaning}`;
    const cards = own.map(({ entry, number }) =>
      renderEntry(entry, number, {
        example: examples.take(() => renderExample(entry.example)),
        members: lists.take(() => renderMembers(entry.members)),
      }),
    );
    return [
      html`
<section id="lane-${lane}" aria-labelledby="heading-${lane}">
<h2 id="heading-${lane}"><span class="lane ${lane}">${name}</span> <span class="muted">${countOf(own.length, 'group')}; ${what}</span></h2>${cards}
</section>`,
    ];
  });
}

/** Gives room to one after the other until there is none left: the worst come first. */
class Room {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  take(render: () => Html): Html | undefined {
    if (this.#left <= 0) return undefined;
    const made = render();
    this.#left -= made.text.length;
    return made;
  }
}
