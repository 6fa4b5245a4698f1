// What is sought within one council: all its statements, and a clause of it by its number.

import { anchorAmong } from "../clause.js";
import { folded } from "../folded.js";
import { Collection } from "./collection.js";
import { numberMeant, rootsOf } from "./query.js";
import { fitting, isIn, result } from "./result.js";
import { nameWords } from "./text.js";

/** With no more councils than this a bare number is looked for in each. */
const ASKED_FOR_A_NUMBER = 6;

/** @returns {Promise<Collection>} every statement of a council */
export async function ofCouncil(at, slug) {
  if (!at.councils.has(slug)) {
    const records = await at.files.json(`councils/${slug}`);
    const wordings = records.map(({ at: [anchor, label, document, name], ...wording }) => ({ ...wording, places: [[document, anchor, label, name, "", ""]] }));
    at.councils.set(slug, new Collection(at.reading).add(wordings));
  }
  return at.councils.get(slug);
}

/** @returns {Promise<{slug: string, name: undefined, group: string[]}[]>} every council with its kind and nation, where they are few enough for each to be looked into; else none */
export async function few(at) {
  const all = at.data.names.includes("all") ? await at.files.json("names/all") : [];
  return all.length <= ASKED_FOR_A_NUMBER ? all.map(([slug, , , , , ...group]) => ({ slug, name: undefined, group })) : [];
}

/**
 * @returns {Promise<{found: import("./result.js").Result[], missing: {number: string, council?: string}[], isUnasked: boolean}>} the clauses of
 *   some numbers and what stands below them, in the councils that are named, or in each where they are few, as far as they fit; those that
 *   there are not, and whether nobody was asked
 */
export async function clausesOf(at, { clauses, inside }, filters) {
  const councils = inside.length ? inside : await few(at);
  const asked = councils.flatMap((council) => clauses.map((clause) => ({ council, clause })));
  const answers = await Promise.all(asked.map(async (one) => ({ ...one, found: await clausesIn(at, one.council.slug, one.clause, inside.length > 0) })));
  const isFound = (is) => answers.some((one) => is(one) && one.found.length);
  // Who asks for 3.1 of one and 5.4 of another council need not be told that each has one of them alone.
  const isMissing = ({ clause, council, found }) =>
    !found.length && (clauses.length < 2 || councils.length < 2 || !isFound((one) => one.clause === clause) || !isFound((one) => one.council === council));
  const missing = inside.length
    ? answers.filter(isMissing).map(({ clause: { number }, council: { name } }) => ({ number, council: name }))
    : clauses.filter((clause) => councils.length && !isFound((one) => one.clause === clause)).map(({ number }) => ({ number }));
  const found = answers.filter(({ council }) => fitsIn(filters)(council)).flatMap((one) => one.found).sort((a, b) => b.score - a.score).filter(fits(filters));
  return { found, missing, isUnasked: clauses.length > 0 && !councils.length && !filters.council };
}

const wordingsOf = async (at, slug) => (await ofCouncil(at, slug)).withAny([]).map(({ wording }) => wording);

/** The clause of that number, any other that is printed with the same, and the items of each; of several all from the first to the last. */
async function clausesIn(at, slug, { number, anchor, ends }, withItems) {
  const wordings = await wordingsOf(at, slug);
  const anchors = wordings.map(anchorOf);
  // Where no item (2) of 5.4 is, 5.4(2) is the second that is printed with 5.4, or the second of its list.
  const meant = ["", "-", ".item"].map((sign) => (sign && /\d\(\d+\)$/.test(number) ? anchor?.replace(/\.(?=\d+$)/, sign) : anchor));
  const found = meant.map((one) => anchorAmong(one ?? "", anchors)).find(Boolean);
  const several = wordings.filter((one) => isBetween(anchorOf(one).replace(".item", "."), ends, withItems));
  const exact = several.length ? several : wordings.filter((one) => (found ? isBelow(anchorOf(one), found, withItems) : isHeaded(one, number, at.data)));
  // Of a section whose heading has no number these are the clauses: 4.1 and 4.2 of 4.
  const own = exact.length ? exact : wordings.filter((one) => /^\d+$/.test(anchor) && /^\.\d+(-\d+)?$/.test(anchorOf(one).replace(anchor, "")));
  // Where a clause stands is less than the clause itself: "Section 22, appendix 1.5".
  return wholeClauses(own, found ? 2 : 1);
}

/** Whether a heading is "Section 22", whatever it is of, where that number is asked for. */
function isHeaded({ heading = "" }, number, { numberWords }) {
  const [word, own] = folded(heading).split(/[.:-]* /);
  return own === number && numberWords.includes(word);
}

/** What places in a list or among paragraphs are said to be of, and these in figures: "12.1 item 5", "3.1(4)", "2.1 para 2"; the place said first: "item 5 of 12.1". */
const IN_FIGURES = /^(.+?)[ ,]*(?: (?:e?items?|eitemau|pwynt(?:iau)?|(par\w*)\.?) |\()(\d[\d, &a-z–-]*)\)?$/gi;
const FROM_TO = /[-–]| (?:to|i|hyd) /i;
const SAID_FIRST = /^(?:(?:the|yr?) )?(.+?) (?:(?:in|of|o|yng?) |(?=cymal|\d+\.))(.+)$/i;

