// What the chosen councils say, topic by topic, put side by side. Pure: data in, data out.
//
// Which statements stand in one row, and what they are to each other, is told by the words as they were adopted (as
// translated into English, where councils adopted theirs in different languages), so that it is the same in both
// languages of the site. What differs is marked in the words that the reader is shown.

import { likeness, told } from "./alignment.js";
import { difference } from "./difference.js";
import { placed, referenceOf } from "./rows.js";
import { keys, words } from "./tokens.js";
import { areLedApart } from "./turning.js";
import { verdictOf } from "./verdicts.js";

/**
 * @typedef {import("./council.js").Statement} Statement
 * @typedef {import("./council.js").Council} Council
 * @typedef {"base" | "same" | "nearly" | "differs" | "other" | "led" | "several" | "among" | "topic" | "language"} State how a cell
 *   compares with the first of its row; `among` several two say the same, or nearly
 * @typedef {{statements: Statement[], state: State, pieces?: Object[], areLike?: boolean}} Cell `areLike`: whether several
 *   statements have half of their words in common, or two of them nearly all
 * @typedef {"same" | "nearly" | "language" | "differs" | "other" | "also" | "elsewhere" | "only"} Verdict
 * @typedef {{cells: (Cell | null)[], verdict: Verdict, of: number, under?: Topic}} Row `of`: statements in its fullest cell;
 *   `under`: the topic under which its statement is answered
 * @typedef {{slug: string, name: string, group: string, expected: boolean, speaks: boolean[], isTold?: boolean, rows: Row[],
 *   verdict: "same" | "nearly" | "language" | "differs" | "only" | "elsewhere"}} Topic
 */

/** What a row is, from the weakest difference to the strongest: what cannot be compared may be the same, and may not. */
const STRENGTH = ["same", "nearly", "language", "differs", "other"];
const LANGUAGES = ["en", "cy"];
const FIRST_LANGUAGE = LANGUAGES[0];

/**
 * @param {Council[]} chosen
 * @param {{groups: Object[], names: Object<string, Map>, thresholds: Object, turning: Object, language: string}} setting
 * @returns {Topic[]} every topic of which one of the chosen speaks, in the order of the vocabulary
 */
export function compare(chosen, setting) {
  const spoken = chosen.map(byTopic);
  const compared = memory(chosen, setting);
  const topics = setting.groups.flatMap((group) =>
    group.topics
      .filter((topic) => spoken.some((one) => one.has(topic.slug)))
      .map((topic) => ofTopic(topic, group.slug, spoken.map((one) => one.get(topic.slug) ?? []), compared)),
  );
  return withAnswersElsewhere(topics);
}

function byTopic(council) {
  const found = new Map();
  for (const statement of council.statements) {
    for (const topic of statement.topics) {
      if (found.has(topic)) found.get(topic).push(statement);
      else found.set(topic, [statement]);
    }
  }
  return found;
}

/** By what the texts of some councils are compared, and their words as they are counted in it, each text once. */
export function memory(chosen, { names, thresholds, turning, language }) {
  const comparedIn = commonLanguage(chosen) ?? FIRST_LANGUAGE;
  const counted = (statement) => countedIn(statement, comparedIn, names);
  const keysShown = (statement, shown) =>
    shown === comparedIn && !statement.heads[shown] ? counted(statement).keys : keys(statement.text, names[shown]);
  return { names, thresholds, turning: turning[comparedIn], comparedIn, language, counted, keysShown };
}

/** One in which all were adopted, if there is one. */
export function commonLanguage(chosen) {
  const adopted = (language) => chosen.every((council) => council.adoptedIn === language || council.alike);
  const own = chosen[0]?.adoptedIn;
  return chosen.every((council) => council.adoptedIn === own) ? own : LANGUAGES.find(adopted);
}

const known = new WeakMap();

function countedIn(statement, language, names) {
  if (!known.has(statement)) known.set(statement, {});
  return (known.get(statement)[language] ??= wordsOf(comparedText(statement, language), names[language]));
}

/** Counts the words of a council when it comes, so that it need not be done when all have come. */
export function prepare(council, { names, thresholds }) {
  for (const statement of council.statements) {
    told(countedIn(statement, council.adoptedIn, names).keys, thresholds);
    numberOf(statement);
  }
}

const numbers = new Map();
const numbered = new WeakMap();

/** A number for what a statement says at its place: long words are compared once, and then their numbers. */
function numberOf(statement) {
  let number = numbered.get(statement);
  if (number === undefined) {
    const said = `${statement.anchor} ${statement.text}`;
    if (!numbers.has(said)) numbers.set(said, numbers.size);
    numbered.set(statement, (number = numbers.get(said)));
  }
  return number;
}

