// Whether words turn what is said, or are only spelt otherwise: the same as
// protocolau/comparison/turning.py and protocolau/comparison/told_words.py, case by case.

import { likeness } from "./alignment.js";
import { endsAlike } from "./difference.js";

/**
 * @typedef {ComparePage["turning"][string]} TurningWords of a language
 * @typedef {Map<string, number>} Lines words and phrases, each with the line in which it stands
 */

const NEED = 2; // the line of the least that is no less than what will be done
const AROUND = 3; // words around those in which two texts differ that may belong to them
const FEW_LETTERS = 4; // by how many letters texts may differ that are only spelt otherwise, and by what share of them
const SHARE_OF_LETTERS = 0.2;

/**
 * @param {string[]} one words as they are counted
 * @param {string[]} other
 * @param {TurningWords} turning
 * @returns {boolean} whether the two differ in what turns what they say
 */
export function turns(one, other, turning) {
  const texts = [one, other].map((text) => inFull(opened(text, turning.opening), turning));
  const { articles, joining } = turning;
  const has = (words) => between(texts[0], texts[1])[0].some((word) => words.includes(word));
  const [here, there] = between(texts[0], texts[1], AROUND).map((text) => toldOf(inOrder(text, joining), turning));
  return !areAlike(here, there, turning, !has(articles) || has(joining));
}

/**
 * @param {string[]} one the words of what leads into a statement, as they are counted
 * @param {string[]} other
 * @param {boolean} leadOn whether both lead on to what stands below, and do not begin its sentence
 * @returns {boolean} whether what leads into two statements of the same words turns what one of them says: they are denied,
 *   forced or conditioned otherwise, or said of others
 */
export function areLedApart(one, other, leadOn, thresholds, turning) {
  const { forced, denied, future, leading, numbers } = knownOf(turning);
  const [here, there] = [one, other].map((text) => inFull(text, turning));
  const readApart = (lines) => linesRead(here, lines).join() !== linesRead(there, lines).join();
  const stage = (text) => toldOf(text.slice(0, 1), turning)[0]?.match?.(/^[^/]+$/) && (numbers.get(text[1]) ?? text[1]); // none in "all 3"
  if (readApart(denied) || (here[0] === there[0] && stage(here) - stage(there))) return true; // stage 1 is not stage 2
  if (nameOthers(one, other, turning) || areConditionsApart(here, there, thresholds, turning)) return true;
  if (areSaidApart(here, there, leadOn, turning)) return true;
  const [forces, otherForces] = [here, there].map((text) => linesRead(text, forced));
  if (forces.length && otherForces.length) return readApart(leading);
  const [willBe] = linesRead(forces.length ? there : here, future); // what the clerk will do is not what the clerk may
  return [...forces, ...otherForces].some((force) => force > willBe + NEED);
}

/** Whether both say what people are to do, and not of the same people, who need not be named, or not the same of them, where
 *  both lead on, or both say it plainly of what they do. Conditions are looked at by themselves. */
function areSaidApart(one, other, leadOn, turning) {
  const around = [one, other].map((text) => aroundForce(text, turning));
  const sayOthers = (texts) => {
    const [here, there] = texts.map((text) => toldOf(text, turning).sort());
    return !areAlike(here, there, turning); // in whichever order: the role of the chair is the chair's role
  };
  if (!around.every(Boolean)) {
    const [subject, rest] = around[0] ?? around[1] ?? [];
    if (!subject) return leadOn && doOthers(one, other, turning);
    const who = [...subject, ...rest]; // where one has nothing but names, whether the other is said of some of these people
    const named = (around[0] ? other : one).filter((word) => !turning.of_all.includes(word));
    return who[0] && /^([a-z-]+\/,?)+$/.test(toldOf(named, turning).join()) && sayOthers([named, who]);
  }
  const [subjects, rests] = [0, 1].map((place) => around.map((found) => found[place]));
  if (!subjects.every(Boolean)) return sayOthers(around.map(([subject, rest]) => [...(subject ?? []), ...rest]));
  const hasMore = () => toldOf(subjects.flat(), turning).some((word) => !`${word}`.includes("/")); // than names
  const leadsOn = () => leadOn || [one, other].some((text) => isOpen(text, turning));
  return (subjects.every((words) => words.length) ? sayOthers(subjects) : hasMore()) || (leadsOn() && sayOthers(rests));
}

