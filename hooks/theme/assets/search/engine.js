// The search itself, in steps: what is meant, which wordings may answer, which answer best, and what is offered besides.

import { anchorAmong } from "../clause.js";
import { Collection, mark } from "./collection.js";
import { sayings } from "./everyday.js";
import { clauseMeant, councilsMeant, counterpart } from "./query.js";
import { rarity, scored, WEIGHTS } from "./rank.js";
import { store } from "./store.js";
import { namedSo, termsMeant, unquoted } from "./terms.js";
import { nameWords } from "./text.js";
import { Vocabulary } from "./vocabulary.js";

/** Councils that are named. */
const COUNCILS = 3;
/** Files of further wordings that a query fetches at most, and results that such a file lists for a word. */
const FURTHER = 4;
const LISTED = 24;
/** With no more councils than this a bare number is looked for in each. */
const ASKED_FOR_A_NUMBER = 6;

/**
 * @typedef {{council?: string, kind?: string, nation?: string, topic?: string, party?: string}} Filters slugs
 * @typedef {{slug: string, anchor: string, label: string, name: string}} Place `slug` is where the document stands below councils/
 * @typedef {{clause: import("./collection.js").Wording, places: Place[], count: number, nearly: number, rest?: [number, number], score: number}}
 *   Result `count` places use these words, of which `places` are some, and `nearly` nearly these; `rest` names the file of all
 * @typedef {{text: string, filters: Filters, isTyping: boolean, most: number}} Asked
 */

/** @param {string} base the address of the folder search/ of a language, with a slash at its end */
export function search(base) {
  const files = store(base);
  let begun = null;
  const begin = () => (begun ??= ready(files).catch((error) => ((begun = null), Promise.reject(error))));
  return {
    begin,
    /**
     * @param {string} text what is typed
     * @param {{filters?: Filters, isTyping?: boolean, most?: number}} how `most` results are wanted
     */
    async find(text, { filters = {}, isTyping = false, most = 10 } = {}) {
      const at = await begin();
      const asked = { text: text.normalize("NFC").trim(), filters, isTyping, most };
      const found = await answer(at, asked);
      const meant = isEmpty(found) ? (found.counterpart ?? found.suggestions[0]?.text ?? unquoted(asked.text)) : loosened(found);
      return meant ? instead(at, asked, found, meant) : found;
    },
    /** @returns {Promise<{same: Place[], nearly: {text: string, places: Place[]}[]}>} every place of a result */
    async places({ rest: [group, own], clause }) {
      const wordings = await files.json(`places/${group}`);
      const others = wordings.map(([text, places]) => ({ text: text || clause.text, places: places.map(place) }));
      return { same: others[own].places, nearly: others.filter((_, index) => index !== own) };
    },
    /** @returns {Promise<import("./query.js").Council[]>} the councils whose name may be meant */
    async councils(text) {
      const at = await begin();
      return councilsMeant(text, await entries(at, text), at.data, true).map(({ council }) => council);
    },
  };
}

async function ready(files) {
  const { forms, wordings, ...data } = await files.json("start");
  const vocabulary = new Vocabulary(forms, data.language, data.mutates ? data.tables : null);
  const reading = { vocabulary, language: data.language, topicNames: new Map(data.topics), stop: new Set(data.stop) };
  return { files, data, vocabulary, reading, sayings: sayings(data), everywhere: new Collection(reading).add(wordings), councils: new Map() };
}

// ---- the answer ----