/** What the cells of a row say, equal for rows that say the same. */
export const whatIsSaid = (row) => row.cells.map((cell) => cell?.statements.map(numberOf).join(" ") ?? "-").join("|");

/** The words of a text as they are counted; without names of parties made one when they are first asked for. */
function wordsOf(text, names) {
  let known;
  return {
    text,
    keys: keys(text ?? "", names),
    get words() {
      return (known ??= words(text ?? ""));
    },
  };
}

/** The words by which a statement is compared, null where it has none: before those of a cell stands what names its row. */
function comparedText({ said, heads }, language) {
  const text = said[language];
  return text && heads[language] ? `${heads[language]} ${text}` : text;
}

function ofTopic({ slug, name, expected }, group, said, compared) {
  const speaks = said.map((statements) => statements.length > 0);
  const rows = said.reduce((found, statements, place) => placed(found, statements, place, slug, said.length, compared), []);
  // what answers to a statement that has no words in the language of the comparison cannot be told
  const isTold = said.flat().every((statement) => compared.counted(statement).text !== null);
  const judged = rows.map((row) => judgedRow(row, speaks, compared, isTold));
  return { slug, name, group, expected, speaks, isTold, rows: judged };
}

// ---- how the cells of a row compare ----

/** A row with what its cells are beside the first of them; `row` has the statements of each council. */
export function judgedRow(row, speaks, compared, isTold = true) {
  const reference = referenceOf(row);
  const cells = row.map((statements) => (statements.length ? cellOf(statements, reference, row.byTopicAlone, compared) : null));
  return { cells, verdict: rowVerdict(cells, speaks, isTold), of: Math.max(...row.map((statements) => statements.length)) };
}

/** Of cells that are there: a council that says nothing of the kind makes no difference to what the others are. */
function rowVerdict(cells, speaks, isTold) {
  const present = cells.filter(Boolean);
  if (present.length === 1) return speaks.filter(Boolean).length < 2 ? "only" : isTold ? "also" : "language";
  return STRENGTH[Math.max(...present.map((cell) => STRENGTH.indexOf(verdictFor(cell))))];
}

/** What a row is for one of its cells: where several statements answer to each other, by how like they are together. */
function verdictFor({ state, areLike }) {
  if (state === "base") return "same";
  if (state === "led" || areLike) return "differs";
  return STRENGTH.includes(state) ? state : "other";
}

function cellOf(statements, reference, byTopicAlone, compared) {
  const { thresholds, turning, counted } = compared;
  if (statements === reference) return { statements, state: "base" };
  const all = [...statements, ...reference].map(counted);
  if (all.some((one) => one.text === null)) return { statements, state: "language" };
  const verdict = verdictOf(together(reference.map(counted)), together(statements.map(counted)), thresholds, turning);
  const isPair = statements.length === 1 && reference.length === 1;
  if (verdict === "same" || (isPair && verdict !== "other")) {
    const areLed = verdict !== "differs" && areLedApartIn(reference, statements, compared); // nothing else is left to part them
    return markedCell(statements, areLed ? "led" : verdict, reference, compared);
  }
  if (verdict === "other" && byTopicAlone) return { statements, state: "topic" };
  if (isPair) return { statements, state: "other" };
  const isAmong = reference.some((one) => statements.some((other) => ["same", "nearly"].includes(cellOf([other], [one], false, compared).state)));
  return { statements, state: isAmong ? "among" : "several", areLike: isAmong || verdict !== "other" };
}

/** Whether what leads into some statements turns what they say beside others, in the language of the comparison, or tells alone
 *  that they are said of others. */
function areLedApartIn(reference, statements, { comparedIn, turning, names, thresholds, counted }) {
  const both = [reference, statements];
  const [by, otherBy] = both.map(([one]) => one.by?.join());
  const isNamed = ([one]) => counted(one).keys.some((key) => one.by.includes(key.split("/")[0]));
  if (by && otherBy && by !== otherBy && !both.some(isNamed)) return true;
  const [one, other] = both.map((some) => ledBy(some, comparedIn));
  const [here, there] = [one, other].map((text) => keys(text, names[comparedIn]));
  const leadOn = [one, other].every((text) => /:\W*$/.test(text));
  return areLedApart(here, there, leadOn, thresholds, turning);
}

/** What leads into statements, each lead-in once; nothing leads into what leads in itself. */
const ledBy = (statements, language) => [...new Set(statements.map((one) => one.led?.[language] ?? ""))].join(" ");

/** The words of several statements as those of one. */
const together = (list) =>
  list.length === 1 ? list[0] : { words: list.flatMap((one) => one.words), keys: list.flatMap((one) => one.keys) };

