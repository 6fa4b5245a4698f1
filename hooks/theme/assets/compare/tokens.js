// The words of a text as comparison sees them: the same as protocolau/language/tokens.py, case by case
// (tests/comparison/ holds both to it). Case, marks and punctuation aside; a party's names count as one word.

const FIGURE = "(?<![0-9][.:])[0-9]+[.:][0-9]+(?![.:]?[0-9])|"; // with its point it is one word: 3.5 is not 3-5
const TOKEN = new RegExp(`${FIGURE}[\\p{L}\\p{N}]+|\\s+|[^\\p{L}\\p{N}]`, "gu");
// signs are read out as words are: 25% is not £25, nor > £25 what < £25 is
const BEGINS_AS_WORD = /^[\p{L}\p{N}£$€%<>≤≥+]/u;
const ALIKE = { "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-" };

/**
 * @typedef {{key: string, text: string, name: string}} Token a word, a run of white space, a mark, or a party's name:
 *   `key` is equal for tokens that count as the same, `name` is the radical of a party's name
 * @typedef {Object<string, [string, string]>} Names for each phrase, folded: what all names of one party share (empty
 *   for a phrase that means somebody else), and the phrase unmutated
 */

const cut = (text) => text.match(TOKEN) ?? [];

const LIMIT = /^([0-9]{1,3}|£|.+day)$/i;

/** A part in small letters, or the plainest of the marks that print alike; white space is white space. A stroke is "or", unless
 *  it stands behind a figure, as in a date, and a dash between two short figures or days of the week is "to". */
function keyOf(part, place, parts) {
  if (part === " ") return part;
  const key = (!part[1] && ALIKE[part]) || (part.trim() ? part.toLowerCase().replace(":", ".") : " "); // looked up where it may be one
  if (part === "/") return /[0-9]$/.test(parts[place - 1]) ? part : "or";
  if (key !== "-") return key;
  const beside = (step) => parts[place + step * (parts[place + step] === " " ? 2 : 1)];
  return LIMIT.test(beside(-1)) && LIMIT.test(beside(1)) && parts[place + 2] !== part ? "to" : key;
}

/** Whether a token is more than white space or a mark: most are told by their length, cheaply. */
export const isWord = ({ key }) => key[2] || BEGINS_AS_WORD.test(key);

/** @returns {string[]} the words of a text, each name of a party as one word that all its names share */
export const keys = (text, names) => tokens(text, names).filter(isWord).map(({ key }) => key);

/** @returns {string[]} the words of a text: equal for texts that differ in case, marks and punctuation alone */
export const words = (text) => keys(text, null);

/**
 * @param {string} text
 * @param {Map<string, [string, string]> | null} names
 * @returns {Token[]} all of which a text is made, in order
 */
export function tokens(text, names) {
  const parts = cut(text);
  const plain = parts.map(keyOf);
  const sizes = names && sizesOf(names);
  const found = [];
  for (let from = 0; from < parts.length; ) {
    const here = sizes?.get(plain[from]);
    const size = here?.find((size) => from + size <= parts.length && names.has(phrase(plain, from, size)));
    const end = from + (size || 1);
    const name = size && names.get(phrase(plain, from, size));
    if (name?.[0]) found.push({ key: name[0], text: parts.slice(from, end).join(""), name: name[1] });
    // A phrase that means somebody else is passed over whole: in "committee member" there is no member.
    else for (let place = from; place < end; place++) found.push({ key: plain[place], text: parts[place], name: "" });
    from = end;
  }
  return found;
}

const phrase = (plain, from, size) => (size === 1 ? plain[from] : plain.slice(from, from + size).join(""));

const known = new WeakMap();

/** For each word with which phrases begin how many tokens these have, the longest first. */
function sizesOf(names) {
  if (!known.has(names)) {
    const sizes = new Map();
    for (const phrase of names.keys()) {
      const parts = cut(phrase);
      if (!sizes.has(parts[0])) sizes.set(parts[0], new Set());
      sizes.get(parts[0]).add(parts.length);
    }
    known.set(names, new Map([...sizes].map(([first, found]) => [first, [...found].sort((a, b) => b - a)])));
  }
  return known.get(names);
}
