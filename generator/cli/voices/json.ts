// Data for machines: diagnostics as a JSON array, and whatever else a command has to show. Knows nothing of people.
import type { Diagnostic } from '../../model/diagnostic.ts';

/** The fields of `Diagnostic`, in its order whatever order they were put together in. */
export function orderFields(diagnostic: Diagnostic): Diagnostic {
  const { file, line, column, length, code, severity, message, hint, related } = diagnostic;
  return {
    file,
    line,
    column,
    ...(length !== undefined && { length }),
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(related !== undefined && { related }),
  };
}

/** Escapes whatever a terminal would obey or hide: the value stays the same. Ends in a line break. */
export function renderJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/(?![\n ])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