/** A cell with what differs in the words that are shown, worked out when it is first asked for. */
function markedCell(statements, state, reference, compared) {
  let known;
  return {
    statements,
    state,
    get pieces() {
      return (known ??= marks(this, reference, compared));
    },
  };
}

/** What differs, as far as marks tell it; undefined where they tell nothing. */
function marks({ statements, state }, reference, { names, thresholds, language, keysShown }) {
  if (statements.length > 1 || reference.length > 1) return undefined;
  const [[old], [now]] = [reference, statements];
  const shown = old.language ?? language;
  if (shown !== (now.language ?? language) || old.text === now.text) return undefined;
  if (state === "same" && words(old.text).join(" ") !== words(now.text).join(" ")) return undefined;
  const [one, other] = [old, now].map((statement) => keysShown(statement, shown));
  return likeness(one, other) < thresholds.marked ? undefined : difference(old.text, now.text, names[shown]);
}

/** What is answered elsewhere makes no difference to a topic, unless there is nothing else. */
function ofAll(rows, speaks, isTold = true) {
  if (speaks.includes(false)) return "only";
  const own = rows.filter((row) => !row.under);
  if (!own.length) return "elsewhere";
  const verdicts = new Set(own.map((row) => (row.cells.includes(null) ? (isTold ? "also" : "language") : row.verdict)));
  if (![...verdicts].every((verdict) => ["same", "nearly", "language"].includes(verdict))) return "differs";
  return ["language", "nearly"].find((one) => verdicts.has(one)) ?? "same";
}

/** A statement that stands alone under one topic, and is answered under another, says so. */
function withAnswersElsewhere(topics) {
  const answered = new Map();
  for (const topic of topics) {
    for (const row of topic.rows.filter((one) => one.cells.filter(Boolean).length > 1)) {
      for (const statement of row.cells.flatMap((cell) => cell?.statements ?? [])) if (!answered.has(statement)) answered.set(statement, topic);
    }
  }
  const under = (row) => {
    const present = row.cells.filter(Boolean);
    const found = present.length === 1 ? present[0].statements.map((statement) => answered.get(statement)) : [];
    return found.length && found.every(Boolean) ? { ...row, verdict: "elsewhere", under: found[0] } : row;
  };
  return topics.map((topic) => {
    const rows = topic.rows.map(under);
    return { ...topic, rows, verdict: ofAll(rows, topic.speaks, topic.isTold) };
  });
}

/**
 * @param {Topic[]} topics
 * @param {number} total topics of which some protocol speaks
 * @param {number} councils
 * @returns {{total: number, all: number, alone: number[], some: number, none: number, rows: Object<string, number>}}
 *   of how many topics all speak, one alone, some but not all, none; and how many rows of the first there are by verdict
 */
export function summed(topics, total, councils) {
  const counted = (test) => topics.filter(test).length;
  const speakers = (topic) => topic.speaks.filter(Boolean).length;
  const rows = Object.fromEntries([...STRENGTH, "also", "elsewhere", "only"].map((verdict) => [verdict, 0]));
  const seen = new Set();
  for (const row of topics.flatMap((topic) => topic.rows)) {
    const key = whatIsSaid(row);
    if (!seen.has(key)) rows[row.verdict] += 1; // a pair that stands under two topics is one pair
    seen.add(key);
  }
  return {
    total,
    all: counted((topic) => speakers(topic) === councils),
    alone: Array.from({ length: councils }, (_, place) => counted((topic) => speakers(topic) === 1 && topic.speaks[place])),
    some: counted((topic) => speakers(topic) > 1 && speakers(topic) < councils),
    none: total - topics.length,
    rows,
  };
}

/**
 * @param {Topic[]} topics
 * @param {{show: string, lacks: number, group: string, party: string}} wanted `lacks` is the place of a council, -1 for none
 * @returns {Topic[]} the topics and rows that a reader asked for
 */
export function filtered(topics, { show, lacks, group, party }) {
  const differs = (row) => !row.under && (!["same", "nearly"].includes(row.verdict) || row.cells.includes(null));
  const isLacking = (row) => !row.cells[lacks] && !row.under; // what is answered under another topic is not lacking
  const concerns = (row) => row.cells.some((cell) => cell?.statements.some((statement) => [party, "both"].includes(statement.side)));
  return topics
    .filter((topic) => !group || topic.group === group)
    .map((topic) => ({
      ...topic,
      rows: topic.rows.filter(
        (row) => (show !== "differences" || differs(row)) && (lacks < 0 || isLacking(row)) && (!party || concerns(row)),
      ),
    }))
    .filter((topic) => topic.rows.length);
}
