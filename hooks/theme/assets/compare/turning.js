// Words that turn what is said, and what is only spelt otherwise: the same as protocolau/comparison/turning.py, case by case.

/**
 * @typedef {ComparePage["turning"][string]} TurningWords of a language
 * @typedef {{of: Map<string, any>, firsts: Set<string>}} Known words and phrases, each with the line in which it stands or
 *   with what it stands for, and the words with which phrases begin
 */

const ORDINAL = /^([0-9]+)(?:st|nd|rd|th|af|ail|ydd|ed|fed|eg|ain)$/;
const HOUR = /^([0-9]+)(am|pm|yb|yp|yh)$/;
const BEFORE_THOUSANDS = /^[0-9]{1,3}$/;
const THOUSANDS = /^[0-9]{3}$/;
const AROUND = 3; // words around those in which two texts differ that may belong to them
const FEW_LETTERS = 4; // by how many letters texts may differ that are only spelt otherwise, and by what share of them
const SHARE_OF_LETTERS = 0.2;
const SHORTEST_DENIED = 3;

/**
 * @param {string[]} one words as they are counted
 * @param {string[]} other
 * @param {TurningWords} turning
 * @returns {boolean} whether the two differ in what turns what they say
 */
export function turns(one, other, turning) {
  const { whole, told, exchanged } = knownOf(turning);
  const [here, there] = whereTheyDiffer(one, other).map((text) => inOrder(withPlainFigures(inFull(text, whole)), turning.joining));
  return (
    toldOf(here, told, turning.assumed) !== toldOf(there, told, turning.assumed) ||
    exchanged.some((lines) => areExchanged(linesRead(here, lines), linesRead(there, lines))) ||
    isDenied(here, there, turning.denying)
  );
}

/** @returns {boolean} whether what leads into two statements of the same words turns what one of them says, by the words of each */
export function areLedApart(one, other, turning) {
  const { whole, forced, denied } = knownOf(turning);
  const [here, there] = [one, other].map((text) => inFull(text, whole));
  if (linesRead(here, denied).join() !== linesRead(there, denied).join()) return true;
  const forces = [here, there].map((text) => linesRead(text, forced));
  return forces.every((lines) => lines.length) && forces[0].join() !== forces[1].join();
}

/** @returns {boolean} whether nothing parts two texts but how words are spelt, joined or mutated */
export function areSpeltApart(one, other, turning) {
  const sizes = [one, other].map((text) => text.reduce((size, word) => size + word.length, 0));
  if (Math.abs(sizes[0] - sizes[1]) > FEW_LETTERS + SHARE_OF_LETTERS * Math.max(...sizes)) return false;
  const { whole, spellings } = knownOf(turning);
  const [here, there] = [one, other].map((text) => spelt(inFull(text, whole).join(""), spellings));
  if (here === there) return true;
  return one.length === other.length && one.every((word, place) => isMutated(word, other[place], turning.initials));
}

/** The words in which two texts differ, with a few around them. What is alike at both ends turns nothing. */
function whereTheyDiffer(one, other) {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one[start] === other[start]) start++;
  let end = 0;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [begin, leftOut] = [start, end].map((place) => Math.max(place - AROUND, 0));
  return [one, other].map((text) => text.slice(begin, text.length - leftOut));
}

const known = new WeakMap();

/** @param {TurningWords} turning */
function knownOf(turning) {
  if (!known.has(turning)) {
    const { whole, forced, denied, told, exchanged, spelt } = turning;
    known.set(turning, {
      whole: knownBy(Object.entries(whole).map(([short, full]) => [short, full.split(" ")])),
      told: byWord([...forced, ...denied, ...told]),
      forced: byWord(forced),
      denied: byWord(denied),
      exchanged: exchanged.map(byWord),
      spellings: spelt.map(([pattern, meant]) => [new RegExp(pattern, "g"), meant]),
    });
  }
  return known.get(turning);
}

const byWord = (lines) => knownBy(lines.flatMap((line, place) => line.map((word) => [word, place])));

