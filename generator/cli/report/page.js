// Filters the groups of a change report and shows who is in them. The page reads as well without it.
// All text goes into the page as text: nothing here makes HTML of a string.
'use strict';

/**
 * What `membersOf` of html-members.ts wrote; the numbers are places in its lists.
 * @type {{ clusters: string[], tenants: string[], shapes: [namespace: string, name: string, file: string][],
 *   groups: [cluster: number, shape: number, tenants: number[]][][] }}
 */
const data = JSON.parse(document.querySelector('#members').textContent);
const form = document.querySelector('#filter');
const rowsAtOnce = 100;

// Without scripts these lists are the members; here they would only be found by a search.
for (const list of document.querySelectorAll('noscript')) list.remove();

const cards = [...document.querySelectorAll('.card')].map((element) => ({
  element,
  blocks: data.groups[Number(element.dataset.group)],
  text: undefined,
}));

if (form !== null) start();
for (const { element, blocks } of cards) {
  const details = element.querySelector('.members');
  // A browser that comes back to the page may have it open already.
  if (details.open) showMembers(details, blocks);
  else details.addEventListener('toggle', () => showMembers(details, blocks), { once: true });
}
addEventListener('beforeprint', () => openExamples(true));

function start() {
  const aside = document.querySelector('#filters');
  aside.hidden = false;
  for (const link of document.querySelectorAll('#alone')) link.hidden = false;
  const wide = matchMedia('(min-width: 64rem)');
  const fold = () => {
    aside.firstElementChild.open = wide.matches;
  };
  wide.addEventListener('change', fold);
  fold();
  const names = data.tenants.filter((tenant) => tenant !== '').sort();
  document.querySelector('#tenants').append(...names.map((tenant) => new Option(tenant)));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => writeHash(apply()));
  form.addEventListener('reset', () => setTimeout(() => writeHash(apply())));
  let isOpen = false;
  document.querySelector('#unfold').addEventListener('click', ({ currentTarget: button }) => {
    isOpen = !isOpen;
    button.textContent = isOpen ? 'Close all examples' : 'Open all examples';
    openExamples(isOpen);
  });
  addEventListener('hashchange', readHash);
  readHash();
}

/** `#lane=exposure&tenant=acme` is a filter; `#change-4f2a9c0b71de` a place, which must not be filtered away. */
function readHash() {
  const hash = location.hash.slice(1);
  if (hash.includes('=')) {
    const wanted = new URLSearchParams(hash);
    for (const field of form.elements) {
      if (field.name === '') continue;
      if (field.type === 'checkbox') field.checked = wanted.getAll(field.name).includes(field.value);
      else field.value = wanted.get(field.name) ?? '';
    }
  }
  apply();
  const target = hash === '' ? null : document.getElementById(hash);
  if (!target?.closest('[hidden]')) return;
  form.reset();
  setTimeout(() => target.scrollIntoView());
}

/** Shows what the form asks for, and returns that. */
function apply() {
  const fields = new FormData(form);
  const wanted = new URLSearchParams([...fields].filter(([, value]) => value !== ''));
  const isShown = filterOf(wanted);
  let shown = 0;
  for (const card of cards) {
    card.element.hidden = !isShown(card);
    if (!card.element.hidden) shown += 1;
  }
  for (const section of document.querySelectorAll('main > section')) {
    section.hidden = section.querySelector('.card:not([hidden])') === null;
  }
  const all = `${cards.length} group${cards.length === 1 ? '' : 's'}`;
  document.querySelector('#shown').textContent = shown === cards.length ? all : `${shown} of ${all}`;
  document.querySelector('#nothing').hidden = shown > 0;
  return wanted;
}

/** The address keeps the filter, so that it can be sent to somebody; a place in it stays until there is a filter. */
function writeHash(wanted) {
  const hash = wanted.toString();
  if (hash === '' && !location.hash.includes('=')) return;
  try {
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  } catch {
    // A page without an address of its own, as in a preview, keeps its filter to itself.
  }
}

