// HTML in which text of unknown origin stays text: whatever is put into a template is escaped, unless it is HTML already.
// Knows no page.
import { visible } from '../terminal/visible.ts';

/** Text that is HTML. Only the functions of this file make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/** Values go between tags or into attributes with double quotes, nowhere else. `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + show(values[index])).join(''));
}

/** For text of our own that is HTML, or that HTML leaves alone: a style sheet, a script. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Most texts are: to look for what hides in them takes ten times as long. */
const isPlain = /^[ -~]*$/;

/** On one line; what hides or steers, a line break too, is shown by its number. */
export function escapeHtml(text: string): string {
  const shown = isPlain.test(text) ? text : visible(text);
  return shown.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value as JSON that may stand in a `<script>`: nothing in it can end one, or begin a comment. */
export function jsonForScript(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

function show(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeHtml(String(part));
}
