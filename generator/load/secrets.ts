// Finds credentials in an input, and says where without repeating them. Knows only what credentials look like.
import { type Diagnostic, secretCode } from '../model/diagnostic.ts';
import type { Path, Source, Yaml } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';
import { placesIn } from '../yaml/places.ts';

/** One group per kind, in the order of `kinds`. Prefixes as their issuers document them. */
const shape = new RegExp(
  [
    String.raw`(\b(?:AKIA|ASIA)[A-Z0-9]{16}\b)`,
    '(-----BEGIN [A-Z0-9 ]{1,40}-----)',
    String.raw`(\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*)`,
    String.raw`(\bgh[oprsu]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22,})`,
    String.raw`(\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{10,}|hooks\.slack\.com/services/[A-Za-z0-9/]{10,})`,
    // What `artisan key:generate` writes.
    String.raw`(\bbase64:[A-Za-z0-9+/]{43}=)`,
    String.raw`(\b[a-z]{2,12}://[^\s/:@]{0,64}:[^\s/@]{3,128}@)`,
    String.raw`(\b[Bb]earer [A-Za-z0-9._~+/-]{20,}|\b[Bb]asic (?=[A-Za-z+/]{0,99}[0-9=])[A-Za-z0-9+/]{12,}={0,2})`,
    [
      String.raw`(\bglpat-[\w-]{20,}`,
      String.raw`\bnpm_[A-Za-z0-9]{36}`,
      String.raw`\bAIza[\w-]{35}`,
      String.raw`\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}`,
      String.raw`\bwhsec_[A-Za-z0-9+/]{24,}`,
      String.raw`\bSG\.[\w-]{16,32}\.[\w-]{16,64}`,
      String.raw`\bhv[bs]\.[\w-]{20,}`,
      String.raw`\bsk-[\w-]{32,}`,
      String.raw`\bAGE-SECRET-KEY-1[A-Z0-9]{58})`,
    ].join('|'),
  ].join('|'),
);
const shapes = new RegExp(shape, 'g');

const kinds = [
  'An AWS access key',
  'A PEM block',
  'A JSON web token',
  'A GitHub token',
  'A Slack token',
  'A Laravel application key',
  'An address with a password',
  'An HTTP credential',
  'An API key',
];

/** 40 characters of base64 with all three classes are how AWS writes secret access keys; a git commit or a digest is not. */
const awsSecretKey = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/]{40}$/;

const credentialKey =
  /(?:password|passwd|pwd|passphrase|secret|token|credentials?|(?:api|app|access|private|signing|encryption)[-_]?key)$/i;

/** Words and versions joined by separators, paths and templates name a credential; they are none. */
const reference = /^(?:[a-z]+(?:[-_./](?:[a-z]+|v?\d{1,2}))*|arn:.*|\/.*|\$\{.*\})$/i;

/** What base64 and its variants are written with. */
const encoded = /^[A-Za-z0-9+/_=-]{32,}$/;

/** Settings are words, numbers and addresses. */
const randomPart = /\b(?=[A-Za-z]{0,63}\d)(?=\d{0,63}[A-Za-z])[A-Za-z0-9]{20,}/;

/** Credentials of known shape anywhere in `text`, comments too, whether or not it is YAML. */
export function findSecretsInText(file: string, text: string): Diagnostic[] {
  const found = [...text.matchAll(shapes)];
  if (found.length === 0) return [];
  const place = placesIn(file, text);
  return found.map((match) => complain(place({ at: match.index, length: 0 }), kindOf(match)));
}

/**
 * Credentials that only the value shows: written with escapes or over several lines, or told by the key they belong to.
 * A place that the text itself gave away is not told twice.
 */
export function findSecretsInValue(source: Source, inText: readonly Diagnostic[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = new Set(inText.map((diagnostic) => diagnostic.line));
  walk(source.value, [], (path, text) => {
    const kind = kindOfValue(path, text);
    if (kind === undefined) return;
    const { file, line, column } = locate(source, path, 'value');
    if (!lines.has(line)) found.push(complain({ file, line, column }, kind));
  });
  return found;
}

function kindOfValue(path: Path, text: string): string | undefined {
  if (text.length < 10) return undefined;
  const match = shape.exec(text);
  if (match) return kindOf(match);
  if (text.length === 40 && awsSecretKey.test(text)) return 'What looks like an AWS secret access key';
  return isRandom(path, text) ? 'What looks like a credential' : undefined;
}

function isRandom(path: Path, text: string): boolean {
  if (/\s/.test(text) || reference.test(text)) return false;
  if (encoded.test(text) && (text.match(/[A-Za-z0-9+/]{24,}/g) ?? []).some(isMixed)) return true;
  if (path.includes('env') && randomPart.test(text)) return entropy(text) > 3;
  return credentialKey.test(String(path.at(-1) ?? '')) && entropy(text) >= 3;
}

/** Names change between capitals, small letters and digits now and then, chance does at three places of five. */
function isMixed(text: string): boolean {
  const classes = Array.from(text, (character) =>
    /\d/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : 2,
  );
  const changes = classes.filter((one, at) => at > 0 && one !== classes[at - 1]).length;
  return new Set(classes).size === 3 && changes / text.length > 0.4;
}

function kindOf(match: RegExpMatchArray): string {
  const group = match.slice(1).findIndex((part) => part !== undefined);
  return kinds[group] ?? 'A credential';
}

function complain(place: { file: string; line: number; column: number }, kind: string): Diagnostic {
  return {
    ...place,
    code: secretCode,
    severity: 'error',
    message: `${kind} is written here.`,
    hint: 'Remove it, keep it in AWS Secrets Manager, and replace it where it was issued: whoever saw this file has it.',
  };
}

/** Lends `visit` one path that changes from call to call: most files have nothing to hide, and a copy per value costs. */
function walk(value: Yaml, path: (string | number)[], visit: (path: Path, text: string) => void): void {
  if (typeof value === 'string') visit(path, value);
  else if (value !== null && typeof value === 'object') {
    for (const key in value) {
      path.push(Array.isArray(value) ? Number(key) : key);
      walk((value as Record<string, Yaml>)[key] as Yaml, path, visit);
      path.pop();
    }
  }
}

/** Shannon's, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
