// The words of a text as comparison sees them: the same as protocolau/language/tokens.py, case by case
// (tests/comparison/ holds both to it). Case, marks and punctuation aside; a party's names count as one word.

const TOKEN = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}]/gu;
const BEGINS_AS_WORD = /^[\p{L}\p{N}]/u;
const ENDS_AS_WORD = /[\p{L}\p{N}]$/u;
const ALIKE = { "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-" };

/**
 * @typedef {{key: string, text: string, name: string}} Token a word, a run of white space, a mark, or a party's name:
 *   `key` is equal for tokens that count as the same, `name` is the radical of a party's name
 * @typedef {Object<string, [string, string]>} Names for each phrase, folded: what all names of one party share (empty
 *   for a phrase that means somebody else), and the phrase unmutated
 */

const cut = (text) => text.match(TOKEN) ?? [];

/** A part in small letters, or the plainest of the marks that print alike; white space is white space. */
const keyOf = (part) => ALIKE[part] ?? (part.trim() ? part.toLowerCase() : " ");

/** Whether a token is more than white space or a mark. */
export const isWord = (token) => ENDS_AS_WORD.test(token.key);

/** @returns {string[]} the words of a text: equal for texts that differ in case, marks and punctuation alone */
export const words = (text) => cut(text.toLowerCase()).filter((token) => BEGINS_AS_WORD.test(token));

/** @returns {string[]} the words of a text, each name of a party as one word that all its names share */
export function keys(text, names) {
  const plain = cut(text).map(keyOf);
  const found = [];
  for (const { from, size, name } of runs(plain, names)) {
    if (name) found.push(name[0]);
    else for (let place = from; place < from + size; place++) if (BEGINS_AS_WORD.test(plain[place])) found.push(plain[place]);
  }
  return found;
}

/**
 * @param {string} text
 * @param {Map<string, [string, string]> | null} names
 * @returns {Token[]} all of which a text is made, in order
 */
export function tokens(text, names) {
  const parts = cut(text);
  const plain = parts.map(keyOf);
  const found = [];
  for (const { from, size, name } of runs(plain, names)) {
    if (name) found.push({ key: name[0], text: parts.slice(from, from + size).join(""), name: name[1] });
    else for (let place = from; place < from + size; place++) found.push({ key: plain[place], text: parts[place], name: "" });
  }
  return found;
}

/** The names in a text, and what is between them, by their places; `name` is that of a party. */
function* runs(plain, names) {
  const sizes = names?.size ? sizesOf(names) : new Map();
  for (let from = 0; from < plain.length; ) {
    const { size, name } = phraseAt(plain, from, names, sizes.get(plain[from]));
    // A phrase that means somebody else is passed over whole: in "committee member" there is no member.
    yield { from, size, name: name?.[0] ? name : null };
    from += size;
  }
}

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

/** The longest phrase that begins here, and how many tokens it has; one token where none does. */
function phraseAt(plain, from, names, sizes = []) {
  for (const size of sizes) {
    const name = from + size <= plain.length && names.get(plain.slice(from, from + size).join(""));
    if (name) return { size, name };
  }
  return { size: 1 };
}
