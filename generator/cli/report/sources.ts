// Where a verdict comes from, as a link where it is a page. Reads no page.

export interface Link {
  readonly url: string;
  /** The host, which says who says so: `docs.aws.amazon.com`. */
  readonly label: string;
}

/** Nothing that could end a link in Markdown or an attribute in HTML. */
const plainUrl = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:\/[\w./~%+=&?#:,-]*)?$/i;

/** `undefined` for what is no plain https address. */
export function linkOf(source: string): Link | undefined {
  if (!plainUrl.test(source) || !URL.canParse(source)) return undefined;
  return { url: source, label: new URL(source).hostname.replace(/^www\./, '') };
}
