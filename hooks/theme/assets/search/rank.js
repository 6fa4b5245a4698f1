// Which clauses answer a query best, and the part of one that shows it. Pure functions of data.

import { tokens } from "./text.js";

/**
 * @typedef {{heads: string[], typed: string, rarity: number}} Term a word of the query: the heads that it may mean
 * @typedef {{heading?: string, text?: string, context?: string, around?: string, language?: string, topics?: string[], party?: string,
 *   at?: string[], places?: string[][], rest?: string, counts?: Array}} Wording as result_files.py packs it
 * @typedef {{start: number, end: number, terms: number[]}} Hit where a text has words of the query: which
 */

/**
 * What a word counts for by where it stands, and how much more one that stands again; how much a clause gains by words
 * that stand close together, by having all words of the query, and loses by its length; how much of the best answer's
 * share of the query another must have to be shown. Settled by tests/search/queries.*.yml.
 */
export const WEIGHTS = { text: 1, heading: 1.2, context: 0.6, around: 0.6, topic: 0.5, again: 0.06, near: 0.1, coverage: 1, length: 0.04, worth: 0.25 };

/** @returns {number} how much a word that few bundles have tells, out of so many */
export const rarity = (having, all) => Math.log(1 + all / Math.max(1, having));

/**
 * @param {{terms: Term[], found: Map<string, number>[], all: number}} what for each term the bundles that have it, with
 *   how well from 0 to 1
 * @returns {string[]} the bundles, those to be looked at first
 */
export function ordered({ terms, found }) {
  const scores = new Map();
  found.forEach((bundles, index) => {
    for (const [id, well] of bundles) {
      const [score, covered] = scores.get(id) ?? [0, 0];
      scores.set(id, [score + terms[index].rarity * (0.5 + 0.5 * well), covered + terms[index].rarity]);
    }
  });
  const value = ([score, covered]) => score * covered ** WEIGHTS.coverage;
  return [...scores].sort((a, b) => value(b[1]) - value(a[1]) || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}

/** @returns {Hit[]} the words of a text that the terms mean */
export function hits(text, terms, vocabulary, language) {
  const wanted = new Map();
  terms.forEach((term, index) => term.heads.forEach((head) => wanted.set(head, [...(wanted.get(head) ?? []), index])));
  const meant = (word) => (vocabulary.heads.get(word) ?? [word]).flatMap((head) => wanted.get(head) ?? []);
  return tokens(text, language)
    .map(({ start, end, words }, place) => ({ start, end, place, terms: [...new Set(words.flatMap(meant))] }))
    .filter((hit) => hit.terms.length);
}

/**
 * @param {Wording} wording
 * @param {{terms: Term[], vocabulary: object, language: string, topicNames: Map<string, string>}} asked
 * @returns {{score: number, coverage: number}} coverage from 0 to 1: how much of the query it has
 */
export function scored(wording, { terms, vocabulary, language, topicNames }) {
  const spoken = wording.language ?? language;
  const inText = hits(wording.text ?? "", terms, vocabulary, spoken);
  const fields = [
    [WEIGHTS.text, inText],
    [WEIGHTS.heading, hits(wording.heading ?? "", terms, vocabulary, spoken)],
    [WEIGHTS.context, hits(wording.context ?? "", terms, vocabulary, spoken)],
    [WEIGHTS.around, hits(wording.around ?? "", terms, vocabulary, spoken)],
    [WEIGHTS.topic, hits((wording.topics ?? []).map((slug) => topicNames.get(slug)).filter(Boolean).join(" . "), terms, vocabulary, language)],
  ];
  const whole = terms.reduce((sum, term) => sum + term.rarity, 0) || 1;
  let score = 0;
  let covered = 0;
  let present = 0;
  terms.forEach((term, index) => {
    const having = fields.map(([weight, found]) => [weight, found.filter((hit) => hit.terms.includes(index)).length]);
    const best = Math.max(0, ...having.filter(([, times]) => times).map(([weight]) => weight));
    const again = having.reduce((sum, [, times]) => sum + times, 0) - 1;
    if (best) score += term.rarity * (best + WEIGHTS.again * Math.log1p(again));
    covered += term.rarity * Math.min(1, best);
    present += best ? term.rarity : 0;
  });
  const length = (wording.text ?? wording.heading ?? "").length;
  const close = WEIGHTS.near * nearness(inText, terms.length);
  const full = (covered / whole) ** WEIGHTS.coverage;
  return { score: ((score / whole) * (1 + close) * full) / (1 + WEIGHTS.length * Math.log1p(length / 100)), coverage: present / whole };
}

/** From 0 to 1: how close together the words of the query stand, where a text has two of them or more. */
function nearness(found, count) {
  const present = new Set(found.flatMap((hit) => hit.terms)).size;
  if (present < 2) return 0;
  let least = Infinity;
  found.forEach((first, index) => {
    const seen = new Set();
    for (const hit of found.slice(index)) {
      hit.terms.forEach((term) => seen.add(term));
      if (seen.size === present) {
        least = Math.min(least, hit.place - first.place);
        break;
      }
    }
  });
  return (present / count) * ((present - 1) / Math.max(least, present - 1)) ** 0.5;
}

/**
 * @param {string} text
 * @param {Hit[]} found
 * @param {number} longest
 * @returns {{text: string, isMarked: boolean}[]} the part of it with the most words of the query, each marked as it stands
 */
export function excerpt(text, found, longest = 220) {
  const [from, to] = span(text, found, longest);
  const pieces = [];
  let at = from;
  for (const hit of found.filter((one) => one.start >= from && one.end <= to)) {
    pieces.push({ text: text.slice(at, hit.start), isMarked: false }, { text: text.slice(hit.start, hit.end), isMarked: true });
    at = hit.end;
  }
  pieces.push({ text: text.slice(at, to), isMarked: false });
  if (from > 0) pieces.unshift({ text: "… ", isMarked: false });
  if (to < text.length) pieces.push({ text: " …", isMarked: false });
  return pieces.filter((piece) => piece.text);
}

/** The beginning and the end of an excerpt, at words. */
function span(text, found, longest) {
  if (text.length <= longest) return [0, text.length];
  const terms = (start) => new Set(found.filter((hit) => hit.start >= start && hit.end <= start + longest - 30).flatMap((hit) => hit.terms));
  const best = found.reduce((chosen, hit) => (terms(hit.start).size > terms(chosen).size ? hit.start : chosen), found[0]?.start ?? 0);
  const start = Math.min(Math.max(0, best - 30), text.length - longest);
  const from = start ? text.indexOf(" ", start) + 1 : 0;
  const last = text.lastIndexOf(" ", from + longest);
  return [from, from + longest >= text.length ? text.length : Math.max(last, from + 1)];
}
