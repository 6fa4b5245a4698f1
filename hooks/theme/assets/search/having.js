// How many wordings have what a term means. Pure functions of data.

import { mark } from "./collection.js";

/** @returns {number} how many wordings have a term, about: those that have the commonest of its single words, or the rarest of several */
export function having({ alternatives }, vocabulary) {
  const own = alternatives.filter(({ worth }) => worth === 1);
  return Math.max(1, ...(own.length ? own : alternatives).map((one) => havingOne(one, vocabulary)));
}

function havingOne({ words, topic }, vocabulary) {
  return topic ? vocabulary.count(mark("topic", topic)) : Math.min(...words.map((heads) => most(heads, vocabulary)));
}

const most = (heads, vocabulary) => Math.max(...[...heads].map((head) => vocabulary.count(head)));

/** @returns {string[]} the heads of the word that fewest wordings have */
export const rarestOf = (words, vocabulary) => [...words.reduce((rare, heads) => (most(heads, vocabulary) < most(rare, vocabulary) ? heads : rare))];