async function answer(at, asked) {
  const meant = await whatIsMeant(at, asked);
  const clauses = await clausesOf(at, meant);
  const found = clauses.length || meant.isCouncilAlone || meant.missing ? [] : await results(at, asked, meant);
  const isName = meant.isWhole || clauses.length > 0;
  return {
    text: asked.text,
    councils: meant.isWhole || clauses.length || meant.missing || found.some(({ isLocal }) => isLocal) ? meant.named.slice(0, COUNCILS) : [],
    clauses,
    missing: clauses.length ? null : meant.missing,
    topics: namedSo(at.data.topics, asked.text, meant.known).slice(0, 2),
    terms: namedSo(at.data.terms.map(([slug, own]) => [slug, own[0]]), asked.text, meant.known).slice(0, 1),
    results: found.slice(0, asked.most),
    total: found.length,
    isCut: isCut(at, meant),
    words: meant.terms,
    unknown: isName || meant.missing ? [] : meant.terms.filter(({ how }) => how === "unknown").map(({ typed }) => typed),
    suggestions: isName || meant.anchor ? [] : suggestions(asked, meant, at),
    counterpart: counterpart(asked.text, at.data),
    instead: null,
  };
}

const isEmpty = ({ councils, clauses, missing, topics, terms, results }) => !missing && ![councils, clauses, topics, terms, results].some((list) => list.length);

/** The words of a phrase that no text has in its order, though a topic or a term may be called by them. */
const loosened = ({ text, results, clauses, councils, missing }) => (results.length || clauses.length || councils.length || missing ? null : unquoted(text));

/** What is found by what is likeliest meant, where nothing else is. */
async function instead(at, asked, { unknown, suggestions, counterpart }, text) {
  const other = await answer(at, { ...asked, text });
  return { ...other, text: asked.text, instead: isEmpty(other) ? null : text, unknown, suggestions, counterpart };
}

// ---- what is meant: a council, a number, words ----

async function whatIsMeant(at, { text, filters, isTyping }) {
  const { data, vocabulary, sayings } = at;
  const known = { vocabulary, data, sayings, isTyping };
  const named = text && !filters.council ? councilsMeant(text, await entries(at, text), data, isTyping) : [];
  const isWhole = named.length > 0 && named[0].isWhole;
  const inside = filters.council || (named.length && !isWhole ? named[0].council[0] : null);
  const rest = inside && !filters.council ? named[0].rest : text;
  const terms = termsMeant(rest, known);
  const anchor = rest ? clauseMeant(rest, data) : null;
  const missing = anchor && inside ? { number: rest, council: await nameOf(at, inside) } : null;
  // The name of a council is also in texts; where a word of it is in none, the others alone would find anything.
  const isCouncilAlone = isWhole && terms.some(({ how }) => how === "unknown");
  return { known, named, isWhole, inside, terms, anchor, missing, isCouncilAlone };
}

async function entries({ files, data }, text) {
  const wanted = data.names.includes("all") ? ["all"] : [...new Set(beginnings(text, data))].filter((one) => data.names.includes(one));
  const lists = await Promise.all(wanted.map((one) => files.json(`names/${one}`)));
  return [...new Map(lists.flat().map((entry) => [entry[0], entry])).values()];
}

const beginnings = (text, data) =>
  nameWords(text).filter((word) => !data.stop.includes(word) && !data.common.includes(word)).map((word) => word.slice(0, 2));

async function nameOf(at, slug) {
  const found = (await entries(at, slug.replaceAll("-", " "))).find(([one]) => one === slug);
  return found?.[1] ?? slug;
}

/** Every statement of a council. */
async function ofCouncil(at, slug) {
  if (!at.councils.has(slug)) {
    const name = await nameOf(at, slug);
    const records = await at.files.json(`councils/${slug}`);
    const wordings = records.map(({ at: [anchor, label, document], ...wording }) => ({ ...wording, places: [[document, anchor, label, name, "", ""]] }));
    at.councils.set(slug, new Collection(at.reading).add(wordings));
  }
  return at.councils.get(slug);
}

// ---- a clause by its number ----

/** The clause of a number and what stands below it: in the council that is named, or in each where they are few. */
async function clausesOf(at, { anchor, inside }) {
  if (!anchor) return [];
  const all = at.data.names.includes("all") ? await at.files.json("names/all") : [];
  const asked = inside ? [inside] : all.length <= ASKED_FOR_A_NUMBER ? all.map(([slug]) => slug) : [];
  const found = await Promise.all(asked.map((slug) => clausesIn(at, slug, anchor, !!inside)));
  return found.flat();
}

