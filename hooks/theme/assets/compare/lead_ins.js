// What leads into lists and tables, put side by side by what stands below it: `Councillors can expect:` answers to the
// words of another council below which the same is expected.

import { judgedRow, memory } from "./comparison.js";

/** The least share of what is answered below the one with less that has to be answered below the other. */
const SHARED = 0.5;

/** The place of what leads in among the topics, and among their groups. */
export const LEAD_INS = "lead-ins";

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
  const verdict = rows.some((row) => row.verdict !== "same") ? "differs" : "same";
  return rows.length ? { slug: LEAD_INS, name, group: LEAD_INS, expected: false, speaks, rows, verdict } : null;
}

/** Rows of what leads in, each with a list for each council. */
function rowsOf(topics, chosen) {
  const below = chosen.map(() => new Map());
  const rows = new Set(topics.flatMap((topic) => topic.rows.filter((row) => row.cells.filter(Boolean).length > 1)));
  for (const row of rows) {
    for (const [place, cell] of row.cells.entries()) {
      for (const line of (cell?.statements ?? []).flatMap((one) => one.above.filter((above) => chosen[place].lines[above].anchor))) {
        below[place].set(line, (below[place].get(line) ?? new Set()).add(row));
      }
    }
  }
  return chosen.reduce((found, council, place) => withCouncil(found, council, place, below), []).map((row) => row.map((line) => line.statements));
}

/** Rows with what leads in at one more council, each beside that with which it shares most. */
function withCouncil(rows, council, place, below) {
  const own = ledBy(council).map((line) => ({ line, answered: below[place].get(line) ?? new Set() }));
  const free = new Set(rows);
  const pairs = rows.flatMap((row) => own.map((one) => ({ row, one, share: shareOf(row, one.answered) })));
  const placed = new Set();
  for (const { row, one, share } of pairs.sort((a, b) => b.share - a.share)) {
    if (share < SHARED || !free.has(row) || placed.has(one)) continue;
    row[place] = cellOf(council, one);
    free.delete(row);
    placed.add(one);
  }
  const alone = own.filter((one) => !placed.has(one)).map((one) => below.map((_, at) => (at === place ? cellOf(council, one) : NOTHING)));
  return [...rows, ...alone];
}

/** What alone leads to what it leads to stands above that anyway. */
const isShared = (row) => row.filter((cell) => cell.length).length > 1;

const NOTHING = { statements: [], answered: new Set() };
const cellOf = (council, { line, answered }) => ({ statements: [council.lines[line]], answered });

/** What leads in at a council, in the order of its document. */
const ledBy = (council) => [...new Set(council.statements.flatMap((one) => one.above))].filter((line) => council.lines[line].anchor);

/** How much of what is answered below the one with less is answered below a row's likest too. */
function shareOf(row, answered) {
  const shares = row.map((cell) => {
    const fewest = Math.min(cell.answered.size, answered.size);
    return fewest ? [...answered].filter((one) => cell.answered.has(one)).length / fewest : 0;
  });
  return Math.max(...shares);
}
