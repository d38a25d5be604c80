// The order in which Argo CD applies the objects of one Application. What is not named here is wave 0.

export const waves = {
  /** Settings first: the migration reads its own. */
  config: '-2',
  /** The database schema is new before the first new pod is. */
  migration: '-1',
} as const;
