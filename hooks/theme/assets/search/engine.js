// The search itself, in steps: what is meant, which clause or which wordings answer, and what is offered besides.

import { Alike } from "./alike.js";
import { Collection } from "./collection.js";
import { calledSo, clausesOf, few } from "./council.js";
import { sayings, withWholeBeginnings } from "./everyday.js";
import { isCut } from "./further.js";
import { councilsNamed, namesMeant, whatIsMeant } from "./meaning.js";
import { counterpart } from "./query.js";
import { Spelling } from "./spelling.js";
import { store } from "./store.js";
import { suggestions } from "./suggestions.js";
import { namedSo, unquoted } from "./terms.js";
import { asTyped, nameWords } from "./text.js";
import { Vocabulary } from "./vocabulary.js";
import { everyPlace, leftOut, parted } from "./without.js";
import { results } from "./wordings.js";

/** Councils that are named. */
const COUNCILS = 3;
/** A number that texts have as a word. */
const LONG = /\d{3}/;

/** @typedef {{text: string, filters: import("./result.js").Filters, isTyping: boolean, most: number}} Asked */

/** @param {string} base the address of the folder search/ of a language, with a slash at its end */
export function search(base) {
  const files = store(base);
  let begun = null;
  const begin = () => (begun ??= ready(files).catch((error) => ((begun = null), Promise.reject(error))));
  return {
    begin,
    /**
     * @param {string} text what is typed
     * @param {{filters?: import("./result.js").Filters, isTyping?: boolean, most?: number}} how `most` results are wanted
     */
    async find(text, { filters = {}, isTyping = false, most = 10 } = {}) {
      return parting(await begin(), { text: asTyped(text), filters, isTyping, most });
    },
    places: (result) => everyPlace(files, result),
    /** @returns {Promise<boolean>} whether there is a council of a slug */
    has: (slug) => files.json(`councils/${slug}`).then(Array.isArray, () => false),
    /** @returns {Promise<import("./query.js").Council[]>} the councils whose name may be meant */
    async councils(text) {
      return (await councilsNamed(await begin(), text, true)).named.map(({ council }) => council);
    },
  };
}

/** What every query needs, from the first file. */
async function ready(files) {
  const { forms, wordings, everyday, ...rest } = await files.json("start");
  const data = { ...rest, everyday: everyday.map(([said, means, topics]) => [withWholeBeginnings(said), means, topics]) };
  const vocabulary = new Vocabulary(forms, data.language, data.mutates ? data.tables : null);
  const reading = { vocabulary, language: data.language, topicNames: new Map(data.topics), stop: new Set(data.stop) };
  return { files, data, vocabulary, reading, sayings: sayings(data), alike: new Alike(data), spelling: new Spelling(data, vocabulary), everywhere: new Collection(reading).add(withNames(wordings)), councils: new Map() };
}

/** Wordings with what each place is called, and its kind and nation, which the file says where a document is first named. */
function withNames(wordings) {
  const told = new Map();
  for (const place of wordings.flatMap(({ places }) => places)) {
    if (place.length > 3) told.set(place[0], place.slice(3));
    else place.push(...told.get(place[0]));
  }
  return wordings;
}

/** What is found without what is not wanted; names of councils are put right, of those that are not wanted, too. */
async function parting(at, asked) {
  const { wanted, unwanted, own } = await parted(at, asked.text);
  const right = asked.filters.council ? null : await namesMeant(at, wanted, asked.isTyping);
  if (right) {
    const text = [right.text, ...unwanted.map(([typed]) => typed)].join(" ");
    return misnamed({ text: wanted }, { ...right, text }, await parting(at, { ...asked, text }));
  }
  const filters = { ...asked.filters, ...own };
  return leftOut(at, unwanted, filters, await likeliest(at, { ...asked, text: wanted, filters }));
}

/** What is found, or else what is found by what is likeliest meant. */
async function likeliest(at, asked) {
  const found = await answer(at, asked);
  const meant = isEmpty(found) ? (found.counterpart ?? found.suggestions[0] ?? unquoted(asked.text)) : (loosened(found) ?? translated(found));
  return meant ? instead(at, asked, found, meant) : found;
}

