// What is meant by a query: a council, the number of a clause, words.

import { subjectOf } from "./about.js";
import { clauseMeant, councilsMeant, numberMeant, rootsOf } from "./query.js";
import { isTelling, termsMeant, wordsMeant } from "./terms.js";
import { nameWords } from "./text.js";

/**
 * @typedef {{known: import("./terms.js").Known, named: object[], isWhole: boolean, inside: string | null, text: string, terms: object[],
 *   spoken: string[], words: string[], subject: string | null, anchor: string | null, missing: {number: string, council: string} | null,
 *   isCouncilAlone: boolean}} Meant `inside` is the council that is searched before all others, `anchor` the clause that is asked
 *   for by its number, and `missing` what to say if there is none; `spoken` are all words as they are meant, `words`
 *   those that tell, `subject` the side that does something
 */

/** @returns {Promise<Meant>} */
export async function whatIsMeant(at, { text, filters, isTyping }) {
  const { data, vocabulary, sayings, alike, spelling } = at;
  const known = { vocabulary, data, sayings, alike, spelling, isTyping };
  const named = text && !filters.council ? await councilsNamed(at, text, isTyping) : [];
  const isWhole = named.length > 0 && named[0].isWhole;
  const inside = filters.council || (named.length && !isWhole ? named[0].council[0] : null);
  const rest = inside && !filters.council ? named[0].rest : text;
  const terms = termsMeant(rest, known);
  const spoken = wordsMeant(rest, terms, known);
  const anchor = rest ? clauseMeant(rest, data) : null;
  const missing = anchor && inside ? { number: numberMeant(rest, data), council: await nameOf(at, inside) } : null;
  // The name of a council is also in texts; where a word of it is in none, the others alone would find anything.
  const isCouncilAlone = isWhole && terms.some(({ how }) => how === "unknown");
  return { known, named, isWhole, inside, text: rest, terms, spoken, words: spoken.filter((word) => isTelling(word, data)), subject: subjectOf(rest, data), anchor, missing, isCouncilAlone };
}

/** @returns {Promise<{council: import("./query.js").Council, rest: string, isWhole: boolean}[]>} the councils that are named */
export async function councilsNamed(at, text, isTyping) {
  return councilsMeant(text, await entries(at, text), at.data, isTyping);
}

/** @returns {Promise<string>} the name of a council */
export async function nameOf(at, slug) {
  const found = (await entries(at, slug.replaceAll("-", " "))).find(([one]) => one === slug);
  return found?.[1] ?? slug;
}

/** The councils whose names begin as the words of a text do. */
async function entries({ files, data }, text) {
  const wanted = data.names.includes("all") ? ["all"] : [...new Set(beginnings(text, data))].filter((one) => data.names.includes(one));
  const lists = await Promise.all(wanted.map((one) => files.json(`names/${one}`)));
  return [...new Map(lists.flat().map((entry) => [entry[0], entry])).values()];
}

const beginnings = (text, data) =>
  nameWords(text)
    .filter((word) => !data.stop.includes(word) && !data.common.includes(word))
    .flatMap((word) => rootsOf(word, data).map((root) => root.slice(0, 2)));
