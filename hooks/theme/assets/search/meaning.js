// What is meant by a query: a council, the number of a clause, words.

import { subjectOf } from "./about.js";
import { namesPutRight } from "./misnamed.js";
import { clausesCited, clausesMeant, councilsMeant, inFigures, numberMeant, rootsOf } from "./query.js";
import { isTelling, termsMeant, wordsMeant } from "./terms.js";
import { isIn } from "./result.js";
import { nameWords } from "./text.js";

/**
 * @typedef {{known: import("./terms.js").Known, named: import("./query.js").Named[], isWhole: boolean, inside: {slug: string, name: string}[],
 *   text: string, terms: object[], spoken: string[], words: string[], subject: string | null, clauses: import("./query.js").ClauseAsked[], cited: import("./query.js").ClauseAsked[],
 *   isCouncilAlone: boolean}} Meant `inside` are the councils that are searched before all others, `clauses` those that are asked
 *   for by their numbers, `cited` those of them that stand among words; `spoken` are all words as they are meant, `words`
 *   those that tell, `subject` the side that does something
 */

/** @returns {Promise<Meant>} */
export async function whatIsMeant(at, { text, filters, isTyping }) {
  const { data, vocabulary, sayings, alike, spelling } = at;
  const known = { vocabulary, data, sayings, alike, spelling, isTyping };
  const { named, isWhole, ...found } = text && !filters.council ? await councilsNamed(at, text, isTyping, filters) : NOBODY;
  const chosen = filters.council ? await narrowedTo(at, filters) : found.inside.map(({ council: [slug, name] }) => ({ slug, name }));
  const inside = isWhole ? [] : chosen;
  const rest = inFigures(inside.length && !filters.council ? found.rest : text, data);
  const clauses = rest ? clausesMeant(rest, data) : [];
  const cited = clauses.length ? { clauses: [], words: numberMeant(rest, data) } : clausesCited(rest, data);
  const told = cited.words.replace(STATUTE, data.language === "cy" ? "adran " : "section ");
  const terms = termsMeant(told, known);
  const spoken = wordsMeant(told, terms, known);
  // The name of a council is also in texts; where a word of it is in none, the others alone would find anything.
  const isCouncilAlone = isWhole && terms.some(({ how }) => how === "unknown");
  return { known, named, isWhole, inside, text: rest, terms, spoken, words: spoken.filter((word) => isTelling(word, data)), subject: subjectOf(told, data), clauses, cited: inside.length ? cited.clauses : [], isCouncilAlone };
}

/** The council that is chosen, unless it is of another kind or nation than those that are. */
async function narrowedTo(at, filters) {
  const [slug, name, , , , ...group] = await entryOf(at, filters.council);
  return !group.length || isIn(group, filters) ? [{ slug, name }] : [];
}

/** The section of an Act in short: "s151", "s. 151", "a.151". */
const STATUTE = /(?<!\S)(?:s\.?\s?|a\.?)(?=\d{3}(?!\d))/gi;

const NOBODY = { named: [], inside: [], rest: "", isWhole: false };

/** @returns {Promise<ReturnType<typeof councilsMeant>>} the councils that are named, of those that fit */
export async function councilsNamed(at, text, isTyping, filters = {}) {
  const fitting = (await entries(at, text)).filter(([, , , , , ...group]) => isIn(group, filters));
  return councilsMeant(text, fitting, at.data, isTyping, (word) => isOrdinary(word, at));
}

/** Whether people say a word every day, or a text has it without a capital: "well" and "reading", but not "conwy". */
function isOrdinary(word, { vocabulary, spelling, everywhere }) {
  const heads = vocabulary.lookUp(word);
  const isSmall = ({ wording, fields }) =>
    TEXTS.some((field) => fields[field].some((one) => one.heads.some((head) => heads.includes(head)) && /\p{Ll}/u.test(wording[field][one.start])));
  return spelling.isSaid(word) || (heads.length > 0 && everywhere.withAny(heads).some(isSmall));
}

const TEXTS = ["text", "heading", "context", "around"];

/** A council as it is listed; one that has a name unlike its slug by that alone. */
const entryOf = async (at, slug) => (await entries(at, slug.replaceAll("-", " "))).find(([one]) => one === slug) ?? [slug, slug];

/** The councils whose names begin as the words of a text do. */
async function entries({ files, data }, text) {
  const wanted = data.names.includes("all") ? ["all"] : [...new Set(beginnings(text, data))].filter((one) => data.names.includes(one));
  const lists = await Promise.all(wanted.map((one) => files.json(`names/${one}`)));
  return [...new Map(lists.flat().map((entry) => [entry[0], entry])).values()];
}

/** @returns {Promise<ReturnType<typeof namesPutRight>>} what is typed with the names of councils put right */
export async function namesMeant(at, text, isTyping) {
  return namesPutRight(text, await entries(at, `${text} ${nameWords(text).flatMap(misspeltBeginnings).join(" ")}`), at, isTyping);
}

/** How a word may begin whose second letter is one too many, or stands before its first. */
const misspeltBeginnings = (/** @type {string} */ word) => [word[0] + word.slice(2, 3), word.slice(1, 2) + word[0]];

const beginnings = (text, data) =>
  nameWords(text)
    .filter((word) => !data.stop.includes(word) && !data.common.includes(word))
    .flatMap((word) => rootsOf(word, data).map((root) => root.slice(0, 2)));
