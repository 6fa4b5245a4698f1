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

/**
 * Offers what is shown as a file.
 *
 * @param {import("./comparison.js").Topic[]} topics as shown
 * @param {(import("./council.js").Council & {title: string, entry: string})[]} chosen
 * @param {Object} setting of the page, with its words, where it lies, and what tells the verdicts of rows and cells
 */
export function download(topics, chosen, { t, root, parties, rowVerdict, cellVerdict }) {
  const permanent = (council) => new URL(`${root}councils/${council.council}/${council.version}/`, location.href);
  const say = {
    topic: t("compare.topic"),
    verdict: t("compare.verdict"),
    column: (name, council) => t(`compare.csv.${name}`, { council }),
    row: (row) => rowVerdict(row, chosen, t),
    cell: (found, topic, place) => cellVerdict(found, topic, place, t),
    parties: (slugs) => slugs.map((slug) => parties[slug]).join(", "),
    address: (statement, council) => `${permanent(council)}#${encodeURIComponent(statement.anchor)}`,
  };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv(topics, chosen, say)], { type: "text/csv;charset=utf-8" }));
  link.download = `${chosen.map((one) => one.entry.replace("@", "-")).join("_")}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
