// What the process ends with. 3, a dangerous change that waits for its approval, comes with the approvals.
export const exit = {
  clean: 0,
  /** The input is wrong or the tree is stale. */
  wrong: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Not the user's doing: we broke, or the disk did. */
  broken: 70,
  /** Interrupted at a question: 128 + SIGINT, as a shell counts. */
  interrupted: 130,
} as const;
