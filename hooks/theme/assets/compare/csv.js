// What is shown, as a table for a spreadsheet: RFC 4180, with the mark by which Excel knows UTF-8.

/** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
const cell = (value) => `"${String(value).replace(/^(?=[=+\-@＝＋－＠\t\r])/, "'").replace(/"/g, '""')}"`;

/** What is said of each council, in this order. */
const COLUMNS = ["clause", "governed", "words", "by", "to", "address", "result"];

/**
 * @param {import("./comparison.js").Topic[]} topics as shown
 * @param {(import("./comparison.js").Council & {title: string})[]} chosen
 * @param {{topic: string, verdict: string, column: (name: string, council: string) => string,
 *   row: (row: Object) => string, cell: (cell: Object | null, topic: Object, place: number) => string,
 *   parties: (slugs: string[]) => string, address: (statement: Object, council: Object) => string}} say
 *   the words of the headings, of a row's verdict, and of a cell's beside the first; parties by their names, and the
 *   permanent address of a statement's clause
 * @returns {string}
 */
export function csv(topics, chosen, say) {
  const head = [say.verdict, say.topic, ...chosen.flatMap(({ title }) => COLUMNS.map((name) => say.column(name, title)))];
  const rows = topics.flatMap((topic) => topic.rows.map((row) => line(row, topic, chosen, say)));
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function line(row, topic, chosen, say) {
  const columns = row.cells.flatMap((found, place) => {
    const statements = found?.statements ?? [];
    const each = (of, between = "\n") => statements.map(of).join(between);
    return [
      each((one) => one.label, "; "),
      each((one) => one.context ?? ""),
      each((one) => one.text),
      each((one) => say.parties(one.by ?? [])),
      each((one) => say.parties(one.to ?? [])),
      each((one) => say.address(one, chosen[place])),
      say.cell(found, topic, place),
    ];
  });
  return [say.row(row), topic.name, ...columns];
}
