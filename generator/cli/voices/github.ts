// Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
import type { Diagnostic, Related } from '../../model/diagnostic.ts';
import { visible } from '../terminal/visible.ts';

/** One line each. */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${renderCommand(diagnostic)}\n`).join('');
}

function renderCommand(diagnostic: Diagnostic): string {
  const { severity, file, line, column, length, code, message, hint, related = [] } = diagnostic;
  const properties = {
    file,
    line,
    col: column,
    // The last column itself, not the one after it: left out, it is taken to be `col`.
    ...(length !== undefined && length > 0 && { endColumn: column + length - 1 }),
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const sentence = hint === undefined ? message : `${message} ${hint}`;
  const text = [sentence, ...related.map(renderRelated)].map(escapeData).join('%0A');
  return `::${severity} ${list.join(',')}::${text}`;
}

function renderRelated({ file, line, column, message }: Related): string {
  return `${file}:${line}:${column} ${message}`;
}

function escapeData(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
