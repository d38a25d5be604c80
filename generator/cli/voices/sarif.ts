// Diagnostics as SARIF 2.1.0, for code-scanning dashboards.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Diagnostic, Place } from '../../model/diagnostic.ts';

/** One log with one run. Places are relative to `SRCROOT`, the repository; columns count UTF-16 units. */
export function sarifOf(diagnostics: readonly Diagnostic[]): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tenantry', rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The repository.' } } },
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number): object {
  const { code, severity, message, hint, related = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: locationOf(diagnostic) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        physicalLocation: locationOf(place),
        message: { text: place.message },
      })),
    }),
  };
}

function locationOf({ file, line, column, length }: Place): object {
  const uri = file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri, uriBaseId: 'SRCROOT' },
    region: {
      startLine: line,
      startColumn: column,
      ...(length !== undefined && length > 0 && { endColumn: column + length }),
    },
  };
}
