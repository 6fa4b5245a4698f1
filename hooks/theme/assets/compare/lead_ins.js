// What leads into lists and tables, put side by side by what stands below it: `Councillors can expect:` answers to the
// words of another council below which the same is expected.

import { judgedRow, memory } from "./comparison.js";

/** The least share of what is answered below the one with less that has to be answered below the other. */
const SHARED = 0.5;

/** The place of what leads in among the topics, and among their groups. */
export const LEAD_INS = "lead-ins";

/** What rows are that are not the same and have half of their words in common, the most different first. */
const WEAKER = /** @type {const} */ (["differs", "language", "nearly"]);

/**
 * @param {import("./comparison.js").Topic[]} topics of the chosen councils, with their rows
 * @param {import("./council.js").Council[]} chosen
 * @param {Object} setting as of a comparison
 * @param {string} name
 * @returns {import("./comparison.js").Topic | null} what leads in with a counterpart, as if it were a topic; null where
 *   nothing has one
 */
export function leadIns(topics, chosen, setting, name) {
  const compared = memory(chosen, setting);
  const speaks = chosen.map((council) => ledBy(council).length > 0);
  const rows = rowsOf(topics, chosen).filter(isShared).map((row) => judgedRow(row, speaks, compared));
  const verdicts = rows.map((row) => row.verdict);
  const strongest = WEAKER.find((one) => verdicts.includes(one)) ?? "same";
  const verdict = verdicts.includes("other") ? "differs" : strongest;
  return rows.length ? { slug: LEAD_INS, name, group: LEAD_INS, expected: false, speaks, rows, verdict } : null;
}

/** Rows of what leads in, each with a list for each council. */
function rowsOf(topics, chosen) {
  const below = chosen.map(() => new Map());
  const answered = topics.flatMap((topic) => topic.rows.filter((row) => row.cells.filter(Boolean).length > 1));
  for (const row of answered) {
    for (const [place, cell] of row.cells.entries()) {
      for (const line of (cell?.statements ?? []).flatMap((one) => one.above)) {
        below[place].set(line, (below[place].get(line) ?? new Set()).add(row));
      }
    }
  }
  const rows = chosen.reduce((found, council, place) => withCouncil(found, council, place, below), []);
  return rows.map((row) => row.map((cell) => cell.statements));
}

/** Rows with what leads in at one more council, each beside that with which it shares most: of a heading and the lead-in under
 *  it that lead to the same the lead-in. */
function withCouncil(rows, council, place, below) {
  const own = ledBy(council).map((line) => ({ line, answered: below[place].get(line) ?? new Set() }));
  const free = new Set(rows);
  const pairs = rows.flatMap((row) => own.map((one) => ({ row, one, likeness: likenessOf(row, one.answered) })));
  const placed = new Set();
  for (const { row, one } of pairs.filter((pair) => pair.likeness).reverse().sort((a, b) => b.likeness - a.likeness)) {
    if (!free.has(row) || placed.has(one)) continue;
    row[place] = cellOf(council, one);
    free.delete(row);
    placed.add(one);
  }
  const rowOf = (one) => below.map((_, at) => (at === place ? cellOf(council, one) : NOTHING));
  return [...rows, ...own.filter((one) => !placed.has(one)).map(rowOf)];
}

/** What alone leads to what it leads to stands above that anyway. */
const isShared = (row) => row.filter((cell) => cell.length).length > 1;

const NOTHING = { statements: [], answered: new Set() };
const cellOf = (council, { line, answered }) => ({ statements: [council.lines[line]], answered });

/** What leads in at a council, in the order of its document. */
const ledBy = (council) => [...new Set(council.statements.flatMap((one) => one.above))].filter((line) => council.lines[line].leadsBelow);

/** From 0 to 1: how much of what is answered below either is answered below both, of the likest in a row; 0 if too little. */
function likenessOf(row, answered) {
  const likenesses = row.map((cell) => {
    const inBoth = [...answered].filter((one) => cell.answered.has(one)).length;
    const isEnough = inBoth && inBoth >= SHARED * Math.min(cell.answered.size, answered.size);
    return isEnough ? (2 * inBoth) / (cell.answered.size + answered.size) : 0;
  });
  return Math.max(...likenesses);
}