/**
 * @returns {Promise<{called: import("./result.js").Result[], isCalled: boolean, item?: string | false}>} the clauses of some councils that are called as
 *   is typed, "12.1, second item", or a citation that ends so, "12.1 item 2", "Reports (c)", as far as they fit; whether there are any, and the
 *   citation of a place in figures, where one alone is asked for
 */
export async function calledSo(at, { clauses, inside, text }, filters) {
  const plain = text.replace(/\b(?:bullet ?)?point\b|\bbullet\b/gi, "item").replace(/ (?:in|of|o|yng?)$/i, "");
  const typed = [plain, plain.replace(SAID_FIRST, "$2 $1")];
  const figures = typed.flatMap((one) => [...one.matchAll(IN_FIGURES)]);
  const isName = (name, anchor) =>
    (/, |\(\w+\)$/.test(name) && typed.some((one) => nameWords(name).every((word, place, own) => rootsOf(nameWords(one).at(place - own.length) ?? "", at.data).includes(word)))) ||
    figures.some(([, whole, isParagraph, places]) => isAmong(anchor, places, isParagraph) && nameWords(name.split(", ")[0]).join() === nameWords(numberMeant(whole, at.data)).join());
  // An item of the second 1.1 may be called one of 1.1.
  const isCalledSo = ({ places: [[, anchor, label]] }) => [label, label.replace(/ \(\d\)(?=,)/, "")].some((name) => isName(name, anchor));
  const isNumber = figures.length || /\(\w\)|\d\.\d/.test(text);
  const councils = inside.length || !isNumber ? inside : await few(at);
  const all = await Promise.all(councils.map(async (council) => ({ council, found: (await wordingsOf(at, council.slug)).filter(isCalledSo) })));
  const fit = all.filter(({ council }) => fitsIn(filters)(council)).flatMap(({ found }) => wholeClauses(found, 1));
  return { called: fit.filter(fits(filters)), isCalled: all.some((one) => one.found.length), item: clauses.length < 2 && figures.map(([all, whole]) => numberMeant(whole, at.data) + all.slice(whole.length))[0] };
}

/** Whether an anchor is that of an item, or of a paragraph, at one of some places; the first paragraph is the clause itself. */
function isAmong(anchor, places, isParagraph) {
  const all = places.match(/\d+/g).map(Number);
  const [, kind, own] = /\.([a-z]+)([\w.]+)$/.exec(anchor) ?? [anchor, "para", "0"];
  const place = kind === (isParagraph ? "para" : "item") ? Number(own) + (isParagraph ? 1 : 0) : NaN;
  return FROM_TO.test(places) ? all[0] <= place && place <= all[1] : all.includes(place);
}

/** Whether a council fits, one that is named anyway. */
const fitsIn = (filters) => ({ group }) => !group || (isIn(group, filters) && !filters.council);

/** Whether a statement of a clause fits, which stands in a council that does. */
const fits = (filters) => (/** @type {any} */ { clause: { parts } }) => parts.some((part) => fitting(part, { ...filters, kind: "", nation: "" }).length);

/** Whether an anchor is another, or that of a clause that is printed with the same number, or else of what stands in either. */
const isBelow = (one, other, withItems) => one.startsWith(other) && (withItems ? /^(-\d+)?(\..+)?$/ : /^(-\d+)?$/).test(one.slice(other.length));

/** Whether an anchor is from the first to the last of two, as their numbers count, or below one that is. */
function isBetween(anchor, ends, withItems) {
  const [first, last, one] = [...ends, anchor].map((text) => text.split("."));
  const isTold = ends.length === 2 && first.length === last.length && order(first, last) < 0;
  return isTold && (withItems ? one.length >= first.length : one.length === first.length) && order(first, one) <= 0 && order(one, last) <= 0;
}

/** Less than 0 where the first of two numbers, each in its parts, comes before the other, as far as both have parts; NaN where neither does. */
function order(one, other) {
  const place = one.findIndex((part, index) => index < other.length && part !== other[index] && parseInt(part) !== parseInt(other[index]));
  if (place < 0) return 0;
  const [first, second] = [one, other].map((parts) => (/^[a-z]$/.test(parts[place]) ? parts[place].charCodeAt(0) : parseInt(parts[place])));
  return first - second;
}

const anchorOf = ({ places: [[, anchor]] }) => anchor;

/** Clauses as results, the statements of each in one. */
function wholeClauses(wordings, score) {
  const whole = new Map();
  for (const one of wordings) {
    const key = one.places[0].slice(0, 2).join("#");
    const before = whole.get(key);
    whole.set(key, { ...(before ?? one), text: [before?.text, one.text].filter(Boolean).join(" "), parts: [...(before?.parts ?? []), one] });
  }
  return [...whole.values()].map((wording) => result(wording, { score }));
}
