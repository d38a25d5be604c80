// How the catalogue means a path: itself and everything below it.

/** `/api/policies/17` is below `/api/policies`, and so is `/api/policies`; `/api/policies-old` is not. */
export function isBelow(path: string, parent: string): boolean {
  return parent === '/' || path === parent || path.startsWith(`${parent}/`);
}

/** `.` and `..` are gone when a proxy compares (RFC 3986, section 5.2.4), so a path that has them matches nothing. */
export function dotSegmentOf(path: string): string | undefined {
  return path.split('/').find((segment) => segment === '.' || segment === '..');
}
