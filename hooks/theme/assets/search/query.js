// What a reader means by what is typed: words, a council, the number of a clause. Pure functions of data.

import { anchorOf } from "../clause.js";
import { folded } from "../folded.js";
import { radicals } from "./mutation.js";
import { nameWords, tokens } from "./text.js";

/**
 * @typedef {[string, string, string, string, string, string, string]} Council as council_names.py packs it: slug, names, short
 *   names, kind, nation
 * @typedef {{typed: string, heads: string[], how: "known" | "related" | "completed" | "unknown"}} Word
 */

/**
 * @param {string} text what is typed
 * @param {object} data data.json
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {boolean} isTyping whether the last word may be unfinished
 * @returns {Word[]} its words without those that tell nothing, unless there are no others
 */
export function wordsMeant(text, data, vocabulary, isTyping) {
  const typed = tokens(text, data.language).flatMap(({ words, start, end }) => {
    const [whole, ...parts] = words;
    // Vice-chair is written in two words as well, but of is-gadeirydd no part alone would do.
    const isInParts = parts.join("") === whole || !vocabulary.lookUp(whole).length;
    const chosen = parts.length && isInParts ? parts : [whole];
    return chosen.map((word) => ({ word, typed: text.slice(start, end), isLast: end === text.length }));
  });
  const telling = typed.filter(({ word }) => !data.stop.includes(word) && !/^\d{1,2}$/.test(word));
  const chosen = telling.length ? telling : typed;
  const found = chosen.map((one) => meaning(one, vocabulary, isTyping));
  return unlike(found.map((word) => ({ ...word, heads: withSynonyms(word, data, vocabulary) })));
}

/** The heads of a word and of what else the glossary calls the same thing in one word: a chair is a chairman too. */
function withSynonyms(word, data, vocabulary) {
  const heads = (name) => (/[\s-]/.test(name) ? [] : vocabulary.lookUp(folded(name)));
  const terms = data.terms.filter(([, own]) => word.how === "known" && own.some((name) => heads(name).some((head) => word.heads.includes(head))));
  return [...new Set([...word.heads, ...terms.flatMap(([, own]) => own.flatMap(heads))])];
}

function meaning({ word, typed, isLast }, vocabulary, isTyping) {
  const known = vocabulary.lookUp(word);
  if (known.length && !(isTyping && isLast && word.length < 3)) return { typed, word, heads: known, how: "known" };
  const completed = isLast && word.length > 1 ? vocabulary.completed(word) : [];
  if (isTyping && completed.length) return { typed, word, heads: completed, how: "completed" };
  const related = vocabulary.related(word);
  if (related.length) return { typed, word, heads: related, how: "related" };
  return { typed, word, heads: completed, how: completed.length ? "completed" : "unknown" };
}