/** Whether a text leads to what people are to do though no colon stands behind it: "members will try to". */
const isOpen = (text, turning) => knownOf(turning).opening.test(text.join(" "));

/** Whether two texts differ in one word, in the place of which the other may have a few, where it names a party: the leader and
 *  the mayor, the chair and the vice-chair, officers support and officers challenge. Or in one more, that names none: misconduct
 *  and gross misconduct. Or in one or two, where they begin or end alike: examples of breaches and of good conduct. Or each ends
 *  with a party that the other does not name: reserved to the council, delegated to the clerk. How many things stand below says
 *  nothing, but stage one is not stage two. */
function doOthers(one, other, turning) {
  const { numbers } = knownOf(turning);
  const counts = (word) => numbers.has(word) || (word[2] && turning.of_all.includes(word)); // but of is not to, nor any word of two letters another
  const told = [one, other].map((text) => toldOf(inOrder(text, turning.joining).filter((word) => !counts(word)), turning));
  const [here, there] = told.sort((a, b) => a.length - b.length);
  if (areAlike(here, there, turning)) return numbers.get(one.at(-1)) !== numbers.get(other.at(-1));
  const [end, otherEnd] = [here, there].map((text) => text.at(-1));
  const isAssumed = (word) => turning.assumed.includes(word);
  const endsApart = (word, text) => (isAssumed(word) || `${word}`.includes("/")) && !text.includes(word);
  if (endsApart(end, there) && endsApart(otherEnd, here)) return true;
  const [short, long] = between(here, there);
  // What one says more tells, but for small words of two letters; one letter may be a name: form A.
  if (!short.length) return !long[1] && isInLetters(long[0]) && !isAssumed(long[0]) && !/\/|^..$/.test(long[0]);
  const [beginsAlike, endAlike] = [here[0] === there[0], end === otherEnd];
  if (!short[1] && (!long[1] || (`${short}`.includes("/") && long.length <= AROUND)))
    return [...short, ...long].some(mayTurnRound) || !beginsAlike || !endAlike;
  return long.length < AROUND && (short.length === here.length || beginsAlike || endAlike);
}

/** Of whom a text says what is required, allowed or told, where that comes first, and what; of what is expected only who expects
 *  it, but for several, of whom one may be named for all; on a condition nothing. Of a text that says it in words of which it is
 *  not known how much they oblige, "members are invited to", all of it, and no subject. Null where it does not. */
function aroundForce(text, turning) {
  const { ends, conditions } = knownOf(turning);
  if (linesRead(text, conditions).length) return [[], []];
  const isOf = (words) => (word) => words.includes(word);
  const said = phrases(text, ends).filter((word) => !turning.of_all.includes(word));
  const place = said.findIndex((phrase) => ends.has(phrase));
  if (place < 0) return isOpen(text, turning) ? [null, said] : null;
  const subject = said.slice(said.slice(0, place).findLastIndex(isOf(turning.behind)) + 1, place);
  const rest = said.slice(place + 1);
  const expected = rest.findIndex(isOf(turning.expecting));
  if (expected < 0) return [subject, rest];
  const expects = [...subject, ...rest.slice(0, expected)];
  return [expects.some(isOf(turning.joining)) ? [] : expects, []];
}

/** Whether both name parties, and none that the other names, or the same in another order: what the chair does is not what
 *  members do, nor what members expect of officers what officers expect of members. */
