// What the words of a query may mean: other forms, other spellings, other names, and what people say every day.

import { folded } from "../folded.js";
import { isInflected } from "./endings.js";
import { everyday, isBegun } from "./everyday.js";
import { alone, QUOTED, tokens } from "./text.js";

/**
 * @typedef {import("./rank.js").Term} Term
 * @typedef {{word: string, typed: string, isLast: boolean, isAmount: boolean, misspelt?: string}} Typed a word of the query; `typed` as
 *   it stands there, without what is written to it, `misspelt` what was typed for it, if nothing is known by that
 * @typedef {{vocabulary: import("./vocabulary.js").Vocabulary, data: object, sayings: Map<string, import("./everyday.js").Saying[]>,
 *   alike: import("./alike.js").Alike, spelling: import("./spelling.js").Spelling, isTyping: boolean}} Known
 *   what the site knows of words; whether the last word may be unfinished
 */

/**
 * What another word counts for beside the one that is typed: another name of the thing, one of the same party, what is meant by a
 * saying, by one beside a word that protocols have themselves, and how much of that where the saying is a part of a longer one; and
 * the word itself with the number or the letter behind it.
 * Settled as the weights of rank.js.
 */
const WORTH = { name: 0.4, party: 0.6, said: 1, beside: 0.7, shorter: 0.4, alike: 0.6, like: 0.8, likeKnown: 0.3, near: 0.7, numbered: 2 };
const SHORT = 4;
/** A number, of a day too, that the list of words has not, for it is so short, though a text may. */
const NUMBER = /^\d{1,2}(?:st|nd|rd|th|af|il|ydd|f?ed|eg|ain)?$/;
/** What is told by a number before it: "10 working days", "50%". */
const COUNTED = /^\s?%|^\s(?:\p{L}+\s)?(?:hour|day|week|month|year|awr|oriau|(?:dd?|n)iwrnod|dd?yddiau|wythnos|[mf]is|[bfm]l[wy])/iu;

/**
 * @param {string} text what is typed
 * @param {Known} known
 * @returns {(Term & {how: string, word: string, isUnsaid?: boolean})[]} what is asked for: quoted phrases, then words, without those
 *   that tell nothing unless there are no others; whether no text has a word, whatever people mean by it
 */
export function termsMeant(text, known) {
  const phrases = [...text.matchAll(QUOTED)].map((match) => phrase(match[1], known)).filter(Boolean);
  const typed = putRight(typedWords(text.replace(QUOTED, " "), known), known);
  const said = everyday(typed, known.sayings, known.data, (word) => isTelling(word, known.data), known.alike);
  const telling = typed.filter((one, index) => said.some((also) => also.covers.has(index)) || one.isAmount || isTelling(one.word, known.data));
  const chosen = telling.length || phrases.length ? telling : typed;
  // What has words that tell nothing beside it is said as people speak; else it may be what protocols say themselves.
  const isSpoken = typed.length > chosen.length + 1;
  const terms = chosen.flatMap((one) => termOf(one, typed.indexOf(one), typed, said, isSpoken, known));
  return unlike([...phrases, ...terms]);
}

/** @returns {boolean} whether a word tells one statement from another */
export const isTelling = (word, data) => !data.stop.includes(word) && !NUMBER.test(word);

/** @returns {string[]} the words of a query as they are meant: put right, two for one where its terms have it in two, one for two */
export function wordsMeant(text, terms, known) {
  const typed = putRight(typedWords(text, known), known);
  const isParted = ({ word }) => !typed.some((one) => one.word === word);
  const words = typed.flatMap(({ word, typed: whole }) => {
    const parts = terms.filter((term) => term.typed === whole && isParted(term));
    return parts.length ? parts.map((part) => part.word) : [word];
  });
  return joinedUp(words, known);
}

/** Words, those as one that protocols write as one. */
function joinedUp(words, known) {
  return words.flatMap((word, index) => {
    if (joinedWith(words[index - 1], word, known).length) return [];
    return joinedWith(word, words[index + 1], known).length ? [word + words[index + 1]] : [word];
  });
}

