// What people say every day, found in a query: the words of protocols and the topics that it means. Pure functions of data.

import { BEGINNING, byBeginning, isInflected } from "./endings.js";
import { partiesNamed } from "./features.js";
import { rootsIn } from "./mutation.js";

/**
 * @typedef {{words: string[], means: string[], topics: string[]}} Saying words in order, and what they mean: words of protocols, topics
 * @typedef {{covers: Set<number>, length: number, means: string[], topics: string[], isAlike: boolean}} Said which words of a query are
 *   meant by a saying of so many words, and what it means; whether only words that are like its own are typed
 */

/** @returns {string[]} the texts that shared_beginnings.py has in one, whole */
export function withWholeBeginnings(text) {
  /** @type {string[]} */ let words = [];
  return [...text.matchAll(/(\d?)([^|]+)/g)].map(([, same, rest]) => (words = [...words.slice(0, Number(same)), ...rest.split(" ")]).join(" "));
}

/** @returns {Map<string, Saying[]>} the sayings of start_data.py, by the beginnings of their first words */
export function sayings(data) {
  const all = data.everyday.flatMap(([said, means, topics]) => said.map((one) => ({ words: one.split(" "), means, topics })));
  return byBeginning(all, ({ words: [first] }) => first);
}

/**
 * @param {{word: string}[]} typed
 * @param {Map<string, Saying[]>} all
 * @param {object} data
 * @param {(word: string) => boolean} isTelling
 * @param {import("./alike.js").Alike} alike
 * @returns {Said[]} every saying that stands in a query; words that tell nothing may stand between its own
 */
export function everyday(typed, all, data, isTelling, alike) {
  const roots = typed.map(({ word }) => rootsIn(word, data));
  const isSaid = (word, index) => index < roots.length && isFormOf(word, roots[index], data);
  const isLikeSaid = (word, index) => isSaid(word, index) || (index < roots.length && alike.areAlike(word, typed[index].word));
  const isParty = (index) => partiesNamed(roots[index], data).length > 0;
  const isFiller = (index) => index < typed.length && (!isTelling(typed[index].word) || isParty(index));
  return typed.flatMap((_, start) => beginningWith([...roots[start], ...(isTelling(typed[start].word) ? alike.wordsFor(typed[start].word) : [])], all, data).flatMap(({ words, means, topics }) => {
    const exact = placesOf(words, start, isSaid, isFiller, isTelling);
    const places = exact ?? placesOf(words, start, isLikeSaid, isFiller, isTelling);
    if (!places) return [];
    const telling = places.filter((index) => isTelling(typed[index].word));
    return [{ covers: new Set(telling.length ? telling : [start]), length: places.length, means, topics, isAlike: !exact }];
  }));
}

/** The sayings that may begin with a word, by what it may be the mutation of and what is like it. */
function beginningWith(roots, all, data) {
  const beginnings = new Set([...roots, ...partiesNamed(roots, data)].map((word) => word.slice(0, BEGINNING)));
  return [...beginnings].flatMap((beginning) => all.get(beginning) ?? []);
}

/** Whether a word, hyphens left out, begins a saying as it is. */
export const isBegun = (word, all) => (all.get(word.slice(0, BEGINNING)) ?? []).some(({ words }) => words[0] === word);

/** Where the words of a saying stand from a place on, or null; those that tell nothing may be missing, where two others tell it. */
function placesOf(words, start, isSaid, isFiller, isTelling) {
  if (!isSaid(words[0], start)) return null;
  const isOptional = words.filter(isTelling).length > 1 ? (word) => !isTelling(word) : () => false;
  const places = [start];
  for (const word of words.slice(1)) {
    let at = places.at(-1) + 1;
    while (!isSaid(word, at) && isFiller(at)) at += 1;
    if (isSaid(word, at)) places.push(at);
    else if (!isOptional(word)) return null;
  }
  return places;
}

/** Whether a word is typed: as it is, mutated, or with another ending; or a name of the party of which it is the mark. */
function isFormOf(word, roots, { parties, language }) {
  if (parties[word]) return roots.some((root) => parties[word].includes(root));
  return roots.some((root) => root === word || isInflected(root, word, language));
}