function filterOf(wanted) {
  const lanes = wanted.getAll('lane');
  const [kind, approval] = [wanted.get('kind'), wanted.get('approval')];
  const words = (wanted.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const isIn = placeFilter(wanted);
  return (card) => {
    const own = card.element.dataset;
    if (lanes.length > 0 && !lanes.includes(own.lane)) return false;
    if (kind !== null && own.kind !== kind) return false;
    if (approval !== null && own.approval !== approval) return false;
    if (!card.blocks.some(isIn)) return false;
    if (words.length === 0) return true;
    card.text ??= textOf(card.element);
    return words.every((word) => card.text.includes(word));
  };
}

/** A tenant's whole name means that tenant; a part of a name, all whose name holds it. */
function placeFilter(wanted) {
  const part = (wanted.get('tenant') ?? '').trim().toLowerCase();
  const names = data.tenants.map((tenant) => tenant.toLowerCase());
  const isMeant = names.map((tenant) => tenant === part);
  const tenants = isMeant.includes(true) ? isMeant : names.map((tenant) => tenant.includes(part));
  const cluster = data.clusters.indexOf(wanted.get('cluster'));
  return ([own, , members]) => {
    if (cluster >= 0 && own !== cluster) return false;
    return part === '' || members.some((tenant) => tenants[tenant]);
  };
}

/** What a card says, without the members that were opened. */
function textOf(card) {
  const parts = [...card.children].filter((child) => !child.matches('.members'));
  return parts.map((part) => part.textContent).join(' ').toLowerCase();
}

function openExamples(isOpen) {
  for (const { element } of cards) {
    if (!element.hidden) element.querySelector('.example').open = isOpen;
  }
}

function showMembers(details, blocks) {
  const filter = make('input');
  filter.type = 'search';
  filter.autocomplete = 'off';
  filter.value = form?.elements.tenant.value ?? '';
  const label = make('label', 'Find in members ');
  label.append(filter);
  const holder = make('div');
  details.append(label, holder);
  const show = () => {
    const found = findMembers(blocks, filter.value.trim().toLowerCase());
    holder.replaceChildren(...listOf(found, rowsAtOnce));
  };
  filter.addEventListener('input', show);
  show();
}

/** Rows of what is shown: cluster, tenant, object, file. */
function findMembers(blocks, part) {
  const rows = blocks.flatMap(([cluster, shape, tenants]) =>
    tenants.map((tenant) => {
      const own = { '\u0001': data.tenants[tenant], '\u0002': data.clusters[cluster] };
      const fill = (text) => text.replaceAll(/[\u0001\u0002]/g, (mark) => own[mark]);
      const [namespace, name, file] = data.shapes[shape].map(fill);
      const object = namespace === '' ? name : `${namespace}/${name}`;
      return [own['\u0002'], own['\u0001'], object, `rendered/${file}`];
    }),
  );
  return part === '' ? rows : rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(part)));
}

function listOf(rows, most) {
  if (rows.length === 0) return [make('p', 'No member is like that.')];
  const table = make('table');
  table.createTHead().append(rowOf('th', ['cluster', 'tenant', 'object', 'file']));
  table.createTBody().append(...rows.slice(0, most).map((row) => rowOf('td', row)));
  const box = make('div');
  box.className = 'rows';
  box.append(table);
  if (rows.length <= most) return [box];
  const more = make('button', `Show more: ${most} of ${rows.length}`);
  more.type = 'button';
  more.className = 'more';
  more.addEventListener('click', () => {
    const list = listOf(rows, most * 5);
    more.parentElement.replaceChildren(...list);
    list.at(-1).focus?.();
  });
  return [box, more];
}

function rowOf(tag, cells) {
  const row = make('tr');
  row.append(...cells.map((cell) => make(tag, cell)));
  return row;
}

function make(tag, text = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