/** @returns {Known} */
const knownBy = (entries) => ({
  of: new Map(entries),
  firsts: new Set(entries.map(([phrase]) => phrase.split(" ")).filter((words) => words.length > 1).map(([first]) => first)),
});

/** Words in their order, each word or phrase that stands in a line by that line. */
const read = (words, lines) => phrases(words, lines).map((phrase) => lines.of.get(phrase) ?? phrase);

/** Words, those that are written short in full: `cannot`, `shouldn t`. */
const inFull = (words, whole) => phrases(words, whole).flatMap((phrase) => whole.of.get(phrase) ?? phrase);

/** Words in their order, two that are known for a phrase as one. */
function phrases(words, { of, firsts }) {
  if (!words.some((word) => firsts.has(word))) return words;
  const found = [];
  for (let place = 0; place < words.length; place++) {
    const phrase = firsts.has(words[place]) ? `${words[place]} ${words[place + 1]}` : "";
    if (phrase && of.has(phrase)) place++;
    found.push(phrase && of.has(phrase) ? phrase : words[place]);
  }
  return found;
}

const isLine = (one) => typeof one === "number";

/** The lines in which words of a text stand, in their order. */
const linesRead = (words, lines) => phrases(words, lines).map((phrase) => lines.of.get(phrase)).filter(isLine);
const partyOf = (said) => (isLine(said) ? said : said.split("/")[0]);

/** Whether a word is a figure, or the name of a party. */
const isTold = (word, assumed) => (word.includes("/") ? !assumed.includes(partyOf(word)) : word[0] >= "0" && word[0] <= "9");

/** What is told of words, with figures and the parties that are named, however they are called. */
const toldOf = (words, lines, assumed) =>
  JSON.stringify(read(words, lines).filter((one) => isLine(one) || isTold(one, assumed)).map(partyOf));

/** Whether as many lines are read in both, and not the same. */
const areExchanged = (here, there) => here.length === there.length && here.join() !== there.join();

/** Whether a word that one text alone has denies by its beginning one that the other alone has. */
function isDenied(here, there, denying) {
  const one = new Set(here.filter((word) => !there.includes(word)));
  const other = new Set(there.filter((word) => !here.includes(word)));
  const denies = (words, others) =>
    [...words].some((word) => word.length >= SHORTEST_DENIED && denying.some((beginning) => others.has(beginning + word)));
  return denies(one, other) || denies(other, one);
}

/** Words with figures as they are counted: `12th` is 12, `7pm` is 7 pm, and `1` before `000` is 1000. */
function withPlainFigures(words) {
  const plain = [];
  for (const word of words) {
    if (THOUSANDS.test(word) && BEFORE_THOUSANDS.test(plain.at(-1) ?? "")) plain.push(plain.pop() + word);
    else plain.push(...word.replace(ORDINAL, "$1").replace(HOUR, "$1 $2").split(" "));
  }
  return plain;
}

/** Words with two parties that are joined in one order: officers and members are members and officers. */
function inOrder(words, joining) {
  const ordered = [...words];
  for (let place = 1; place < words.length - 1; place++) {
    if (!joining.includes(words[place]) || ![words[place - 1], words[place + 1]].every((word) => word.includes("/"))) continue;
    [ordered[place - 1], ordered[place + 1]] = [ordered[place - 1], ordered[place + 1]].sort();
  }
  return ordered;
}

/** The letters of a text, each spelling as the one that is meant. */
const spelt = (letters, spellings) =>
  spellings.reduce((text, [pattern, meant]) => text.replace(pattern, meant), letters);

/** Whether two words are one but for its first letter, as mutation changes it. */
function isMutated(one, other, initials) {
  if (one === other) return true;
  const fits = (here, there) =>
    here !== there &&
    one.length > here.length + 1 &&
    one.startsWith(here) &&
    other.startsWith(there) &&
    one.slice(here.length) === other.slice(there.length);
  return initials.some((of) => of.some((here) => of.some((there) => fits(here, there))));
}
