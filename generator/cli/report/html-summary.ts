// The head of the page: what the change does, lane by lane, and the filters. Knows no group in detail.
import { laneWords } from '../../changes/lane.ts';
import type { Report } from '../../review/report.ts';
import { countOf, groupDigits } from '../terminal/count.ts';
import { headline } from './headline.ts';
import { kindOf } from './html-entry.ts';
import { type Html, html } from './html-text.ts';

export function renderSummary(report: Report): Html {
  const refused = report.entries.filter(({ isRefused }) => isRefused).length;
  const demand =
    refused === 0
      ? undefined
      : html`\n<p class="demand"><strong>${countOf(refused, 'group')} must be approved</strong> before this can be rendered. <a id="alone" href="#approval=needed" hidden>Show ${refused === 1 ? 'it' : 'them'} alone</a></p>`;
  return html`
<header class="top">
<p class="kicker">Change report against <code>${report.base}</code></p>
<h1>What this change does</h1>
<p class="lead">${headline(report)}</p>${demand}
${report.lanes.length === 0 ? undefined : renderLanes(report)}
</header>`;
}

function renderLanes({ lanes }: Report): Html {
  const rows = lanes.map(({ lane, groups, changes, tenants, clusters }) => {
    const { name, meaning } = laneWords[lane];
    const numbers = [groups, changes, tenants, clusters].map(
      (number) => html`<td>${groupDigits(number)}</td>`,
    );
    return html`
<tr><th scope="row"><a class="lane ${lane}" href="#lane-${lane}">${name}</a></th><td>${meaning}</td>${numbers}</tr>`;
  });
  const heads = ['Lane', 'A change in it', 'Groups', 'Changes', 'Tenants', 'Clusters'];
  return html`<table class="lanes">
<caption>By lane, the worst first</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}
</tbody>
</table>`;
}

/** Hidden until the script that makes them work is there. */
export function renderFilters({ lanes, entries }: Report): Html {
  const chips = lanes.map(({ lane, groups }) => {
    return html`
<label class="chip"><input type="checkbox" name="lane" value="${lane}"><span class="lane ${lane}">${laneWords[lane].name}</span> <span class="muted">${groupDigits(groups)}</span></label>`;
  });
  const clusters = namesOf(entries.flatMap(({ members }) => members.map(({ cluster }) => cluster)));
  const kinds = namesOf(entries.map(kindOf));
  return html`
<aside id="filters" hidden>
<details>
<summary>Filter <output id="shown" role="status" form="filter"></output></summary>
<form id="filter" role="search" aria-label="Groups of changes">
<label>Text <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="field, value, file, reason"></label>
<fieldset><legend>Lane</legend>${chips}
</fieldset>
<label>Tenant <input type="search" name="tenant" list="tenants" autocomplete="off" spellcheck="false"></label>
<datalist id="tenants"></datalist>
${renderSelect('Cluster', 'cluster', clusters)}
${renderSelect('Kind', 'kind', kinds)}
<label class="check"><input type="checkbox" name="approval" value="needed"> Only what needs an approval</label>
<p class="buttons"><button type="reset">Clear</button> <button type="button" id="unfold">Open all examples</button></p>
</form>
</details>
</aside>`;
}

function renderSelect(label: string, name: string, values: readonly string[]): Html {
  const options = values.map((value) => html`<option value="${value}">${value}</option>`);
  return html`<label>${label} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
