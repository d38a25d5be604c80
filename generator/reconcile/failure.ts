// The disk would not do what we asked: full, read-only, no permission. Neither a user's mistake nor a bug of ours.

export class DiskFailure extends Error {
  override readonly name = 'DiskFailure';
}

/** True for what the operating system refused, as against what our own code threw. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
