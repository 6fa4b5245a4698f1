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

/** A text in small letters, with the plainest of the marks that print alike. */
const folded = (text) => text.toLowerCase().replace(/[’‘“”–—]/g, (mark) => ALIKE[mark]);

const cut = (text) => text.match(TOKEN) ?? [];

/** Whether a token is more than white space or a mark. */
export const isWord = (token) => ENDS_AS_WORD.test(token.key);

/** @returns {string[]} the words of a text: equal for texts that differ in case, marks and punctuation alone */
export const words = (text) => cut(text.toLowerCase()).filter((token) => BEGINS_AS_WORD.test(token));

/** @returns {string[]} the words of a text, each name of a party as one word that all its names share */
export const keys = (text, names) => tokens(text, names).filter(isWord).map((token) => token.key);

/**
 * @param {string} text
 * @param {Map<string, [string, string]> | null} names
 * @returns {Token[]} all of which a text is made, in order
 */
export function tokens(text, names) {
  const plain = cut(text).map((part) => ({ key: part.trim() ? folded(part) : " ", text: part, name: "" }));
  return names?.size ? named(plain, names) : plain;
}

function named(plain, names) {
  const { firsts, longest } = extent(names);
  const found = [];
  for (let position = 0; position < plain.length; ) {
    const { size, isName } = firsts.has(plain[position].key) ? nameAt(plain, position, names, longest) : NO_NAME;
    const parts = plain.slice(position, position + size);
    // A phrase that means somebody else is passed over whole: in "committee member" there is no member.
    found.push(...(isName ? [joined(parts, names)] : parts));
    position += size;
  }
  return found;
}

const extents = new WeakMap();

/** The first words of all phrases, and the most tokens that one has. */
function extent(names) {
  if (!extents.has(names)) {
    const phrases = [...names.keys()].map(cut);
    extents.set(names, {
      firsts: new Set(phrases.map((phrase) => phrase[0])),
      longest: Math.max(0, ...phrases.map((phrase) => phrase.length)),
    });
  }
  return extents.get(names);
}

const phraseOf = (parts) => parts.map((token) => token.key).join("");

const NO_NAME = { size: 1, isName: false };

/** How many tokens the longest phrase that begins here has, and whether it is a name; one token where none does. */
function nameAt(plain, position, names, longest) {
  for (let size = Math.min(longest, plain.length - position); size > 0; size--) {
    const name = names.get(phraseOf(plain.slice(position, position + size)));
    if (name) return { size, isName: Boolean(name[0]) };
  }
  return NO_NAME;
}

function joined(parts, names) {
  const [party, radical] = names.get(phraseOf(parts));
  return { key: party, text: parts.map((token) => token.text).join(""), name: radical };
}
