// Reads pages and comments back by the grammar of their language: which elements they have, and which text outside of code.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Tags around it, outermost first. */
  readonly around: readonly string[];
  /** All text in it. */
  readonly text: string;
}

export interface Markup {
  readonly elements: readonly Element[];
  readonly comments: readonly string[];
  /** Pieces of text with the tags around each. */
  readonly texts: readonly { readonly text: string; readonly around: readonly string[] }[];
}

/** As GitHub reads a comment, but that HTML in it is kept, whatever it is. */
export function readMarkdown(text: string): Markup {
  const html = micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return read(parseFragment(html));
}

/** @param hasScripts as a browser reads it that runs scripts: what is in `<noscript>` is text to it */
export function readPage(text: string, hasScripts = true): Markup {
  return read(parse(text, { scriptingEnabled: hasScripts }));
}

function read(root: Node): Markup {
  const elements: Element[] = [];
  const comments: string[] = [];
  const texts: { text: string; around: readonly string[] }[] = [];
  const visit = (node: Node, around: readonly string[]): void => {
    if (node.nodeName === '#comment' && 'data' in node) comments.push(node.data);
    if (node.nodeName === '#text' && 'value' in node) texts.push({ text: node.value, around });
    const isElement = 'tagName' in node;
    if (isElement) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      elements.push({ tag: node.tagName, attributes, around, text: textOf(node) });
    }
    const inside = isElement ? [...around, node.tagName] : around;
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, inside);
  };
  visit(root, []);
  return { elements, comments, texts };
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
