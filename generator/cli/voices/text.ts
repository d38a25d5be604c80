// Diagnostics as a person reads them: place, code, sentence, repair, and the line itself. Reads no file, keeps no secret
// but hides what holds one.

import { type Diagnostic, type Place, secretCode } from '../../model/diagnostic.ts';
import { countOf } from '../terminal/count.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { renderFrame } from './frame.ts';

export interface TextVoice {
  readonly paint: Paint;
  /** The text of a file as it was judged, or undefined where it is not to be had. */
  readonly textOf: (file: string) => string | undefined;
}

/** In the given order, a blank line between two, and a closing line that counts them. Empty when there are none. */
export function renderText(diagnostics: readonly Diagnostic[], { paint, textOf }: TextVoice): string {
  if (diagnostics.length === 0) return '';
  const secret = new Set(diagnostics.filter(({ code }) => code === secretCode).map(({ file }) => file));
  const frameOf = (place: Place, indent: string): string => {
    const text = secret.has(place.file) ? undefined : textOf(place.file);
    if (text === undefined) return '';
    return renderFrame(text, place, paint)
      .map((line) => `${indent}${line}\n`)
      .join('');
  };
  const blocks = diagnostics.map(
    (diagnostic) =>
      renderDiagnostic(diagnostic, paint) + frameOf(diagnostic, '    ') + renderRelated(diagnostic),
  );
  return `${blocks.join('\n')}\n${paint('bold', count(diagnostics))}\n`;

  function renderRelated({ related = [] }: Diagnostic): string {
    return related
      .map((other) => `  ${showPlace(other)} ${visible(other.message)}\n${frameOf(other, '      ')}`)
      .join('');
  }
}

function renderDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { code, severity, message, hint } = diagnostic;
  const place = paint('bold', showPlace(diagnostic));
  const name = paint(severity === 'error' ? 'red' : 'yellow', code);
  const sentence = visible(hint === undefined ? message : `${message} ${hint}`);
  return `${place} ${name} ${sentence}\n`;
}

function showPlace({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}

/** `5 mistakes and 1 warning in 2 files` */
function count(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  const parts = [
    ...(errors > 0 ? [countOf(errors, 'mistake')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ];
  return `${parts.join(' and ')} in ${countOf(files, 'file')}`;
}
