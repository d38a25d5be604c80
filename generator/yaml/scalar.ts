// What an unquoted YAML word means (YAML 1.2 core schema), and which numbers would not survive being read.

const number =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const faithful = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** null, a boolean, a number or the text itself; see chapter 10.3.2 of the YAML 1.2.2 specification. */
export function readPlainScalar(text: string): null | boolean | number | string {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return startsLikeNumber(text) && number.test(text) ? toNumber(text) : text;
  }
}

/** True when a number's text is exactly how its value is written back: no lost digit, zero, point or exponent. */
export function isFaithful(text: string, value: number): boolean {
  return (
    faithful.test(text) && String(value) === text && (!Number.isInteger(value) || Number.isSafeInteger(value))
  );
}

function startsLikeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
}

function toNumber(text: string): number {
  if (/inf$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}
