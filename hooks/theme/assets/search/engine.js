// The search itself: what is typed goes in, and councils, a clause, topics, terms and clauses by their words come out.

import { anchorAmong } from "../clause.js";
import { clauseMeant, councilsMeant, counterpart, namedSo, wordsMeant } from "./query.js";
import { ordered, rarity, scored, WEIGHTS } from "./rank.js";
import { store } from "./store.js";
import { nameWords } from "./text.js";
import { Vocabulary } from "./vocabulary.js";

/** Bundles that are looked into at a time, and councils that are named. */
const AT_A_TIME = 24;
const COUNCILS = 3;
/** What a further wording of a bundle is worth beside the one before it. */
const REPEATED = 0.8;
/** With no more councils than this a bare number is looked for in each. */
const ASKED_FOR_A_NUMBER = 6;

/**
 * @typedef {{council?: string, kind?: string, nation?: string, topic?: string, party?: string}} Filters slugs
 * @typedef {{slug: string, anchor: string, label: string, name: string}} Place
 * @typedef {{clause: import("./rank.js").Wording, places: Place[], count: number, rest?: string, score: number}} Result
 *   `count` councils and places use these words, of which `places` are some; `rest` is the file of all
 */

/**
 * @param {string} base the address of the folder search/ of a language, with a slash at its end
 */
export function search(base) {
  const files = store(base);
  const ready = async () => {
    const [data, text] = await Promise.all([files.data(), files.text("words"), files.engine()]);
    const vocabulary = new Vocabulary(text, data.language, data.mutates ? data.tables : null);
    return { files, data, vocabulary, topicNames: new Map(data.topics) };
  };
  let begun = null;
  const begin = () => (begun ??= ready().catch((error) => ((begun = null), Promise.reject(error))));
  return {
    begin,
    files,
    /**
     * @param {string} text what is typed
     * @param {{filters?: Filters, isTyping?: boolean, most?: number}} how `most` results are wanted
     */
    async find(text, { filters = {}, isTyping = false, most = 10 } = {}) {
      return answer(await begin(), text.normalize("NFC").trim(), { filters, isTyping, most });
    },
    /** @returns {Promise<Place[]>} every place of a wording */
    async places(rest) {
      return (await files.json(`places/${rest}`)).map(place);
    },
    /** @returns {Promise<import("./query.js").Council[]>} the councils whose name may be meant */
    async councils(text) {
      const { data } = await begin();
      return councilsMeant(text, await entries(files, data, text), data, true).map(({ council }) => council);
    },
  };
}

async function answer(at, text, { filters, isTyping, most }) {
  const named = text && !filters.council ? await councils(at, text, isTyping) : [];
  const inside = filters.council || (named[0] && !named[0].isWhole ? named[0].council[0] : null);
  const rest = filters.council || !inside ? text : named[0].rest;
  const [clause, words] = [await clauseOf(at, rest, inside), wordsMeant(rest, at.data, at.vocabulary, isTyping)];
  const known = words.filter((word) => word.heads.length);
  const outside = named.length && named[0].isWhole && !filters.council;
  const local = inside && !clause.length ? await withinCouncil(at, inside, known, filters) : [];
  // The name of a council is also in texts; where a word of it is in none, the others alone would find anything.
  const isName = outside && words.some((word) => word.how === "unknown");
  const isFound = filters.council || clause.length || isName;
  const found = isFound ? { results: [], isMore: false } : await everywhere(at, known, filters, most);
  const results = [...local, ...found.results.filter((one) => !local.some((other) => isSame(one, other)))];
  const every = wordsMeant(text, at.data, at.vocabulary, isTyping);
  const other = counterpart(text, at.data);
  return {
    text,
    councils: outside || clause.length || local.length ? named.slice(0, COUNCILS) : [],
    clauses: clause,
    topics: namedSo(at.data.topics, every, at.vocabulary, at.data).slice(0, 2),
    terms: namedSo(at.data.terms.map(([slug, own]) => [slug, own[0]]), every, at.vocabulary, at.data).slice(0, 1),
    results: results.slice(0, most),
    isMore: found.isMore || results.length > most,
    words: known,
    unknown: clause.length || outside ? [] : words.filter((word) => word.how === "unknown").map((word) => word.typed),
    suggestions: outside ? [] : suggestions(words, text, at, isTyping).filter((one) => one.text !== other),
    counterpart: other,
  };
}

