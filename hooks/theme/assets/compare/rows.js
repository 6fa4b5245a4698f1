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
    if (!own.length) continue;
    let side = sideOf([...left.map((one) => references[one].statement), ...own]);
    const kept = new Set();
    const parts = left.map((one) => {
      const { index, statement } = references[one];
      const row = now(index);
      if (areOpposite(sideOf(row), side)) return again(statement, rows[index]); // it binds both parties, or names nobody
      side = sideOf([...row.flat(), { side }]);
      kept.add(row);
      return row;
    });
    const row = joined([...parts, rowOf({ [place]: own }, councils, byTopicAlone)]);
    if (!kept.size) further.push(row);
    for (const index of rows.keys()) if (kept.has(now(index))) become.set(index, row);
  }
  return [...new Set(rows.map((_, index) => now(index))), ...further];

  /** What stands in the row of one party already, in a row for the other. */
  function again(statement, row) {
    return rowOf({ [row.findIndex((cell) => cell.includes(statement))]: [statement] }, councils, false);
  }
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
