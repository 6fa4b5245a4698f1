// Councils whose names are misspelt, or begun: Swansee is Swansea, and Carmarthen may be Carmarthenshire. Pure functions of data.

import { rootsOf, withoutPossessives } from "./query.js";
import { isLikely } from "./spelling.js";
import { nameWords } from "./text.js";

/** Letters from which on a word may stand for a name, that the name has at least, and from which on two of them may be wrong. */
const SHORT = 4;
const LONGER = 5;
const LONG = 9;

/**
 * @param {string} text what is typed
 * @param {import("./query.js").Council[]} councils those whose names may be meant
 * @param {object} at
 * @param {boolean} isTyping
 * @returns {{text: string, unknown: string[]} | null} what is meant with the names of councils put right, and the words that were not;
 *   null where there is none
 */
export function namesPutRight(text, councils, at, isTyping) {
  const names = namesOf(councils, at.data);
  const unknown = [];
  const joined = namesJoined(councils);
  const own = withoutPossessives(text, councils, at.data);
  const plain = partsJoined(own, names, at);
  const right = plain.replace(/[\p{L}'’]+/gu, (typed, start) => {
    const [word, ...others] = nameWords(typed);
    const isUnfinished = start + typed.length === plain.length && at.vocabulary.completed(word ?? "").length > 0;
    const near = word && !others.length && !isUnfinished && isNobody(word, names, at) ? (joined.get(rootsOf(word, at.data).find((root) => joined.has(root))) ?? nearest(word, names, at.data, isTyping)) : null;
    if (!near) return typed;
    unknown.push(typed);
    return near;
  });
  return unknown.length || plain !== own ? { text: right, unknown } : null;
}

/** What is written in parts in the names of councils, by what it is in one: Pen-y-bont is penybont, and Taff's Well taffswell. */
const namesJoined = (councils) => new Map(councils.flatMap(([, , , ...short]) => short.slice(0, 2)).flatMap((name) => name.match(/\S+-\S+|^\S+ \S+/g) ?? []).map((one) => [nameWords(one).join(""), one]));

/** What is typed with the words of names in one that are typed in parts of which one is no word: "nant garw". */
function partsJoined(text, names, at) {
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  const few = words.flatMap((_, place) => [3, 2].map((size) => words.slice(place, place + size))).filter(({ length }) => length > 1);
  return few.reduce((plain, parts) => {
    const written = names.get(nameWords(parts.join("")).join(""));
    const isMeant = written && parts.some((part) => !at.spelling.isKnown(nameWords(part).join("")));
    return isMeant ? plain.replace(new RegExp(parts.join("[\\s-]+"), "u"), () => written) : plain;
  }, text);
}

/** The words of names that tell one from another, folded, each as it is written. */
function namesOf(councils, { common, stop }) {
  const written = councils.flatMap(([, ...council]) => council.slice(0, 4)).flatMap((name) => name.split(/[\s-]+/)); // names, long and short
  return new Map(written.map((one) => [nameWords(one)[0] ?? "", one]).filter(([word]) => word && !common.includes(word) && !stop.includes(word)));
}

/** Whether a word is no name, and nothing is known by it or by one nearly the same. */
function isNobody(word, names, { data, spelling }) {
  if (word.length < SHORT || rootsOf(word, data).some((root) => names.has(root)) || data.common.includes(word)) return false;
  return !spelling.isKnown(word) && spelling.near(word).every((one) => names.has(one));
}

/** The name that a word is misspelt for, or else the only one of which it is the beginning; as it is written. */
function nearest(word, names, data, isTyping) {
  const roots = rootsOf(word, data);
  const long = [...names.keys()].filter((name) => name.length >= LONGER);
  const isNear = (name, most) => roots.some((root) => root[0] === name[0] && isLikely(root, name, most));
  const within = (most) => long.find((name) => isNear(name, most));
  const begun = isTyping ? [] : long.filter((name) => roots.some((root) => name.startsWith(root)));
  return names.get(within(1) ?? (word.length < LONG ? null : within(2)) ?? (begun.length === 1 ? begun[0] : null)) ?? null;
}
