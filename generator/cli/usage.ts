// A command line that cannot be obeyed, in a sentence with its repair. Wrong inputs are diagnostics, never this.
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