/** Words of which no two mean the same. */
function unlike(words) {
  const seen = new Set();
  return words.filter(({ heads, word }) => {
    const key = heads.length ? [...heads].sort().join(" ") : word;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * @param {string} text
 * @param {Council[]} councils those whose names may be meant
 * @param {object} data
 * @param {boolean} isTyping
 * @returns {{council: Council, rest: string, isWhole: boolean}[]} the councils that are named, the likeliest first, each with
 *   what else is typed; whole where nothing else is
 */
export function councilsMeant(text, councils, data, isTyping) {
  const typed = nameWords(text);
  const found = councils.map((council) => named(typed, text, council, data, isTyping)).filter(Boolean);
  return found.sort((a, b) => b.weight - a.weight || (a.council[1] < b.council[1] ? -1 : 1));
}

function named(typed, text, council, data, isTyping) {
  const [, name, otherName, short, otherShort] = council;
  const shorts = [short, otherShort].map(nameWords);
  const all = [name, otherName, ...[short, otherShort]].flatMap(nameWords);
  const last = typed.length - 1;
  const isPart = (word, index) =>
    rootsOf(word, data).some((root) => all.includes(root)) ||
    (isTyping && index === last && word.length > 1 && all.some((one) => one.startsWith(word)));
  const matched = typed.filter(isPart);
  const telling = matched.filter((word) => !rootsOf(word, data).some((root) => data.common.includes(root)) && !data.stop.includes(word));
  if (!telling.length) return null;
  const isShort = shorts.some((words) => words.every((one) => typed.some((word) => rootsOf(word, data).includes(one))));
  const rest = typed.filter((word, index) => !isPart(word, index) && !data.stop.includes(word));
  const remainder = withoutName(text, isPart);
  if (!isShort && rest.length && telling.length < 2 && !clauseMeant(remainder, data)) return null;
  return { council, rest: remainder, isWhole: !rest.length, weight: telling.length + (isShort ? 2 : 0) + (rest.length ? 0 : 1) };
}

const rootsOf = (word, data) => (data.mutates ? radicals(word, data.tables) : [word]);

/** What is typed without the words of a council's name, as it stands, brackets and points included. */
function withoutName(text, isPart) {
  let index = -1;
  return text
    .replace(/[\p{L}\p{N}'’]+/gu, (word) => {
      const parts = nameWords(word);
      index += parts.length;
      return parts.length && /\p{L}/u.test(word) && word.length > 1 && isPart(parts[0], index) ? " " : word;
    })
    .replace(/\s+/g, " ")
    .trim();
}

const DIVISION = "(?:part|schedule|appendix)(?:-[\\da-z]+)?";
const CLAUSE = new RegExp(`^(?:${DIVISION}(?:\\.${DIVISION})*|(?:${DIVISION}\\.)*\\d+[a-z]?(?:[.-](?:[a-z]{1,2}|[ivx]+|\\d+[a-z]?))*)$`);

/** @returns {string | null} the anchor of the clause whose number is typed, if nothing but a number is */
export function clauseMeant(rest, data) {
  const divisions = Object.values(data.divisions).flat();
  let plain = folded(rest).replace(/[:#]/g, " ");
  for (const word of data.numberWords.filter((one) => !divisions.includes(one))) {
    plain = plain.replace(new RegExp(`(^|\\s)${word}\\.?(?=[\\s\\d]|$)`, "g"), " ");
  }
  for (const word of data.divisions.appendix) plain = plain.replace(new RegExp(`^(.*\\d\\S*)\\s+${word}\\s*$`), `${word} $1`);
  const anchor = anchorOf(plain.trim(), data.divisions);
  return CLAUSE.test(anchor) && /\d|-/.test(anchor) ? anchor : null;
}

/** @returns {string | null} what would be typed in the language of the page, where a term of the glossary is in the other */
export function counterpart(text, data) {
  const plain = ` ${nameWords(text).join(" ")} `;
  const forms = data.language === "en" ? plain.trim().split(" ").map((word) => radicals(word, data.tables)) : [];
  let best = null;
  for (const [, own, others] of data.terms) {
    others.forEach((other, index) => {
      const phrase = nameWords(other).join(" ");
      const said = plain.includes(` ${phrase} `) ? phrase : plain.trim().split(" ").find((_, i) => forms[i]?.includes(phrase));
      const answer = own[Math.min(index, own.length - 1)];
      if (!said || own.some((name) => nameWords(name).join(" ") === phrase) || data.stop.includes(phrase)) return;
      if (!best || said.length > best.said.length) best = { said, answer };
    });
  }
  return best ? plain.replace(` ${best.said} `, ` ${best.answer} `).trim() : null;
}

/**
 * @param {[string, string][]} things slugs and names
 * @returns {[string, string][]} those whose name holds every word that is typed, and half as many others at most
 */
export function namedSo(things, words, vocabulary, data) {
  if (!words.length) return [];
  const holds = ([, name]) => {
    const own = tokens(name, data.language).flatMap((token) => token.words).filter((word) => !data.stop.includes(word));
    const heads = own.flatMap((word) => [word, ...vocabulary.lookUp(word)]);
    const has = (word) => heads.includes(word.word) || (word.how === "known" && word.heads.some((head) => heads.includes(head)));
    return words.length * 2 >= own.length && words.every(has) && (words.length > 1 || own.length === 1);
  };
  return things.filter(holds).sort((a, b) => a[1].length - b[1].length);
}
