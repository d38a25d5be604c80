// What makes a uvu file green without testing, as far as its text shows. Runs nothing: what only a run shows is `test-file.ts`'s work.

/** One sentence per way in which `text`, a test file, would pass without testing; empty when there is none. */
export function findSilentGreens(text: string): string[] {
  return [...findUnrunSuites(text), ...findBlindComparisons(text)];
}

function findUnrunSuites(text: string): string[] {
  const names = [...text.matchAll(/\bconst (\w+) = suite\b/g)].map((match) => String(match[1]));
  if (/\bimport\s*\{[^}]*\btest\b[^}]*\}\s*from\s*['"]uvu['"]/.test(text)) names.push('test');
  return names.flatMap((name) => {
    const run = text.lastIndexOf(`${name}.run(`);
    if (run < 0) return [`\`${name}\` is never run: end the file with \`${name}.run();\`.`];
    // uvu empties a suite when it is run, so what is added later waits for a second run that never comes.
    const late = new RegExp(`\\b${name}(?:\\.only)?\\(`).test(text.slice(run));
    return late
      ? [`\`${name}\` gets tests after \`${name}.run()\`: move \`${name}.run();\` to the end.`]
      : [];
  });
}

/** uvu trims and dedents both sides of these two: a tree of YAML that lost its indentation would pass. */
function findBlindComparisons(text: string): string[] {
  return ['fixture', 'snapshot'].flatMap((name) => {
    const called = new RegExp(`\\bassert\\.${name}\\b`).test(text);
    const imported = new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\}\\s*from\\s*['"]uvu/assert['"]`).test(text);
    return called || imported
      ? [`\`assert.${name}\` ignores whitespace: compare text with \`assert.is\`.`]
      : [];
  });
}