/** Every word that is typed, one with hyphens as the texts have it: whole, or in parts. */
function typedWords(text, known) {
  const { vocabulary, data, sayings } = known;
  return tokens(text, data.language).flatMap(({ words: [whole, ...parts], start, end }) => {
    // Vice-chair is written in two words as well, but of is-gadeirydd no part alone would do.
    const isOne = isBegun(whole, sayings) || vocabulary.related(whole).length;
    const isInParts = parts.length && !isOne && (parts.join("") === whole || !vocabulary.lookUp(whole).length);
    return (isInParts ? parts : [whole]).map((word) => ({ word: withoutClitic(word, known), typed: alone(text.slice(start, end), data.language), isLast: end === text.length, isAmount: amounts(word, known).length > 0 && (text[start - 1] === "£" || COUNTED.test(text.slice(end))) }));
  });
}

/** A number of some days in figures and in words: 10 and ten. */
function amounts(word, { data: { counted }, vocabulary }) {
  const place = NUMBER.test(word) ? parseInt(word) - 1 : counted.findIndex((one) => one.split("|").includes(word));
  const names = counted[place]?.split("|") ?? [];
  return NUMBER.test(word) || names.length ? [String(place + 1), ...names, ...names.flatMap((one) => vocabulary.lookUp(one))] : [];
}

/** A Welsh word without the rest of another that is written to it, its apostrophe left out: "chwythur chwiban". */
function withoutClitic(word, { data, vocabulary, spelling }) {
  const isKnown = (one) => vocabulary.lookUp(one).length > 0 || spelling.said.includes(one);
  const [, own] = (data.mutates && /^(.{3,}[aeiouwy])(?:[rnuwim]|th|ch)$/.exec(word)) || [];
  return own && !isKnown(word) && isKnown(own) ? own : word;
}

/** Words, those by which nothing is known put right, beside others: one alone is offered instead. */
function putRight(typed, known) {
  const { spelling, data, isTyping } = known;
  const isMeant = typed.map(({ word }, index) => spelling.isKnown(word) || isCompound(index, typed, known));
  if (isTyping || !typed.some(({ word }, index) => isMeant[index] && isTelling(word, data))) return typed;
  return typed.map((one, index) => {
    const [nearest] = isMeant[index] || one.isAmount || /\d/.test(one.word) ? [] : spelling.near(one.word);
    return nearest ? { ...one, word: nearest, misspelt: one.word } : one;
  });
}

/** Whether a word is two written as one, or one of two that are written apart. */
const isCompound = (index, typed, known) =>
  split(typed[index].word, known) !== null || [index, index + 1].some((next) => joinedWith(typed[next - 1]?.word, typed[next]?.word, known).length);

/** @returns {string | null} a query without its quotation marks, where it has some */
export function unquoted(text) {
  const plain = text.replace(QUOTED, " $1 ").replace(/\s+/g, " ").trim();
  return plain === text ? null : plain;
}

/** A phrase in quotation marks: its words in order, each in any of its forms, with hyphens between them or without. */
function phrase(text, { vocabulary, data }) {
  const apart = tokens(text.replaceAll("-", " "), data.language).map(({ words: [word] }) => word);
  const joined = apart.flatMap((_, at) => [2, 3].map((size) => ({ at, end: at + size, word: apart.slice(at, at + size).join("") }))).filter(({ word }) => vocabulary.lookUp(word).length);
  const all = [text, apart.join(" "), ...joined.map(({ at, end, word }) => [...apart.slice(0, at), word, ...apart.slice(end)].join(" "))];
  const alternatives = meant([...new Set(all)], 1, { vocabulary, data });
  return alternatives.length ? { typed: text, word: text, alternatives, isPhrase: true, how: "known" } : null;
}

/** The words of a text in order, each by the heads that it may have. */
function sequence(text, language, vocabulary) {
  return tokens(text, language).map(({ words: [word] }) => new Set([word, ...vocabulary.lookUp(word)]));
}

