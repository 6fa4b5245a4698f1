// What a reader means by a council's name, by a number and by a word of the other language. Pure functions of data.

import { SHORT_WORDS, anchorOf, inFull } from "../clause.js";
import { folded } from "../folded.js";
import { radicals } from "./mutation.js";
import { QUOTED, nameWords } from "./text.js";

/**
 * @typedef {[string, string, string, string, string, string, string]} Council as council_names.py packs it: slug, names, short
 *   names, kind, nation
 */

/** Names of a council, long and short, in both languages. */
const NAMES = 4;

/** Councils that a word may name at most, for each of them to be meant by it, and that are looked into at most. */
const AS_LIKELY = 3;
const LOOKED_INTO = 6;

/**
 * @typedef {{council: Council, parts: number[], telling: number[], weight: number}} Named a council, with the places of the words of
 *   its name among those that are typed, and of those of them that tell it from others
 *
 * @param {string} text
 * @param {Council[]} councils those whose names may be meant
 * @param {object} data
 * @param {boolean} isTyping
 * @param {(word: string) => boolean} isOrdinary whether a word is said of something else as well
 * @returns {{named: Named[], inside: Named[], rest: string, isWhole: boolean}} the councils that are named, the likeliest first,
 *   otherwise in the order in which they are given; those of them that are meant, what else is typed, and whether nothing else is
 */
export function councilsMeant(text, councils, data, isTyping, isOrdinary) {
  const plain = withoutPossessives(text, councils, data);
  const typed = nameWords(plain);
  const found = councils.map((council) => isNamed(typed, plain, council, data, isTyping, isOrdinary)).filter(Boolean);
  const quoted = placesQuoted(plain, found, data);
  const apart = (places) => places.filter((place) => !quoted.includes(place));
  const all = found
    .map((one) => ({ ...one, parts: apart(one.parts), telling: apart(one.telling) }))
    .filter(({ telling }) => telling.length)
    .sort((a, b) => b.weight - a.weight);
  const named = all.filter((one) => !all.some(({ telling }) => telling.length > one.telling.length && one.telling.every((place) => telling.includes(place))));
  const inside = namedApart(named);
  const isBetween = (word) => inside.length > 1 && data.betweenNames.includes(word);
  const parts = new Set([...(inside.length ? inside : named.slice(0, 1)).flatMap((one) => one.parts), ...typed.flatMap((word, place) => (isBetween(word) ? [place] : []))]);
  const isWhole = named.length > 0 && typed.every((word, place) => parts.has(place) || isEmpty(word, data));
  return { named, inside, rest: inside.length ? withoutNames(plain, (_, place) => parts.has(place)) : text, isWhole };
}

/** The places of the words of phrases in quotation marks that say more than a name: "people of Conwy" names no council, but is asked for as it stands. */
function placesQuoted(text, named, data) {
  return [...text.matchAll(QUOTED)].flatMap(({ index, 1: phrase }) => {
    const start = nameWords(text.slice(0, index)).length;
    const words = nameWords(phrase);
    const isName = words.every((word, at) => isEmpty(word, data) || named.some(({ parts }) => parts.includes(start + at)));
    return isName ? [] : words.map((_, at) => start + at);
  });
}

/** Those that are named by words of their own, or by the same as few others are that are as likely. */
function namedApart(named) {
  const rivals = (one) => named.filter(({ telling }) => telling.some((place) => one.telling.includes(place)));
  const isMeant = (one) => rivals(one).every(({ weight }) => weight <= one.weight) && rivals(one).length <= AS_LIKELY;
  return named.filter(isMeant).slice(0, LOOKED_INTO);
}

/** Whether a word tells no council from another, and nothing besides. */
const isEmpty = (word, data) => data.stop.includes(word) || data.common.includes(word);