// ---- councils and numbers ----

async function entries(files, data, text) {
  const wanted = data.names.includes("all") ? ["all"] : [...new Set(beginnings(text, data))].filter((one) => data.names.includes(one));
  const lists = await Promise.all(wanted.map((one) => files.json(`names/${one}`)));
  return [...new Map(lists.flat().map((entry) => [entry[0], entry])).values()];
}

const beginnings = (text, data) =>
  nameWords(text).filter((word) => !data.stop.includes(word) && !data.common.includes(word)).map((word) => word.slice(0, 2));

async function councils({ files, data }, text, isTyping) {
  return councilsMeant(text, await entries(files, data, text), data, isTyping);
}

/** The clause of a number: in the council that is named, or in each where they are few. */
async function clauseOf(at, text, council) {
  const anchor = text ? clauseMeant(text, at.data) : null;
  if (!anchor) return [];
  const all = at.data.names.includes("all") ? await at.files.json("names/all") : [];
  const asked = council ? [council] : all.length <= ASKED_FOR_A_NUMBER ? all.map(([slug]) => slug) : [];
  const found = await Promise.all(asked.map((slug) => clauseIn(at, slug, anchor)));
  return found.flat();
}

/** The clause of that number, and any other that is printed with the same. */
async function clauseIn(at, slug, anchor) {
  const clauses = await at.files.json(`councils/${slug}`);
  const name = await nameOf(at, slug);
  const found = anchorAmong(anchor, clauses.map((one) => one.at[0]));
  const isMeant = ([own]) => own === found || (own.startsWith(`${found}-`) && /^\d+$/.test(own.slice(found.length + 1)));
  const whole = new Map();
  for (const one of clauses.filter(({ at: own }) => found && isMeant(own))) {
    const before = whole.get(`${one.at[2]}#${one.at[0]}`);
    const text = [before?.text, one.text].filter(Boolean).join(" ");
    whole.set(`${one.at[2]}#${one.at[0]}`, { ...(before ?? one), text });
  }
  return [...whole.values()].map((clause) => inCouncil(clause, name));
}

async function nameOf({ files, data }, slug) {
  const wanted = data.names.includes("all") ? ["all"] : beginnings(slug, data).filter((one) => data.names.includes(one));
  for (const one of wanted) {
    const entry = (await files.json(`names/${one}`)).find((council) => council[0] === slug);
    if (entry) return entry[1];
  }
  return slug;
}

const inCouncil = (clause, name) => ({
  clause,
  places: [{ slug: clause.at[2], anchor: clause.at[0], label: clause.at[1], name }],
  count: 1,
  score: Infinity,
});

/** The clauses of one council that answer, or all where nothing is asked. */
async function withinCouncil(at, slug, words, filters) {
  const name = await nameOf(at, slug);
  const clauses = (await at.files.json(`councils/${slug}`)).filter((clause) => fits(clause, filters));
  const asked = { ...at, language: at.data.language, terms: words.map((word) => ({ heads: word.heads, rarity: localRarity(word, at) })) };
  const made = clauses.map((clause) => ({ ...inCouncil(clause, name), ...scored(clause, asked) }));
  return withoutRepeated(words.length ? best(made) : made);
}

const localRarity = (word, { vocabulary, data }) =>
  rarity(2 ** (Math.max(...word.heads.map((head) => vocabulary.levels.get(head) ?? 1)) - 1), data.count);

// ---- everywhere ----

