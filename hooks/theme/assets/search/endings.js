// Which words are forms of one, as far as their endings tell. Pure functions.

/** Those that leave the sense of a word, which a saying may have instead of its own. */
const INFLECTIONS = {
  en: ["", "s", "es", "d", "ed", "e", "ing", "y", "ies", "ied", "ly"],
  cy: ["", "au", "iau", "ion", "on", "i", "o", "u", "ir", "wyd", "odd", "ais", "aist", "aid", "af", "wch", "wn", "an", "ith", "iff", "io"],
};
/** Letters that forms of one word have in common. */
export const SHORT_STEM = 4;
/** Letters by which words are told apart at first; no fewer than forms of one have in common. */
export const BEGINNING = SHORT_STEM;

/**
 * @template T
 * @param {T[]} all
 * @param {(one: T) => string} wordOf
 * @returns {Map<string, T[]>} some things by how a word of each begins
 */
export function byBeginning(all, wordOf) {
  const found = new Map();
  for (const one of all) {
    const beginning = wordOf(one).slice(0, BEGINNING);
    if (!found.has(beginning)) found.set(beginning, []);
    found.get(beginning).push(one);
  }
  return found;
}

/** @returns {boolean} whether two words are forms of one */
export const isInflected = (one, other, language) => haveEndings(one, other, INFLECTIONS[language]);

/** @returns {boolean} whether two words differ in their endings alone. */
export function haveEndings(one, other, ends) {
  const common = commonStart(one, other);
  if (common < SHORT_STEM) return false;
  const isStem = (size) => size >= SHORT_STEM && ends.includes(one.slice(size)) && ends.includes(other.slice(size));
  return [0, 1, 2, 3].some((less) => isStem(common - less));
}

/** @returns {number} how many letters two words have in common at their beginning */
function commonStart(one, other) {
  let size = 0;
  while (size < one.length && one[size] === other[size]) size += 1;
  return size;
}

/** @returns {string} a word without the longest ending that leaves its sense, if enough of it is left */
export function stemmed(word, language) {
  const ends = INFLECTIONS[language].filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORT_STEM);
  const longest = ends.reduce((long, ending) => (ending.length > long.length ? ending : long), "");
  return word.slice(0, word.length - longest.length);
}
