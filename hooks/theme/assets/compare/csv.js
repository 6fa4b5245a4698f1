// What is shown, as a table for a spreadsheet: RFC 4180, with the mark by which Excel knows UTF-8.

/** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
const cell = (value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;

/**
 * @param {import("./comparison.js").Topic[]} topics as shown
 * @param {import("./comparison.js").Council[]} chosen
 * @param {{topic: string, verdict: string, clause: (name: string) => string, words: (name: string) => string,
 *   result: (name: string) => string, row: (row: Object) => string, cell: (cell: Object | null, topic: Object, place: number) => string}} say
 *   the words of the headings, of a row's verdict, and of a cell's beside the first
 * @returns {string}
 */
export function csv(topics, chosen, say) {
  const head = [say.topic, say.verdict, ...chosen.flatMap(({ title }) => [say.clause(title), say.words(title), say.result(title)])];
  const rows = topics.flatMap((topic) => topic.rows.map((row) => line(row, topic, say)));
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function line(row, topic, say) {
  const columns = row.cells.flatMap((found, place) => {
    const provisions = found?.provisions ?? [];
    const texts = provisions.map((one) => one.text).join("\n");
    return [provisions.map((one) => one.label).join("; "), texts, say.cell(found, topic, place)];
  });
  return [topic.name, say.row(row), ...columns];
}