/** @returns {string} what is typed with "Conwy's", "Conwys" and "Conwy'n" as Conwy; Taff's Well is called so, and "wells" are none. */
export function withoutPossessives(text, councils, data) {
  const called = councils.flatMap(([, ...names]) => names.slice(0, NAMES).map(nameWords));
  const [names, whole] = [new Set(called.flat()), new Set(called.filter(({ length }) => length === 1).flat())];
  const isCalled = (word, some) => rootsOf(folded(word), data).some((root) => some.has(root));
  return text.replace(/(\p{L}+?)(s|['’](?:[srnuwim]|th|ch))(?![\p{L}\p{N}])/gu, (typed, word, { length }) => (!names.has(nameWords(typed)[0]) && isCalled(word, length > 1 ? names : whole) ? word : typed));
}

function isNamed(typed, text, council, data, isTyping, isOrdinary) {
  const [, name, otherName, short, otherShort] = council;
  const shorts = [short, otherShort].map(nameWords);
  const longs = [name, otherName].map(nameWords);
  // Conwy CBC, Conwy CC and CCBC are Conwy County Borough Council.
  const kinds = longs.map((words) => initials(words.filter((one) => data.common.includes(one) && !shorts.flat().includes(one)))).flatMap((one) => (one.length > 2 ? [one, one.slice(1), one[0] + one.slice(-1)] : [one]));
  const initialsOf = (names) => names.flatMap((words) => [words, words.filter((one) => !data.stop.includes(one))]).map(initials).filter(({ length }) => length > 2);
  const own = [name, short].flatMap((one) => nameWords(one.replace(/['’]s/g, ""))).concat(...longs, ...shorts); // Taff's Well is Taff Well
  const all = [...own, ...kinds, ...initialsOf(longs)];
  const called = initialsOf(shorts); // of which none is mutated: nhw'n is not TWN
  const last = typed.length - 1;
  const has = (word) => called.includes(word) || rootsOf(word, data).some((root) => all.includes(root));
  const isPart = (word, index) => has(word) || (isTyping && index === last && word.length > 1 && own.some((one) => one.startsWith(word)));
  const parts = [...typed.keys()].filter((place) => isPart(typed[place], place));
  const telling = parts.filter((place) => !rootsOf(typed[place], data).some((root) => [...data.common, ...kinds].includes(root)) && !data.stop.includes(typed[place]));
  if (!telling.length) return null;
  const isShort = shorts.some((words) => words.every((one) => typed.some((word) => rootsOf(word, data).includes(one))));
  const isOther = typed.some((word, place) => !parts.includes(place) && !isEmpty(word, data));
  // Of several words of a name one is enough, unless people say it of something else: "merthyr gifts", but not "well being".
  const isOwn = telling.length > 1 || telling.every((place) => has(typed[place]) && !isOrdinary(typed[place]));
  if (!isShort && isOther && !isOwn && !clausesMeant(withoutNames(text, isPart), data).length) return null;
  return { council, parts, telling, weight: telling.length + parts.length / 99 + (isShort ? 2 : 0) + (isOther ? 0 : 1) };
}

const initials = (words) => words.map((one) => one[0]).join("");

/** @returns {string[]} the words of which one may be the mutation, itself first; in English, which has no word like "Nghonwy" or "Mhen-y-bont", too */
export const rootsOf = (word, data) => (data.mutates || /^(?:ng|nh|mh)/.test(word) ? radicals(word, data.tables) : [word]);

/** What is typed without the words of councils' names, as it stands, brackets and points included. */
function withoutNames(text, isPart) {
  let index = -1;
  const without = (words) =>
    words.replace(/[\p{L}\p{N}'’]+/gu, (word, at) => {
      const parts = nameWords(word);
      index += parts.length;
      // A number of three digits is of no clause, and may be of a name; so is the y of Pen-y-bont.
      return parts.length && (word.length > (/\p{L}/u.test(word) ? 1 : 2) || words[at - 1] === "-") && isPart(parts[0], index) ? " " : word;
    });
  return text
    .replace(/[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*/gu, (words) => {
      const rest = without(words);
      return rest === words ? words : rest.replaceAll("-", " "); // of Barrow-in-Furness in Furness
    })
    .replace(/\s+/g, " ")
    .trim();
}

const DIVISION = "(?:part|schedule|appendix)(?:-[\\da-z]+)?";
const CLAUSE = new RegExp(`^(?:${DIVISION}(?:\\.${DIVISION})*|(?:${DIVISION}\\.)*\\d+[a-z]?(?:[.-](?:[a-z]{1,2}|[ivx]+|\\d+[a-z]?))*)$`);

/** Clauses that are asked for from the first to the last. */
const BETWEEN = /(?:between|rhwng)\s+(\d\S*)\s+(?:and|ac?)\s+(?=\d)/i;

/** An item that may be called by its letter alone, though it is a word as well. */
const ITEM = /^[aiv][.,;]?$/i;

/** @returns {string} what is typed without what people say round the number of a clause: of "see clause 8.6 of" 8.6 */
export function numberMeant(rest, data) {
  const plain = inFull(rest).replace(/[:#?!"“”[\]]/g, " ").replace(new RegExp(`(^|\\s)(?:${numberWords(data)})\\.?(?=[\\s\\d]|$)`, "gi"), " ").replace(BETWEEN, "$1 - ");
  const words = plain.split(/\s+/).filter(Boolean);
  const isRound = (word) => [data.stop, data.common, data.roundNumbers].some((list) => list.includes(folded(word).replace(/[.,;]+$/, "")));
  while (words.length && isRound(words[0])) words.shift();
  while (words.length && isRound(words.at(-1)) && !ITEM.test(words.at(-1))) words.pop();
  return words.join(" ").replace(/^(\(\w+\)) \S+ (\d\S*)$/, "$2$1"); // (a) of 3.1
}

/** What people put before a number, but for what is a part of it; c. is a clause before a number alone, for 3.1 c is an item. */
const numberWords = (data) => [...data.numberWords.filter((one) => !divisionsOf(data).includes(one)), `(?<!(?:${divisionsOf(data).join("|")})\\s)cc?(?=\\.?\\s?\\d)`].join("|");

const divisionsOf = ({ divisions }) => Object.values(divisions).flat();

/** What is said before numbers in words that are of no clause: "no one", "at one point two", "the number one reason". */
const NO_CLAUSE = /^(?:..?|..?(?:oint|wynt)|number)$/;

/** What stands between the numbers of several clauses, and between the parts of one. */
const ALSO = "(?:,|,? (?:and|or|to|ac?|neu|i|hyd)) ";
const POINT = " (?:point|pwynt) ";

/** @returns {string} what is typed with the numbers of clauses in figures: of "clauses twelve and thirteen point one" clauses 12 and 13.1 */
export function inFigures(text, data) {
  const words = [...data.counted].reverse(); // "un ar ddeg" before "un"
  const before = [...data.numberWords.filter((word) => !NO_CLAUSE.test(word)), ...divisionsOf(data), "\\.\\d+(?: bullet)? p(?:oi|wy)nt"].join("|");
  const figure = (said) => (/\d/.test(said) ? said : words.length - words.findIndex((word) => new RegExp(`^(?:${word})$`, "i").test(said)));
  const all = words.join("|");
  const number = `(?:\\d+|(?:${all})(?!-?\\p{L}|\\s(?:ar|d?deg|${all})(?!\\p{L})))`;
  const numbers = new RegExp(`(?<=(?<!\\p{L})(?:${before}) (?:[\\d.]*${number}(?:${POINT}${number})?${ALSO})*)${number}(?:${POINT}${number})?(?![\\d.])`, "giu");
  return text.replace(numbers, (said) => said.split(new RegExp(POINT, "i")).map(figure).join("."));
}

/** @returns {{clauses: ClauseAsked[], words: string}} the clauses that are cited among words, and these */
export function clausesCited(text, data) {
  const cited = [];
  const number = "\\d{1,2}[a-z]?(?:\\.\\d{1,2})*(?:\\([a-z\\d]{1,4}\\))*(?![\\p{L}\\d.])";
  const words = text.replace(new RegExp(`(?<![\\p{L}\\d.])(?:(?:${numberWords(data)})\\.?\\s*(${number})|((?:(?:${divisionsOf(data).join("|")}|${SHORT_WORDS})\\.?\\s+)?\\d{1,2}\\.${number}))`, "giu"), (_, called, alone) => (cited.push(called ?? alone), " "));
  return { clauses: cited.slice(0, AT_ONCE).flatMap((one) => clausesMeant(one, data)), words: words.replace(/\s+/g, " ").trim() };
}

/** Numbers that are looked for at once; what stands between them, and between the first and the last of some. */
const AT_ONCE = 20;
/** An item that is called by its letter alone, with no bracket before it. */
const LETTER = "[a-z]\\)?(?![^\\s,;&])";
const AND = `\\s*[;&+]\\s*|\\s*\\/\\s*(?=\\(|\\d+\\.\\d)|\\s+(?:and|or|ac?|neu)\\s+(?=[\\d(])|(?<=\\d\\s?[a-z]\\)?|,\\s?[a-z]\\)?)\\s+(?:and|or|ac?|neu)\\s+(?=${LETTER})|(?<=[\\d)])\\s+(?=\\d+\\.)`;
const TO = new RegExp(`^(.*\\d.*?)(?:\\s*[-–—]\\s*|\\s+(?:to|i|hyd|hyd at)\\s+)([\\d(].*|${LETTER})$`, "i");

/**
 * @typedef {{number: string, anchor: string | null, ends: string[]}} ClauseAsked the number of a clause as it is typed and its anchor,
 *   or those of the first and the last of some
 * @returns {ClauseAsked[]} the clauses whose numbers are typed, if nothing but numbers is: of "3.1(a), (b) and 4" three
 */
export function clausesMeant(rest, data) {
  const asked = [];
  let before = "";
  const divisions = divisionsOf(data).join("|");
  // "Part 3, 4" is one, and so is "Appendix A 4", in which A is no Welsh "and".
  const and = new RegExp(`(?<!${divisions})(?:${AND})|(?<!(?:${divisions})\\s+[\\da-z]{1,4})\\s*,(?:\\s+|(?=\\d+\\.|\\(|${LETTER}))`, "i");
  for (const part of new Set(numberMeant(rest, data).replace(/^[\s.,;&+]+|[\s.,;&+]+$/g, "").split(and).slice(0, AT_ONCE))) {
    const division = new RegExp(`^(?:${divisions})\\s`, "i").exec(before)?.[0] ?? "";
    const number = besides(part, before) ?? (/^\d/.test(part) ? division + part : part);
    const [, first, last] = TO.exec(number) ?? [];
    const ends = first ? [/^\d/.test(last) ? first : inBrackets(first), besides(last, first) ?? last] : [];
    const clause = { number, anchor: anchorMeant(number, data), ends: ends.map((one) => anchorMeant(one, data)).filter(Boolean) };
    if (!clause.anchor && clause.ends.length < 2) return [];
    asked.push(clause);
    before = number;
  }
  return asked;
}

/** How the number of a clause ends, or that of an item that is called by its letter. */
const NUMBER_OR_ITEM = /(\d)(?:\s?\(?([a-z])\)?)?$/i;

/** An item that is called by its letter beside another of the same clause, in full: "(b)" beside "3.1(a)", and "b" beside "3.1 a". */
function besides(part, before) {
  if (/^\([a-z]+\)$/i.test(part)) return before.replace(/(?:\s?\([a-z]+\)|(?<=\d)\s?[a-z]\)?)?$/i, part);
  return /^[a-z]\)?$/i.test(part) && NUMBER_OR_ITEM.test(before) ? before.replace(NUMBER_OR_ITEM, `$1(${part[0]})`) : null;
}

/** A number with the letter of an item in brackets: "3.1(a)" for "3.1a". */
const inBrackets = (number) => besides(NUMBER_OR_ITEM.exec(number)?.[2] ?? "", number) ?? number;

function anchorMeant(number, data) {
  // "4 of Schedule 2" is Schedule 2, 4, and "1.5 of the appendix" appendix 1.5.
  const after = new RegExp(`^(.*\\d\\S*)(?:\\s+[a-z]{1,3}(?:'r)?){0,2}?\\s+((?:${divisionsOf(data).join("|")}|${SHORT_WORDS})(?:\\s+[\\da-z]{1,4})?)\\s*$`);
  const plain = folded(number).replace("’", "'").replace(after, "$2 $1");
  const anchor = anchorOf(plain.trim(), data.divisions);
  return CLAUSE.test(anchor) && /\d|-/.test(anchor) ? anchor : null;
}

/** @returns {string | null} what would be typed in the language of the page, where terms of the glossary or names of topics are in the other */
export function counterpart(text, data) {
  const words = nameWords(text);
  const plain = ` ${words.join(" ")} `;
  const forms = data.language === "en" ? words.map((word) => radicals(word, data.tables)) : [];
  /** @type {{said: string, answer: string}[]} */
  const known = [];
  for (const [, own, others] of [...data.terms, ...data.counterparts]) {
    others.forEach((other, index) => {
      const phrase = nameWords(other).join(" ");
      const said = plain.includes(` ${phrase} `) ? phrase : words.find((_, i) => forms[i]?.includes(phrase));
      const answer = own[Math.min(index, own.length - 1)];
      if (said && !own.some((name) => nameWords(name).join(" ") === phrase) && !data.stop.includes(phrase)) known.push({ said, answer });
    });
  }
  known.sort((a, b) => b.said.length - a.said.length); // "cod ymddygiad" before "cod"
  const turned = known.reduce((all, { said, answer }) => {
    const isSaid = plain.includes(` ${folded(answer)} `); // in both languages: "complaint cwyn"
    return all.replace(` ${said} `, () => (isSaid ? " " : ` ${answer} `));
  }, plain);
  return turned === plain ? null : turned.trim();
}