async function answer(at, asked) {
  const meant = await whatIsMeant(at, asked);
  const { found: numbered, missing, isUnasked } = await clausesOf(at, meant, asked.filters);
  const { called, isCalled, item } = await calledSo(at, meant, asked.filters);
  const own = numbered.length ? numbered : called;
  const clauses = own.length ? own : (await clausesOf(at, { clauses: meant.cited, inside: meant.inside }, asked.filters)).found;
  const { inside } = meant;
  const isNumber = meant.clauses.length > 0;
  // The year 2019 is a word as well, and so are section 151 and an appendix.
  const isWord = isNumber && meant.clauses.every(({ number, anchor }) => LONG.test(number) || /^[a-z]/.test(anchor ?? ""));
  const found = own.length || meant.isCouncilAlone || (isNumber && !isWord) ? [] : await results(at, asked, meant);
  // The date 27.04.2016 has a year in it.
  const isYear = /(?:^|\D)\d{4}(?:\D|$)/.test(meant.text);
  const isName = meant.isWhole || called.length > 0 || (isNumber && !isYear);
  const other = isNumber ? null : counterpartBeside(meant, asked, at.data);
  const without = (all) => inside.filter(({ slug }) => !all.includes(slug)).map(({ name }) => name);
  return {
    text: asked.text,
    councils: meant.named.slice(0, Math.max(COUNCILS, inside.length)),
    clauses,
    missing: isYear || (isCalled && !numbered.length) ? [] : missing.map((one) => ({ ...one, number: item || one.number })),
    isUnasked: isUnasked && !found.length,
    silent: found.length ? without([...found.map(({ local }) => local), ...clauses.map(({ places: [{ slug }] }) => slug.split("/")[0])]) : [],
    topics: isNumber ? [] : namedSo(at.data.topics, asked.text, meant.known).slice(0, 2),
    terms: isNumber ? [] : namedSo(at.data.terms.map(([slug, own]) => [slug, ...own]), asked.text, meant.known).slice(0, 1),
    results: found.slice(0, asked.most),
    total: found.length,
    isCut: isCut(at, meant),
    words: own.length ? [] : meant.terms, // the item (a) is no word
    unknown: isName ? [] : [...new Set(meant.terms.filter((term) => term.how === "unknown" || isNowhere(at, term)).map(({ typed }) => typed))],
    meant: found.length ? meant.terms.filter(({ how, isUnsaid }) => how === "known" && isUnsaid).map(({ typed }) => typed) : [],
    suggestions: isName ? [] : suggestions(asked, meant, at, (word) => isTurned(word, other)),
    counterpart: other,
    instead: null,
  };
}

/** Whether no text has a number of days or of pounds, which the list of words does not tell: every text is at hand. */
const isNowhere = ({ data, everywhere }, { isAmount, alternatives: [one] }) => isAmount && !data.more.length && !everywhere.withAny([...one.words[0]]).length;

/** What would be typed in the language of the page: of what stands beside councils' names alone, which are in both. */
function counterpartBeside({ isWhole, text: rest }, { text }, data) {
  const other = isWhole ? null : counterpart(rest, data);
  return other && (text.includes(rest) ? text.replace(rest, () => other) : counterpart(text, data));
}

/** A council whose name stands beside nothing but words that are in no text answers nothing by itself. */
const isEmpty = ({ councils, unknown, clauses, missing, topics, terms, results: found }) =>
  ![missing, unknown.length ? [] : councils, clauses, topics, terms, found].some((list) => list.length);

/** The words of a phrase that no text has in its order, though a topic or a term may be called by them. */
const loosened = ({ text, results: found, clauses, councils, missing }) => (found.length || clauses.length || councils.length || missing.length ? null : unquoted(text));

/** What would be typed in the language of the page, where it has a word for one that no text has, or for all by which something is meant. */
function translated({ unknown, meant, counterpart: other }) {
  const has = (word) => isTurned(word, other);
  return unknown.some(has) || (meant.length && meant.every(has)) ? other : null;
}

/** Whether what would be typed in the language of the page, if anything else would, is without a word that is typed. */
const isTurned = (word, other) => other && !nameWords(other).join(" ").includes(nameWords(word).join(" "));

/** What is found where the names of councils are put right; a word of it may be put right as well. */
function misnamed({ text }, right, found) {
  const suggestions = found.suggestions.length ? found.suggestions : [right.text];
  return { ...found, text, instead: found.instead ?? right.text, unknown: [...right.unknown, ...found.unknown], suggestions };
}

/** What is found by what is likeliest meant, where nothing else is; and whether no clause has a phrase: every council has been looked into. */
async function instead(at, asked, found, text) {
  const other = await answer(at, { ...asked, text });
  const isNone = text === unquoted(asked.text) && !Object.values(asked.filters).some(Boolean) && (await few(at)).length > 0;
  const { unknown, suggestions: offered, counterpart: translated } = found;
  return isEmpty(other) ? found : { ...other, text: asked.text, instead: text, isNone, unknown, suggestions: offered, counterpart: translated };
}
