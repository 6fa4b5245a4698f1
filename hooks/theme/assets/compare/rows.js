// Which statements of several councils stand in one row of a topic.

import { align, areOpposite } from "./alignment.js";

/**
 * @typedef {import("./comparison.js").Statement} Statement
 * @typedef {Statement[][] & {byTopicAlone?: boolean}} Statements of a row, a list for each council; `byTopicAlone` where
 *   nothing but the topic brought them together
 */

/**
 * @param {Statement[][][]} rows
 * @param {Statement[]} statements what one more council says on the topic
 * @param {number} place that of the council
 * @param {string} topic
 * @param {number} councils how many there are
 * @param {{counted: Function, thresholds: Object}} compared
 * @returns {Statement[][][]} the rows with the statements in them
 */
export function placed(rows, statements, place, topic, councils, compared) {
  if (!statements.length) return rows;
  if (!rows.length) return statements.map((one) => rowOf({ [place]: [one] }, councils, false)); // nothing to weigh it against
  const references = rows.flatMap((row, index) => referenceOf(row).map((statement) => ({ index, statement, side: sideOf(row) })));
  const become = new Map();
  const now = (index) => become.get(index) ?? rows[index];
  const further = [];
  for (const { left, right, byTopicAlone } of groupsOf(references, statements, topic, compared)) {
    const own = right.map((one) => statements[one]);
    const beside = [...new Set(left.map((one) => now(references[one].index)))];
    if (!own.length) continue;
    if (!beside.length) further.push(rowOf({ [place]: own }, councils, false));
    else if (beside.length === 1 && fits(beside[0], own)) take(beside[0], place, own, byTopicAlone);
    else if (beside.every((row) => fits(row, own))) {
      const row = joined(beside);
      take(row, place, own, byTopicAlone);
      const indexes = [...rows.keys()].filter((index) => beside.includes(now(index)));
      for (const index of indexes) become.set(index, row);
    } else {
      // a statement of both parties stands again, in a row for each
      const again = [...new Set(left.map((one) => references[one].statement))];
      const first = rows[references[left[0]].index].findIndex((cell) => cell.includes(again[0]));
      further.push(rowOf({ [first]: again, [place]: own }, councils, byTopicAlone));
    }
  }
  return [...new Set(rows.map((_, index) => now(index))), ...further];
}

/** Puts statements of a council into a row. */
function take(row, place, statements, byTopicAlone) {
  row[place].push(...statements.filter((one) => !row[place].includes(one)));
  row.byTopicAlone ||= byTopicAlone;
}

/** The statements with which the others of a row are compared: those of the first council that has any. */
export const referenceOf = (row) => row.find((statements) => statements.length);

/** The statements of one more council beside those with which they are compared. */
function groupsOf(references, statements, topic, { counted, thresholds }) {
  const aligned = (statement, side) => ({
    keys: counted(statement).keys,
    side,
    isPrincipal: statement.topics[0] === topic,
    isEntry: Object.values(statement.heads).some(Boolean),
  });
  return align(
    references.map((one) => aligned(one.statement, one.side)),
    statements.map((statement) => aligned(statement, statement.side)),
    thresholds,
  );
}

function rowOf(cells, councils, byTopicAlone) {
  const row = /** @type {Statements} */ ([]);
  for (let place = 0; place < councils; place++) row.push(cells[place] ?? []);
  row.byTopicAlone = byTopicAlone;
  return row;
}

const fits = (row, statements) => statements.every((one) => !areOpposite(sideOf(row), one.side));

/** The one party that the statements of a row bind, if one of them does not bind both. */
function sideOf(row) {
  const sides = row.flat().map((statement) => statement.side);
  return sides.find((side) => side && side !== "both") ?? sides.find(Boolean);
}

/** Rows made one. */
function joined(rows) {
  const cells = rows[0].map((_, place) => [...new Set(rows.flatMap((row) => row[place]))]);
  return Object.assign(cells, { byTopicAlone: rows.some((row) => row.byTopicAlone) });
}
