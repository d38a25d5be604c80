// The order in which Argo CD applies the objects of one Application. What is not named here is wave 0.

export const waves = {
  /** A component's namespace, before all that its charts put there. */
  namespace: '-3',
  /** Settings first: the migration reads its own. */
  config: '-2',
  /** The database schema is new before the first new pod is. */
  migration: '-1',
  /** Once the controllers of wave 0 are healthy: kinds that Crossplane installs when it starts. */
  packages: '1',
  /** Once packages are healthy: kinds that they install. */
  afterPackages: '2',
} as const;
