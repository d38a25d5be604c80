// One group of changes as a card of the page. Knows neither the other groups nor the page's script.
import { isBlocking, laneWords } from '../../changes/lane.ts';
import { kindId } from '../../changes/object.ts';
import { describeWhere, subjectOf } from '../../changes/words.ts';
import type { Exception } from '../../review/exceptions.ts';
import type { Cause, Entry } from '../../review/report.ts';
import { countOf } from '../terminal/count.ts';
import { describeExceptions } from './exceptions.ts';
import { type Html, html } from './html-text.ts';
import { linkOf } from './sources.ts';

export interface Inside {
  /** `undefined` where there was no room for it. */
  readonly example: Html | undefined;
  readonly members: Html | undefined;
}

/** @param number of the group in the report, by which the script finds its members */
export function renderEntry(entry: Entry, number: number, inside: Inside): Html {
  const { id, lane, example } = entry;
  return html`
<article id="change-${id}" class="card ${lane}" data-group="${number}" data-lane="${lane}" data-kind="${kindOf(entry)}" data-approval="${approvalOf(entry)}" aria-labelledby="title-${id}">
<header>
${renderTitle(entry)}
<p class="where">${describeWhere(entry.members)}</p>
</header>
${renderVerdicts(entry)}
<dl class="facts">${[...entry.causes.map(renderCause), ...renderExceptions(entry), renderApproval(entry)]}</dl>
<details class="example"><summary>Example <code>rendered/${example.object.file}</code></summary>
${inside.example ?? html`<p class="muted">Left out: the page would become too large. The file holds it.</p>`}
</details>
<details class="members"><summary>${countOf(entry.members.length, 'member')}</summary>
<noscript>${inside.members ?? html`<p class="muted">Left out: the page would become too large.</p>`}</noscript>
</details>
</article>`;
}

/** By which a reader filters: `apps/Deployment`, `Service`. */
export function kindOf({ example }: Entry): string {
  return kindId(example.object).replace(/^\//, '');
}

export function approvalOf({ lane, isRefused }: Entry): 'needed' | 'given' | 'none' {
  return isRefused ? 'needed' : isBlocking(lane) ? 'given' : 'none';
}

function renderTitle(entry: Entry): Html {
  const { id } = entry;
  const { what, change } = subjectOf(entry);
  const field = change && html` <code class="field">${change.field}</code>`;
  const values =
    change &&
    html`\n<p class="values"><del>${change.before}</del> <span role="img" aria-label="becomes">→</span> <ins>${change.after}</ins></p>`;
  return html`<h3 id="title-${id}">${what}${field}</h3>
<a class="permalink" href="#change-${id}" title="Link to this change"><code>${id}</code></a>${values}`;
}

function renderVerdicts({ example }: Entry): Html | undefined {
  const told = example.verdicts.filter(({ lane }) => lane !== 'neutral');
  if (told.length === 0) return undefined;
  const items = told.map(({ lane, reason, source }) => {
    return html`\n<li><span class="lane ${lane}">${laneWords[lane].name}</span> <span>${reason}${renderSource(source)}</span></li>`;
  });
  return html`<ul class="verdicts">${items}\n</ul>`;
}

function renderSource(source: string): Html | undefined {
  if (source === '') return undefined;
  const link = linkOf(source);
  return link === undefined
    ? html` <small>${source}</small>`
    : html` <small><a href="${link.url}" rel="noreferrer">${link.label}</a></small>`;
}

function renderCause({ place: { file, line, column }, setting, edit }: Cause): Html {
  const [before, after] = [edit.before, edit.after].map(showScalar);
  const values =
    before !== undefined && after !== undefined
      ? html` <del>${before}</del> <span role="img" aria-label="becomes">→</span> <ins>${after}</ins>`
      : undefined;
  return html`\n<dt>Caused by</dt> <dd><code>${file}:${line}:${column}</code> ${setting === '' ? undefined : html`<code>${setting}</code>`}${values}</dd>`;
}

/** What an input says, where that is short. */
function showScalar(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined;
  const text = String(value);
  return text.length <= 80 ? text : undefined;
}

function renderExceptions(entry: Entry): Html[] {
  const bySetting = [...Map.groupBy(entry.exceptions, ({ setting }) => setting).values()];
  return describeExceptions(entry).map((line, index) => {
    const all = bySetting[index] ?? [];
    const tenants = new Set(all.map(({ tenant }) => tenant)).size;
    // The sentence names the first few.
    const list = line.endsWith(' more') ? renderAll(all, tenants) : undefined;
    return html`\n<dt>Exceptions</dt> <dd>${line}${list}</dd>`;
  });
}

function renderAll(exceptions: readonly Exception[], tenants: number): Html {
  const places = exceptions.map(
    ({ tenant, cluster, place }) => `${tenant} on ${cluster} (${place.file}:${place.line}:${place.column})`,
  );
  return html`<details><summary>All ${countOf(tenants, 'tenant')}</summary><p>${places.join(', ')}</p></details>`;
}

function renderApproval(entry: Entry): Html {
  const { id, approvedBy, isRefused } = entry;
  const term = html`\n<dt>Approval</dt> `;
  if (approvedBy !== undefined)
    return html`${term}<dd><span class="given">Approved</span> by <code>${approvedBy}</code></dd>`;
  if (!isRefused) return html`${term}<dd>Needs none</dd>`;
  return html`${term}<dd><details><summary><span class="needed">Needs an approval</span> in <code>platform/approvals/${id}.yaml</code></summary><pre>change: ${id}
reason: why the danger is worth it
requestedBy: mailbox of who asked for it
expires: "last day it counts, as 2026-12-31"
</pre></details></dd>`;
}