const single = (heads, worth) => ({ words: [new Set(heads)], worth });

// ---- one word ----

function termOf(typed, index, all, said, isSpoken, known) {
  const { word } = typed;
  const own = meaning(typed, known);
  const isOwn = own.how === "known" && !isSpoken;
  const everyday = meantBySayings(said.filter(({ covers, isAlike }) => covers.has(index) && !(isAlike && isOwn)), own.how === "known", known);
  const others = own.how === "known" ? otherNames(word, own.heads, known) : [];
  const joined = [joinedWith(all[index - 1]?.word, word, known), joinedWith(word, all[index + 1]?.word, known)].flat();
  const names = [...wholeNames(index, all, known), ...numbered(word, all[index + 1], known)];
  const heads = [...own.heads, ...joined];
  const like = isOwn ? [] : meant(wordsLike(word, known), own.how === "known" ? WORTH.likeKnown : WORTH.like, known);
  const isMeant = everyday.length || joined.length || names.length || like.length;
  if (!isMeant && own.how === "unknown") {
    const parts = split(word, known);
    if (parts) return parts.map((part) => ({ ...typed, word: part, alternatives: [single(known.vocabulary.lookUp(part), 1)], how: "known" }));
  }
  // What is guessed gives way to what people mean by the word.
  const guessed = everyday.length && own.how === "completed" && !known.isTyping ? joined : heads;
  const alternatives = [...(guessed.length ? [single(guessed, 1)] : []), ...others, ...names, ...everyday, ...like];
  if (typed.misspelt) return [{ ...typed, alternatives: alternatives.map((one) => ({ ...one, worth: one.worth * WORTH.near })), how: "unknown" }];
  const isUnsaid = own.how === "unknown" && !joined.length && !names.length && isTelling(word, known.data) && !known.vocabulary.completed(word).length;
  return [{ ...typed, alternatives, isUnsaid, how: isMeant && own.how === "unknown" ? "known" : own.how }];
}

/** The words of protocols that may stand for a word, in the form that they have there: for "adopted" approved, where none says "approve". */
const wordsLike = (word, { alike, vocabulary, data }) =>
  alike.wordsFor(word).flatMap((other) => (vocabulary.lookUp(other).length ? [other] : vocabulary.related(other).filter((head) => isInflected(head, other, data.language))));

/** The heads of a word, and how they were found. */
function meaning({ word, isLast, isAmount }, known) {
  const { vocabulary, isTyping } = known;
  if (isAmount) return { heads: amounts(word, known), how: "known" };
  if (NUMBER.test(word)) return { heads: [word], how: "known" };
  const own = vocabulary.lookUp(word);
  if (own.length && !(isTyping && isLast && word.length < 3)) return { heads: own, how: "known" };
  // A whole query of so few letters is an abbreviation: no word begins with MO alone.
  const completed = isLast && word.length >= (isTyping ? 2 : SHORT) ? vocabulary.completed(word) : [];
  if (isTyping && completed.length) return { heads: completed, how: "completed" };
  const related = vocabulary.related(word);
  if (related.length) return { heads: related, how: "related" };
  return { heads: completed, how: completed.length ? "completed" : "unknown" };
}

/** What else a word is called: by the glossary, a chair is a chairman; by protocols, a councillor is a member. */
function otherNames(word, heads, { vocabulary, data }) {
  const isIt = (name) => !/[\s-]/.test(name) && vocabulary.lookUp(folded(name)).some((head) => heads.includes(head));
  const ofTerms = data.terms.filter(([, own]) => own.some(isIt)).flatMap(([, own]) => own.filter((name) => !isIt(name)));
  const ofSides = data.sides.filter((names) => names.some(isIt)).flat();
  return [...meant(ofTerms, WORTH.name, { vocabulary, data }), ...meant(ofSides, WORTH.party, { vocabulary, data })];
}

