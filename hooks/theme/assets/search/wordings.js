// The wordings that answer a query, the best first.

import { TopicWords } from "./about.js";
import { kindsAsked } from "./asking.js";
import { mark } from "./collection.js";
import { few, ofCouncil } from "./council.js";
import { Features } from "./features.js";
import { fetchFurther } from "./further.js";
import { having } from "./having.js";
import { NearestSayings } from "./nearest.js";
import { rarity, scored, WEIGHTS } from "./rank.js";
import { fitting, result, withoutRepeated } from "./result.js";
import { isTelling } from "./terms.js";
import { nameWords } from "./text.js";

/** How much of what a query is likely about its single words tell, and how much the sayings that it is most like; topics kept. */
const LIKELY = { words: 0.25, nearest: 1, topics: 5, long: 3, short: 0.7, own: 0.7 };

/** @returns {Promise<import("./result.js").Result[]>} the results, the best first; those of a council that is named before all others */
export async function results(at, { filters }, meant) {
  const known = { ...meant, terms: meant.terms.filter(({ alternatives }) => alternatives.length) };
  if ((meant.terms.length || meant.cited.length) && !known.terms.length) return []; // or all that is in the council, and fits, would be said to answer
  const isNarrowed = Object.values(filters).some(Boolean);
  const isEverywhere = !filters.council && (known.terms.length > 0 || isNarrowed);
  const isTitle = ({ clause: { heading = "" } }) => (nameWords(heading).filter((word) => isTelling(word, at.data)).join() === meant.words.join() ? 1 : 0);
  const inCouncil = async ({ slug }) => ranked(at, await ofCouncil(at, slug), known, { ...filters, kind: "", nation: "" }).sort((a, b) => isTitle(b) - isTitle(a));
  const local = inTurn(await Promise.all(meant.inside.map(async (council) => (await inCouncil(council)).map((one) => ({ ...one, local: council.slug })))));
  if (!isEverywhere) return local;
  await fetchFurther(at, known.terms, filters);
  const found = withoutRepeated([...local, ...ranked(at, at.everywhere, known, filters)]);
  if (found.length || isNarrowed || !known.terms.some(({ isPhrase }) => isPhrase)) return found;
  // What councils share has beside it what it has in the first of them: a phrase may go on from it in another.
  return withoutRepeated(inTurn(await Promise.all((await few(at)).map(inCouncil))));
}

/** What several lists have, the first of each before the second of any. */
const inTurn = (lists) => Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();

function ranked(at, collection, { terms, spoken, words, text, subject }, filters) {
  const leaning = { topics: topicsOf(at, terms, words, spoken), side: subject, asked: words.length > 1 ? kindsAsked(text, at.data.language) : [] };
  const weighed = terms.map((term) => ({ ...term, rarity: rarity(having(term, at.vocabulary), at.data.count) }));
  const candidates = collection.withAny([...terms.flatMap(beginnings), ...[...leaning.topics.keys()].map((topic) => mark("topic", topic))]);
  const fit = candidates.map((entry) => ({ entry, places: fitting(entry.wording, filters) })).filter(({ places }) => places.length);
  const made = (isLoose) => fit.map(({ entry, places }) => result(entry.wording, terms.length ? scored(entry, weighed, { ...leaning, isLoose }) : {}, places, filters));
  if (!terms.length) return withoutRepeated(made(false));
  const found = best(made(false));
  // A phrase may go from any statement of a clause to the next.
  return withoutRepeated(found.length || !terms.some(({ isPhrase }) => isPhrase) ? found : best(made(true)));
}

/** What the query is about as a whole; a phrase is looked for as it stands, and about nothing else. */
function topicsOf(at, terms, words, spoken) {
  if (words.length < 2 || !terms.length || terms.some(({ isPhrase }) => isPhrase)) return new Map();
  at.features ??= new Features(at.data, at.alike);
  at.topicWords ??= new TopicWords(at.everywhere.entries.values(), at.features);
  at.nearest ??= new NearestSayings(at.features);
  const typed = spoken.map((word) => at.features.typed(word));
  const areOwn = words.every((word) => at.vocabulary.lookUp(word).length) && typed.length <= words.length + 1;
  if (areOwn) return both(at.topicWords.likely(typed), new Map(), LIKELY.own);
  return both(at.topicWords.likely(typed), at.nearest.likely(typed), words.length < LIKELY.long ? LIKELY.short : 1);
}

/**
 * What two ways tell of topics, brought together.
 * @param {Map<string, number>} one
 * @param {Map<string, number>} other
 * @param {number} weight
 * @returns {Map<string, number>}
 */
function both(one, other, weight) {
  const sum = (/** @type {string} */ topic) => weight * (LIKELY.words * (one.get(topic) ?? 0) + LIKELY.nearest * (other.get(topic) ?? 0));
  /** @type {[string, number][]} */
  const likely = [...new Set([...one.keys(), ...other.keys()])].map((topic) => [topic, sum(topic)]);
  const top = likely.sort((a, b) => b[1] - a[1]).slice(0, LIKELY.topics);
  const most = top[0]?.[1] ?? 1;
  return new Map(top.map(([topic, part]) => [topic, part * (part / most)]));
}

/** The words with which what a term means may begin. */
const beginnings = ({ alternatives }) => alternatives.flatMap(({ words: [first], topic }) => (topic ? [mark("topic", topic)] : [...first]));

function best(rated) {
  const sorted = rated.filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
  const most = Math.max(0, ...sorted.map((one) => one.coverage));
  return sorted.filter((one) => one.coverage >= WEIGHTS.worth * most);
}
