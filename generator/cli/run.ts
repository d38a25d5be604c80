// One run of the command line: words in, exit code out. Tells users' mistakes from the disk's and from ours.
import { CommanderError } from 'commander';
import { GitRefusal } from '../load/revision.ts';
import { DiskFailure, isSystemError } from '../reconcile/failure.ts';
import { exit } from './exit.ts';
import { createProgram } from './program.ts';
import { visible } from './terminal/visible.ts';
import { UsageError } from './usage.ts';

/** Runs `words` (without `node` and the file) and returns the exit code. Whatever fails has been told by then. */
export async function run(words: readonly string[]): Promise<number> {
  // Whoever reads us may stop (`| head`); that is no failure, and the exit code stays what the run makes it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', passOverBrokenPipe);
  let code: number = exit.clean;
  try {
    const program = createProgram((result) => {
      code = result;
    });
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    return tell(error);
  }
}

function passOverBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function tell(error: unknown): number {
  // Commander has already said what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.usage;
  if (!(error instanceof Error)) return apologise(String(error));
  if (error.name === 'ExitPromptError') {
    process.stderr.write('Stopped; nothing was written.\n');
    return exit.interrupted;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`tenantry: ${visible(error.message)}\n`);
    return exit.usage;
  }
  if (error instanceof GitRefusal) {
    process.stderr.write(`tenantry: git would not say what was committed: ${visible(error.message)}\n`);
    return exit.broken;
  }
  if (error instanceof DiskFailure || isSystemError(error)) {
    process.stderr.write(`tenantry: the disk would not do it: ${visible(error.message)}.\n`);
    return exit.broken;
  }
  return apologise(error.stack ?? error.message);
}

function apologise(trace: string): number {
  const lines = trace.split('\n').map(visible).join('\n');
  process.stderr.write(
    `tenantry: this is a mistake of ours, not of your input. Please report it with these lines:\n\n${lines}\n`,
  );
  return exit.broken;
}