/** Words and phrases, each as what may stand for a word. */
function meant(names, worth, { vocabulary, data }) {
  return names.map((name) => ({ words: sequence(name, data.language, vocabulary), worth })).filter(({ words }) => words.length);
}

// ---- several words ----

/** What sayings mean: the words of protocols, and topics; beside a word that protocols have it counts less, unless more is said. */
function meantBySayings(said, isKnown, known) {
  const longest = Math.max(...said.map(({ length }) => length));
  return said.flatMap(({ means, topics, length, isAlike }) => {
    const worth = (isAlike ? WORTH.alike : 1) * (length === longest ? 1 : WORTH.shorter) * (isKnown && length === 1 ? WORTH.beside : WORTH.said);
    return [...meant(means, worth, known), ...topics.map((topic) => ({ words: [], topic, worth }))];
  });
}

/** The heads of two words written as one: whistle blowing is whistleblowing. */
function joinedWith(first, second, { vocabulary }) {
  return first && second && first.length + second.length > 2 * SHORT ? vocabulary.lookUp(first + second) : [];
}

/** A word with what it is told from others by: Appendix A, stage 2. */
function numbered(word, next, known) {
  const isNumber = next && known.vocabulary.lookUp(word).length && !next.isAmount && (NUMBER.test(next.word) || (next.isLast && next.word.length < 2));
  return isNumber ? meant([`${word} ${next.word}`], WORTH.numbered, known) : [];
}

/** The two words that one is, where they are written as one: townclerk, but respectfull is misspelt. */
function split(word, { vocabulary, spelling }) {
  if (spelling.near(word).length) return null;
  const places = Array.from({ length: Math.max(0, word.length - 2 * SHORT + 1) }, (_, index) => index + SHORT);
  const cut = places.find((place) => [word.slice(0, place), word.slice(place)].every((part) => vocabulary.lookUp(part).length));
  return cut ? [word.slice(0, cut), word.slice(cut)] : null;
}

/** The other names of a thing whose name in several words is typed, of which this word is one. */
function wholeNames(index, typed, known) {
  const names = known.data.terms.flatMap(([, own]) => own.filter((name) => standsRound(name, index, typed)).map(() => own));
  return meant([...new Set(names.flat())].filter((name) => !/\s/.test(name)), WORTH.name, known);
}

function standsRound(name, index, typed) {
  const words = folded(name).split(/\s+/);
  const start = typed.findIndex((_, place) => words.every((word, next) => typed[place + next]?.word === word));
  return words.length > 1 && start >= 0 && start <= index && index < start + words.length;
}

/** Terms of which no two mean the same. */
function unlike(terms) {
  const seen = new Set();
  return terms.filter(({ alternatives, word }) => {
    const heads = alternatives.filter(({ worth }) => worth === 1).flatMap(({ words }) => words.flatMap((one) => [...one]));
    const key = heads.length ? [...new Set(heads)].sort().join(" ") : word;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * @param {string[][]} things slugs and names, of which any may be typed
 * @param {string} text what is typed
 * @param {Known} known
 * @returns {string[][]} those of which a name holds every word that is typed, and half as many others at most
 */
export function namedSo(things, text, known) {
  const typed = typedWords(text, known).filter(({ word }) => isTelling(word, known.data));
  if (!typed.length) return [];
  const { vocabulary, data } = known;
  const holds = (name) => {
    const own = tokens(name, data.language).map(({ words }) => words).filter(([word]) => !data.stop.includes(word));
    const heads = own.flatMap((words) => (typed.length > 1 ? words : [words[0]])).flatMap((word) => [word, ...vocabulary.lookUp(word)]);
    const has = ({ word }) => heads.includes(word) || vocabulary.lookUp(word).some((head) => heads.includes(head));
    return typed.length * 2 >= own.length && typed.every(has) && (typed.length > 1 || own.length === 1);
  };
  const shortest = ([, ...names]) => Math.min(...names.filter(holds).map(({ length }) => length));
  return things.filter((one) => shortest(one) < Infinity).sort((a, b) => shortest(a) - shortest(b));
}
