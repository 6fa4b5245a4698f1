// What the chosen councils say, topic by topic, put side by side. Pure: data in, data out.

import { align, likeness } from "./alignment.js";
import { difference } from "./difference.js";
import { keys, words } from "./tokens.js";

/**
 * @typedef {{anchor: string, label: string, context?: string, text: string, language?: string, topics: string[], party?: string}} Provision
 * @typedef {{council: string, version: string, inForce: boolean, name: string, short: string, label: string,
 *   several: boolean, adoptedIn: string, state: string, provisions: Provision[]}} Council a version of a council's protocol
 * @typedef {"base" | "same" | "renamed" | "differs" | "other" | "several" | "language"} State how a cell compares with the first of its row
 * @typedef {{provisions: Provision[], state: State, pieces?: Object[]}} Cell
 * @typedef {"same" | "renamed" | "differs" | "other" | "only"} Verdict
 * @typedef {{cells: (Cell | null)[], verdict: Verdict, of: number}} Row `of`: between how many provisions at most no clause answers to one alone
 * @typedef {{slug: string, name: string, group: string, speaks: boolean[], rows: Row[], verdict: Verdict}} Topic
 */

/** From the weakest difference to the strongest. */
const STRENGTH = ["base", "same", "renamed", "differs", "several", "other", "language"];

/**
 * @param {Council[]} chosen
 * @param {{groups: Object[], names: Map, thresholds: Object}} setting
 * @returns {Topic[]} every topic of which one of the chosen speaks, in the order of the vocabulary
 */
export function compare(chosen, setting) {
  const spoken = chosen.map(byTopic);
  const compared = memory(setting);
  return setting.groups.flatMap((group) =>
    group.topics
      .filter((topic) => spoken.some((one) => one.has(topic.slug)))
      .map((topic) => ofTopic(topic, group.slug, spoken.map((one) => one.get(topic.slug) ?? []), compared)),
  );
}

function byTopic(council) {
  const found = new Map();
  for (const provision of council.provisions) {
    for (const topic of provision.topics) found.set(topic, [...(found.get(topic) ?? []), provision]);
  }
  return found;
}

/** What has been worked out of texts, each once. */
function memory({ names, thresholds }) {
  const known = new Map();
  const keysOf = (provision) => {
    if (!known.has(provision)) known.set(provision, keys(provision.text, names));
    return known.get(provision);
  };
  return { names, thresholds, keysOf };
}

function ofTopic({ slug, name }, group, said, compared) {
  const speaks = said.map((provisions) => provisions.length > 0);
  const rows = said.reduce((found, provisions, place) => placed(found, provisions, place, said.length, compared), []);
  const judged = rows.map((row) => judgedRow(row, compared));
  return { slug, name, group, speaks, rows: judged, verdict: ofAll(judged, speaks) };
}

// ---- which provisions stand in one row ----

/** The rows with one more council's provisions in them; each row is a list of provisions for each council. */
function placed(rows, provisions, place, councils, { keysOf, thresholds }) {
  const empty = () => Array.from({ length: councils }, () => []);
  if (!provisions.length) return rows;
  const references = rows.flatMap((row, index) => referenceOf(row).map((provision) => ({ index, provision })));
  const groups = align(references.map((one) => keysOf(one.provision)), provisions.map(keysOf), thresholds);
  const taken = new Map();
  const made = [];
  for (const group of groups) {
    const beside = [...new Set(group.left.map((left) => references[left].index))].map((index) => taken.get(index) ?? rows[index]);
    const row = beside.length ? joined([...new Set(beside)], empty) : empty();
    row[place].push(...group.right.map((right) => provisions[right]));
    if (group.inOtherWords) row.inOtherWords = true;
    for (const left of group.left) taken.set(references[left].index, row);
    if (!beside.length) made.push(row);
  }
  return [...new Set(rows.map((row, index) => taken.get(index) ?? row)), ...made];
}

const referenceOf = (row) => row.find((provisions) => provisions.length);

/** Rows made one, in place of the first of them. */
function joined([first, ...others], empty) {
  const row = Object.assign(empty().map((_, place) => [...first[place]]), { inOtherWords: first.inOtherWords });
  for (const other of others) for (const [place, provisions] of other.entries()) row[place].push(...provisions);
  return row;
}