/** The clause of that number, any other that is printed with the same, and the items of each. */
async function clausesIn(at, slug, anchor, withItems) {
  const wordings = (await ofCouncil(at, slug)).withAny([]).map(({ wording }) => wording);
  const found = anchorAmong(anchor, wordings.map(anchorOf));
  if (!found) return [];
  const own = new RegExp(`^${escaped(found)}(-\\d+)?${withItems ? "(\\..+)?" : ""}$`);
  return [...wholeClauses(wordings.filter((one) => own.test(anchorOf(one)))).values()].map((wording) => result(wording, { score: Infinity }));
}

const anchorOf = ({ places: [[, anchor]] }) => anchor;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The statements of each clause in one. */
function wholeClauses(wordings) {
  const whole = new Map();
  for (const one of wordings) {
    const [document, anchor] = one.places[0];
    const before = whole.get(`${document}#${anchor}`);
    whole.set(`${document}#${anchor}`, { ...(before ?? one), text: [before?.text, one.text].filter(Boolean).join(" ") });
  }
  return whole;
}

// ---- the wordings that answer ----

/** The results, the best first; those of a council that is named before all others. */
async function results(at, { filters }, { terms, inside }) {
  const known = terms.filter(({ alternatives }) => alternatives.length);
  const isEverywhere = !filters.council && (known.length > 0 || Object.values(filters).some(Boolean));
  const local = inside ? ranked(at, await ofCouncil(at, inside), known, { topic: filters.topic, party: filters.party }) : [];
  if (!isEverywhere) return local.map((one) => ({ ...one, isLocal: true }));
  await fetchFurther(at, known, filters);
  const others = ranked(at, at.everywhere, known, filters);
  return withoutRepeated([...local.map((one) => ({ ...one, isLocal: true })), ...others]);
}

function ranked(at, collection, terms, filters) {
  const heads = terms.flatMap(({ alternatives }) => alternatives.flatMap(({ words: [first], topic }) => (topic ? [mark("topic", topic)] : [...first])));
  const candidates = collection.withAny(heads).map((entry) => ({ entry, places: fitting(entry.wording, filters) })).filter(({ places }) => places.length);
  const weighed = terms.map((term) => ({ ...term, rarity: rarity(having(term, at.vocabulary), at.data.count) }));
  const made = candidates.map(({ entry, places }) => result(entry.wording, terms.length ? scored(entry, weighed) : {}, places, filters));
  return withoutRepeated(terms.length ? best(made) : made);
}

/** How many wordings have a term, about: those that have the commonest of its single words, or the rarest of several. */
function having({ alternatives }, vocabulary) {
  const own = alternatives.filter(({ worth }) => worth === 1);
  return Math.max(1, ...(own.length ? own : alternatives).map((one) => havingOne(one, vocabulary)));
}

function havingOne({ words, topic }, vocabulary) {
  return topic ? vocabulary.count(mark("topic", topic)) : Math.min(...words.map((heads) => most(heads, vocabulary)));
}

const most = (heads, vocabulary) => Math.max(...[...heads].map((head) => vocabulary.count(head)));

/** The places of a wording that fit; none where the wording itself does not. */
function fitting({ topics, party, places }, filters) {
  const isMeant = (!filters.topic || topics?.includes(filters.topic)) && (!filters.party || (party ?? "none") === filters.party);
  return isMeant ? places.filter(([, , , , ...group]) => isIn(group, filters)) : [];
}

const isIn = ([kind, nation], filters) => (!filters.kind || kind === filters.kind) && (!filters.nation || nation === filters.nation);

