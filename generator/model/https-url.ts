// The parts of an address that the schemas let through: `https`, a lower-case host, a path; no user, port, query or fragment.

export interface UrlParts {
  readonly host: string;
  /** Begins with a slash, or is empty. */
  readonly path: string;
}

export function splitUrl(url: string): UrlParts {
  const rest = url.slice('https://'.length);
  const slash = rest.indexOf('/');
  return slash < 0 ? { host: rest, path: '' } : { host: rest.slice(0, slash), path: rest.slice(slash) };
}

/** Equal for addresses that a person, or some server, takes for the same one. */
export function normaliseUrl(url: string): string {
  return url.toLowerCase().replace(/\/+$/, '');
}
