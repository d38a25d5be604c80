// When two names look the same to a person, and which alphabets a name is written in. Knows nothing of tenants.

/**
 * Letters of other alphabets that look like Latin ones. A selection of the letters that names are written
 * with, after Unicode Technical Standard #39, `confusables.txt`; the whole list is mostly symbols that no name may hold.
 */
// biome-ignore format: a table
const twins: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', н: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o',
  р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', ц: 'u', ѵ: 'v', ԝ: 'w', х: 'x', у: 'y', ү: 'y', з: '3', б: '6', ѳ: 'o',
  // Greek, whose capitals look like other letters than its small ones do
  α: 'a', β: 'b', ϲ: 'c', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', θ: 'o', τ: 't', υ: 'u',
  χ: 'x', γ: 'y', ζ: 'z', σ: 'o', ω: 'w', Η: 'h', Ν: 'n', Υ: 'y',
  // Armenian, and Latin itself
  ո: 'n', ս: 'u', օ: 'o', հ: 'h', զ: 'q', ց: 'g', ı: 'i', ɑ: 'a', ɡ: 'g', ɩ: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss',
};

const ascii = /^[\x20-\x7e]*$/;

/** What remains of a text for the eye: two texts with one skeleton can be taken for each other. Spaces and signs are dropped. */
export function skeletonOf(text: string): string {
  const isPlain = ascii.test(text);
  const letters = isPlain
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : foldLetters(text).replace(/[^\p{L}\p{N}]+/gu, '');
  return foldShapes(letters);
}

/** A host keeps its dots, since they decide whose it is; what `xn--` stands for must have been decoded. */
export function skeletonOfHost(host: string): string {
  return ascii.test(host) ? foldShapes(host.replaceAll('-', '')) : host.split('.').map(skeletonOf).join('.');
}

/** Plain replacements, not one pattern with a callback: this runs for every name of the fleet. */
function foldShapes(text: string): string {
  return text
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('i', 'l');
}

/** Compatibility forms, accents and letters of other alphabets become what they look like. */
function foldLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return twin(twin(plain).toLowerCase());
}

function twin(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (letter) => twins[letter] ?? letter);
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  // Japanese and Korean are written with several scripts at once, which is why UTS #39 takes them as one.
  [
    'East Asian',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  ],
];

const known =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;

/** The alphabets of a text's letters; `another` stands for all that have no name here. */
export function scriptsOf(text: string): string[] {
  if (ascii.test(text)) return /[A-Za-z]/.test(text) ? ['Latin'] : [];
  const found = scripts.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  return /\p{L}/u.test(text.replace(known, '')) ? [...found, 'another'] : found;
}
