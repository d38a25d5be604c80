// What the words of several commands have in common: which repository, which voice, what a run is narrowed to.
import type { Command } from 'commander';
import type { ReportContext } from './commands/diff.ts';
import { type Context, findRoot, formats, reportFormats, requireFormat } from './context.ts';

/** Hears the exit code of the command that ran. */
export type Finish = (code: number) => void;

export function contextOf(command: Command): Context {
  const { root, format } = command.optsWithGlobals();
  return { root: findRoot(root), format: requireFormat(format, formats, command.name()) };
}

export function reportContextOf(command: Command): ReportContext {
  const { root, format } = command.optsWithGlobals();
  return { root: findRoot(root), format: requireFormat(format, reportFormats, command.name()) };
}

/** Stands below a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`.trimEnd();
}

export const tenantOption = ['--tenant <id...>', 'only these tenants'] as const;
export const clusterOption = ['--cluster <name...>', 'only these clusters'] as const;
