// What an ApplicationSet may do to its Applications. Knows the four policies and what none means.

/** Absent, it is to delete unless the controller says otherwise. */
export function mayDelete(policy: unknown): boolean {
  return policy === undefined || policy === 'sync' || policy === 'create-delete';
}
