// The name grammars of the API server (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/). Knows
// no kind.

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const qualified = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** RFC 1123 label, at most `limit` characters. */
export function isDnsLabel(name: string, limit = 63): boolean {
  return name.length <= limit && label.test(name);
}

/** RFC 1123 subdomain: labels joined by dots. Only the whole has a limit, as in the API server. */
export function isDnsSubdomain(name: string, limit = 253): boolean {
  return name.length <= limit && name.split('.').every((part) => label.test(part));
}

/** RFC 1035 label: starts with a letter. */
export function isServiceName(name: string): boolean {
  return isDnsLabel(name) && /^[a-z]/.test(name);
}

/** RBAC names become path segments and may hold almost anything else. */
export function isPathSegment(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/%]/.test(name);
}

/** Label and annotation keys: an optional DNS prefix, a slash, at most 63 characters. */
export function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  return name.length <= 63 && qualified.test(name) && (slash < 0 || isDnsSubdomain(key.slice(0, slash)));
}

export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && qualified.test(value));
}

/** Names of ports that a Service, a probe or a policy may point at: at most 15, a letter somewhere, no double hyphen. */
export function isPortName(name: string): boolean {
  return isDnsLabel(name, 15) && /[a-z]/.test(name) && !name.includes('--');
}