async function everywhere(at, words, filters, most) {
  const engine = await at.files.engine();
  const marks = ["kind", "nation", "topic", "party"].filter((kind) => filters[kind]).map((kind) => mark(kind, filters[kind]));
  if (!words.length && !marks.length) return { results: [], isMore: false };
  const narrowed = await Promise.all(marks.map((one) => engine.having(one)));
  const found = await Promise.all(words.map((word) => havingAny(engine, word.heads, narrowed)));
  const terms = words.map((word, index) => ({ heads: word.heads, rarity: rarity(found[index].size, at.data.count) }));
  const bundles = words.length ? ordered({ terms, found, all: at.data.count }) : within(narrowed);
  const asked = { ...at, language: at.data.language, terms };
  const wanted = Math.max(AT_A_TIME, Math.ceil(most * 2.4));
  const opened = await Promise.all(bundles.slice(0, wanted).map((id) => at.files.json(`records/${id}`)));
  const made = opened.flatMap((wordings, bundle) => wordings.map((one) => inAll(one, filters)).filter(Boolean).map((one) => ({ ...one, bundle })));
  const rated = made.map((one) => ({ ...one, ...scored(one.clause, asked) }));
  const results = withoutRepeated(words.length ? varied(best(rated)) : rated);
  return { results: results.slice(0, most), isMore: results.length > most || (bundles.length > wanted && results.length >= most) };
}

async function havingAny(engine, heads, narrowed) {
  const all = await Promise.all(heads.map((head) => engine.having(head)));
  const found = new Map();
  for (const [id, well] of all.flatMap((one) => [...one]))
    if (narrowed.every((set) => set.has(id))) found.set(id, Math.max(well, found.get(id) ?? 0));
  return found;
}

function within([first, ...others]) {
  return [...first.keys()].filter((id) => others.every((set) => set.has(id)));
}

/** The word by which what has a value is found: the same as index_words.py's filter_term. */
export const mark = (kind, value) => `z${kind[0]}${value.replaceAll("-", "")}`;

const fits = (clause, { topic, party }) =>
  (!topic || clause.topics?.includes(topic)) && (!party || (clause.party ?? "none") === party);

/** A wording as a result, with the places that fit; null where none does. */
function inAll(wording, filters) {
  if (!fits(wording, filters)) return null;
  const isIn = ([kind, nation]) => (!filters.kind || kind === filters.kind) && (!filters.nation || nation === filters.nation);
  const places = wording.places.filter((one) => isIn(one.slice(4))).map(place);
  const count = (wording.counts ?? []).filter(isIn).reduce((sum, [, , n]) => sum + n, 0) || places.length;
  return places.length ? { clause: wording, places, count, rest: wording.rest } : null;
}

const place = ([slug, anchor, label, name]) => ({ slug, anchor, label, name });

function best(rated) {
  const sorted = rated.filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
  const most = Math.max(0, ...sorted.map((one) => one.coverage));
  return sorted.filter((one) => one.coverage >= WEIGHTS.worth * most);
}

/** A bundle has wordings that are nearly the same: its best stands where it belongs, the others a little lower each. */
function varied(sorted) {
  const seen = new Map();
  const value = new Map();
  for (const one of sorted) {
    const before = seen.get(one.bundle) ?? 0;
    seen.set(one.bundle, before + 1);
    value.set(one, one.score * REPEATED ** before);
  }
  return sorted.sort((a, b) => value.get(b) - value.get(a));
}

/** Of several statements of a clause the best stands for it. */
function withoutRepeated(results) {
  const seen = new Set();
  const at = ({ slug, anchor }) => `${slug}#${anchor}`;
  return results.filter(({ places }) => {
    const isNew = places.some((one) => !seen.has(at(one)));
    for (const one of places) seen.add(at(one));
    return isNew;
  });
}

const isSame = (one, other) => one.places.some((a) => other.places.some((b) => a.slug === b.slug && a.anchor === b.anchor));

// ---- what is offered besides ----

/** Queries that differ from this one in one letter of a word that no text has. */
function suggestions(words, text, { vocabulary }, isTyping) {
  const doubtful = words.filter((word) => word.how !== "known" && !(isTyping && word.how === "completed"));
  return doubtful
    .flatMap((word) => vocabulary.near(word.word).map((near) => ({ word: near, text: text.replace(word.typed, near) })))
    .slice(0, 3);
}