function result(wording, { score = 1, coverage = 1 }, places = wording.places, filters = {}) {
  const count = (wording.counts ?? []).filter((one) => isIn(one, filters)).reduce((sum, [, , n]) => sum + n, 0) || places.length;
  return { clause: wording, places: places.map(place), count, nearly: wording.nearly ?? 0, rest: wording.rest, score, coverage };
}

const place = ([slug, anchor, label, name]) => ({ slug, anchor, label, name });

function best(rated) {
  const sorted = rated.filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
  const most = Math.max(0, ...sorted.map((one) => one.coverage));
  return sorted.filter((one) => one.coverage >= WEIGHTS.worth * most);
}

/** Of several statements of a clause the best stands for it. */
function withoutRepeated(found) {
  const seen = new Set();
  const at = ({ slug, anchor }) => `${slug}#${anchor}`;
  return found.filter(({ places }) => {
    const isNew = places.some((one) => !seen.has(at(one)));
    for (const one of places) seen.add(at(one));
    return isNew;
  });
}

// ---- further wordings, where not all are in the first file ----

async function fetchFurther(at, terms, filters) {
  const wanted = furtherFiles(at, terms, filters);
  const fetched = await Promise.all(wanted.map(({ file }) => at.files.json(`more/${file}`)));
  fetched.forEach(({ records, words }, index) => {
    for (const head of wanted[index].heads) at.everywhere.add((words[head] ?? []).map((number) => records[number]));
  });
}

/** The files in which the words of a query are, those of the words that tell most before others. */
function furtherFiles({ data, vocabulary }, terms, filters) {
  const marks = ["kind", "nation", "topic", "party"].filter((kind) => filters[kind]).map((kind) => mark(kind, filters[kind]));
  const rarest = [...terms].sort((a, b) => having(a, vocabulary) - having(b, vocabulary));
  const heads = [...marks, ...rarest.flatMap(({ alternatives }) => alternatives.flatMap((one) => headsOf(one, vocabulary)))];
  const files = new Map();
  for (const head of heads) {
    const file = fileOf(head, data.more);
    if (file && (files.has(file) || files.size < FURTHER)) files.set(file, [...(files.get(file) ?? []), head]);
  }
  return [...files].map(([file, wanted]) => ({ file, heads: wanted }));
}

/** The words by which what has an alternative is listed. */
const headsOf = ({ words, topic }, vocabulary) => (topic ? [mark("topic", topic)] : rarestOf(words, vocabulary));

const rarestOf = (words, vocabulary) => [...words.reduce((rare, heads) => (most(heads, vocabulary) < most(rare, vocabulary) ? heads : rare))];

/** The file whose name is the longest beginning of a word. */
function fileOf(head, files) {
  for (let size = head.length; size; size -= 1) if (files.includes(head.slice(0, size))) return head.slice(0, size);
  return null;
}

/** Whether there may be results that no file lists. */
function isCut({ data, vocabulary }, { terms }) {
  return data.more.length > 0 && terms.some((term) => having(term, vocabulary) > LISTED);
}

// ---- what is offered besides ----

/** Queries that differ from this one in one letter of a word that no text has. */
function suggestions({ text, isTyping }, { terms }, { vocabulary, data }) {
  const numbers = [...data.numberWords, ...Object.values(data.divisions).flat()];
  const isDoubtful = ({ how, word, typed, isPhrase }) =>
    !isPhrase && how !== "known" && !(isTyping && how === "completed") && !typed.includes("-") && !numbers.includes(word) && isWhole(text, typed);
  return terms
    .filter(isDoubtful)
    .flatMap(({ word, typed }) => vocabulary.near(word).map((near) => ({ word: near, text: text.replace(typed, near) })))
    .slice(0, 3);
}

/** Whether a word stands by itself: "bull*" and "e-mail@example" are no misspelt words. */
const isWhole = (text, typed) => text.split(/\s+/).some((word) => word.replace(/^[("'“‘]+|[)"'”’.,;:?!]+$/g, "") === typed);