// ---- how the cells of a row compare ----

function judgedRow(row, compared) {
  const reference = referenceOf(row);
  const cells = row.map((provisions) => (provisions.length ? cellOf(provisions, reference, row.inOtherWords, compared) : null));
  const strongest = Math.max(...cells.map((cell) => (cell ? STRENGTH.indexOf(cell.state) : 0)));
  const verdict = cells.includes(null) ? "only" : STRENGTH[strongest] === "base" ? "same" : verdictOf(STRENGTH[strongest]);
  return { cells, verdict, of: Math.max(...row.map((provisions) => provisions.length)) };
}

const verdictOf = (state) => (["several", "language"].includes(state) ? "other" : state);

function cellOf(provisions, reference, inOtherWords, { names, thresholds, keysOf }) {
  if (provisions === reference) return { provisions, state: "base" };
  if (provisions[0].language !== reference[0].language) return { provisions, state: "language" };
  const together = (list, of) => list.flatMap(of).join(" ");
  if (together(provisions, (one) => words(one.text)) === together(reference, (one) => words(one.text))) {
    return { provisions, state: "same", ...exactly(provisions, reference, names) };
  }
  if (provisions.length > 1 || reference.length > 1) return { provisions, state: "several" };
  const [one, other] = [keysOf(reference[0]), keysOf(provisions[0])];
  if (one.join(" ") === other.join(" ")) return marked(provisions, reference, "renamed", names);
  if (inOtherWords || likeness(one, other) < thresholds.marked) return { provisions, state: "other" };
  return marked(provisions, reference, "differs", names);
}

const marked = ([provision], [reference], state, names) => ({
  provisions: [provision],
  state,
  pieces: difference(reference.text, provision.text, names),
});

/** The same words may differ in case and punctuation: that is shown, quietly. */
function exactly(provisions, reference, names) {
  const whole = provisions.length === 1 && reference.length === 1 && provisions[0].text !== reference[0].text;
  return whole ? { pieces: difference(reference[0].text, provisions[0].text, names) } : {};
}

function ofAll(rows, speaks) {
  if (speaks.includes(false)) return "only";
  const verdicts = new Set(rows.map((row) => row.verdict));
  if (verdicts.size === 1 && verdicts.has("same")) return "same";
  return [...verdicts].every((verdict) => ["same", "renamed"].includes(verdict)) ? "renamed" : "differs";
}

/**
 * @param {Topic[]} topics
 * @param {number} total topics of the vocabulary
 * @param {number} councils
 * @returns {{total: number, all: number, same: number, renamed: number, differ: number, alone: number[], some: number, none: number}}
 *   of how many topics all speak, in the same words or not, one alone speaks, some but not all speak, none speaks
 */
export function summed(topics, total, councils) {
  const counted = (test) => topics.filter(test).length;
  const speakers = (topic) => topic.speaks.filter(Boolean).length;
  return {
    total,
    all: counted((topic) => speakers(topic) === councils),
    same: counted((topic) => topic.verdict === "same"),
    renamed: counted((topic) => topic.verdict === "renamed"),
    differ: counted((topic) => topic.verdict === "differs"),
    alone: Array.from({ length: councils }, (_, place) => counted((topic) => speakers(topic) === 1 && topic.speaks[place])),
    some: counted((topic) => speakers(topic) > 1 && speakers(topic) < councils),
    none: total - topics.length,
  };
}

/**
 * @param {Topic[]} topics
 * @param {{show: string, lacks: number, group: string, party: string}} wanted `lacks` is the place of a council, -1 for none
 * @returns {Topic[]} the topics and rows that a reader asked for
 */
export function filtered(topics, { show, lacks, group, party }) {
  const differs = (row) => !["same", "renamed"].includes(row.verdict);
  const concerns = (row) =>
    row.cells.some((cell) => cell?.provisions.some((provision) => [party, "both"].includes(provision.party)));
  return topics
    .filter((topic) => (!group || topic.group === group) && (lacks < 0 || !topic.speaks[lacks]))
    .map((topic) => ({
      ...topic,
      rows: topic.rows.filter((row) => (show !== "differences" || differs(row)) && (!party || concerns(row))),
    }))
    .filter((topic) => topic.rows.length);
}
