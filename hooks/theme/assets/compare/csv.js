// What is shown, as a table for a spreadsheet: RFC 4180, with the mark by which Excel knows UTF-8.

/** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
const cell = (value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;

/**
 * @param {import("./comparison.js").Topic[]} topics as shown
 * @param {import("./comparison.js").Council[]} chosen
 * @param {{topic: string, verdict: string, clause: (name: string) => string, words: (name: string) => string,
 *   row: (row: Object) => string}} say the words of the headings, and of a row's verdict
 * @returns {string}
 */
export function csv(topics, chosen, say) {
  const head = [say.topic, say.verdict, ...chosen.flatMap(({ title }) => [say.clause(title), say.words(title)])];
  const rows = topics.flatMap((topic) => topic.rows.map((row) => [topic.name, say.row(row), ...row.cells.flatMap(columns)]));
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function columns(found) {
  const provisions = found?.provisions ?? [];
  return [provisions.map((one) => one.label).join("; "), provisions.map((one) => one.text).join("\n")];
}