function nameOthers(one, other, { assumed, joining }) {
  const named = (text) => inOrder(text, joining).filter((word) => word.includes("/")).map(partyOf).filter((party) => !assumed.includes(party));
  const [here, there] = [one, other].map(named);
  if (!here.length || !there.length || here.join() === there.join()) return false;
  return !here.some((party) => there.includes(party)) || [...here].sort().join() === [...there].sort().join();
}

/** Whether one sets a condition and the other none, or another one. In other words it may be the same, unless no word is in both:
 *  but what members or officers must do: "During elections" is not "In an emergency". */
function areConditionsApart(one, other, { marked }, turning) {
  const { conditions, ends } = knownOf(turning);
  const [here, there] = [one, other].map((text) => linesRead(text, conditions).length > 0);
  if (!here || !there) return here || there;
  const [begins, beginsThere] = [one, other].map((text) => conditions.get(text[0]));
  const from = isLine(begins) && begins === beginsThere ? 1 : 0;
  const texts = [one, other].map((text) => text.slice(from));
  const telling = texts.map((text) => text.filter((word) => !ends.has(word) && !/^(members|officers)\//.test(word)));
  const [said, saidThere] = telling.every((words) => words.length) ? telling : [one, other];
  return !likeness(said, saidThere) || (likeness(one, other) >= marked && turns(said, saidThere, turning));
}

/** @returns {boolean} whether nothing parts two texts but how words are spelt, joined or mutated */
export function areSpeltApart(one, other, turning) {
  const sizes = [one, other].map((text) => text.reduce((size, word) => size + word.length, 0));
  if (Math.abs(sizes[0] - sizes[1]) > FEW_LETTERS + SHARE_OF_LETTERS * Math.max(...sizes)) return false;
  const { spellings } = knownOf(turning);
  const [here, there] = [one, other].map((text) => changed(inFull(text, turning).join(""), spellings));
  if (here === there) return true;
  return one.length === other.length && one.every((word, place) => isMutated(word, other[place], turning.initials));
}

/** Words without one that says nothing where it stands first. */
const opened = (words, opening) => (opening.includes(words[0]) ? words.slice(1) : words);

/** What stands in two texts between that with which both begin and end, with so many words of that. */
function between(one, other, around = 0) {
  const [begin, leftOut] = endsAlike(one, other).map((place) => Math.max(place - around, 0));
  return [one, other].map((text) => text.slice(begin, text.length - leftOut));
}

const known = new WeakMap();

/** @param {TurningWords} turning */
function knownOf(turning) {
  if (!known.has(turning)) {
    const { whole, open, empty, forced, denied, conditions, future, told, alike, spelt, forms } = turning;
    const [shortened, spellings, endings] = [whole, spelt, forms].map((pairs) => pairs.map(([pattern, meant]) => [new RegExp(pattern, "g"), meant]));
    const rootOf = (word) => changed(changed(word, spellings), endings);
    known.set(turning, {
      told: byWord([empty, forced, denied, told].join("|")),
      forced: byWord(forced),
      denied: byWord(denied),
      leading: byWord(`${denied}|${forced}`), // what need not be done is not what must not
      conditions: byWord(conditions),
      future: byWord(future),
      numbers: byWord(told.match(/\d+,[^|]+/g).join("|")),
      opening: new RegExp(open),
      ends: byWord(`${forced}|${future}`),
      alike: new Map([...byWord(alike)].map(([word, place]) => [rootOf(word), -1 - place])), // below those of what is told
      shortened,
      spellings,
      rootOf,
    });
  }
  return known.get(turning);
}

/** Every word with the number of its line. @returns {Lines} */
const byWord = (lines) => new Map(lines.split("|").flatMap((line, place) => line.split(",").map((word) => [word, place])));

/** Words, those that are written short in full: `cannot`, `shouldn t`, `7pm`, and figures as they are counted: `12th` is 12. */
export const inFull = (words, turning) => changed(words.join(" "), knownOf(turning).shortened).split(" ").filter(Boolean);

/** Words in their order, two that are known for a phrase as one. */
function phrases(words, lines) {
  const found = [];
  for (let place = 0; place < words.length; place++) {
    const two = `${words[place]} ${words[place + 1]}`;
    found.push(lines.has(two) ? two : words[place]);
    if (lines.has(two)) place++;
  }
  return found;
}

const isLine = (one) => typeof one === "number";

/** The lines in which words of a text stand, in their order. */
const linesRead = (words, lines) => phrases(words, lines).map((phrase) => lines.get(phrase)).filter(isLine);
const partyOf = (said) => said.split("/")[0];

const EMPTY = 0; // the line of what says nothing by itself

/** What words say, each by its line or by that by which its forms are known; of the name of a party the party. What is
 *  assumed is left out, unless it is joined to another, "the chair and council" are not the chair, or stands at an end: what the
 *  council tells the press is not what the press tells the council. */
function toldOf(words, turning) {
  const { told, alike, rootOf } = knownOf(turning);
  const { assumed, joining } = turning;
  const said = (word) => (word.includes("/") ? `${partyOf(word)}/` : (alike.get(rootOf(word)) ?? rootOf(word)));
  return phrases(words, told)
    .filter((phrase) => told.get(phrase) !== EMPTY || joining.includes(phrase))
    .filter((phrase, place, all) => !isSaidAgain(all[place - 1], phrase, told))
    .map((phrase, place, all) => {
      const around = [all[place - 1], all[place + 1]];
      const one = told.get(phrase) ?? said(phrase);
      const party = partyOf(`${one}`);
      if (!assumed.includes(party)) return one;
      return around.some((word) => !word || joining.includes(word)) ? party : EMPTY;
    })
    .filter(Boolean);
}

/** Whether a number is the one before it again, in words or in figures: "five (5) days". */
const isSaidAgain = (before, word, told) => told.has(word) && told.get(word) === told.get(before) && isFigure(word) !== isFigure(before);

/** Whether two texts say the same, but for how words are joined and, where that may be, in which order two of them stand. */
function areAlike(here, there, { initials }, mayTurn = true) {
  const [one, other] = between(here, there);
  if (one.length !== other.length) return [...one, ...other].every(isInLetters) && one.join("") === other.join("");
  const isOne = (left, right) => (isLine(left) || isLine(right) ? left === right : isMutated(left, right, initials));
  return (mayTurn && isTurnedRound(one, other)) || one.every((word, place) => isOne(word, other[place]));
}

/** Whether a word is none of a line, nor a figure: 17.19 is not 1719, nor 19.17. */
const isInLetters = (word) => !isLine(word) && !isFigure(word);

const isFigure = (word) => /^[0-9.]+$/.test(word);

/** Whether two words stand the other way round, neither of which names a party: `open, honest`. A figure does not, nor what
 *  denies or allows: `may only`. */
const isTurnedRound = (one, other) => one.length === 2 && one[0] === other[1] && one[1] === other[0] && one.every(mayTurnRound);

const mayTurnRound = (word) => (isLine(word) ? word < EMPTY : !word.includes("/") && isInLetters(word));

/** Words with two parties that are joined in one order: officers and members are members and officers. */
function inOrder(words, joining) {
  const ordered = [...words];
  for (let place = 1; place < words.length - 1; place++) {
    if (!joining.includes(words[place]) || ![words[place - 1], words[place + 1]].every((word) => word.includes("/"))) continue;
    [ordered[place - 1], ordered[place + 1]] = [ordered[place - 1], ordered[place + 1]].sort();
  }
  return ordered;
}

/** The letters of a text, each that is found as what is meant. */
const changed = (letters, pairs) => pairs.reduce((text, [pattern, meant]) => text.replace(pattern, meant), letters);

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
