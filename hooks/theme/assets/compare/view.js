// A comparison as a table. Texts are set as text, never as HTML.

import { h } from "../elements.js";
import { whatIsSaid } from "./comparison.js";
import { LEAD_INS } from "./lead_ins.js";

/**
 * @param {Object[]} chosen councils, each with its `title` and the `address` of its page
 * @param {Function} t
 * @returns {HTMLElement} a table with nothing but its head
 */
export function emptyTable(chosen, t) {
  const heads = chosen.map((council) => h("th", { scope: "col" }, h("a", { href: council.address }, council.title)));
  const head = h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "verdict" }, t("compare.verdict")), heads));
  return h("table", { class: "comparison" }, h("caption", { class: "visually-hidden" }, caption(chosen, t)), head);
}

/**
 * The topics of a table, one by one.
 *
 * @param {import("./comparison.js").Topic[]} topics as shown
 * @param {Object[]} chosen as of its head
 * @param {{t: Function, groups: Object[], root: string, isFolded: boolean}} setting
 * @returns {Generator<HTMLElement>}
 */
export function* bodies(topics, chosen, setting) {
  const readBefore = readUnder(topics);
  for (const [index, topic] of topics.entries()) {
    yield body(topic, chosen, { ...setting, readBefore }, topics[index - 1]?.group !== topic.group);
  }
}

const caption = (chosen, t) => t("compare.caption", { councils: chosen.map((council) => council.title).join(", ") });

function body(topic, chosen, setting, opensGroup) {
  const { t, groups, root, isFolded } = setting;
  const columns = chosen.length + 1;
  const group = opensGroup ? groups.find((one) => one.slug === topic.group).name : null;
  const link = topic.slug === LEAD_INS ? topic.name : h("a", { href: `${root}topics/${topic.slug}/` }, topic.name);
  const title = h("h3", {}, link, h("span", { class: "visually-hidden" }, ":"), " ", h("span", { class: `chip ${topic.verdict}` }, topicVerdict(topic, chosen, t)));
  const about = h("span", { class: "visually-hidden" }, `${topic.name}: `);
  const fold = h("button", { type: "button", class: "fold", "aria-expanded": String(!isFolded) }, about, t("compare.rows", { n: topic.rows.length }));
  const made = h(
    "tbody",
    { "data-topic": topic.slug, id: topic.slug, class: isFolded ? "folded" : null },
    group && h("tr", { class: "group" }, h("th", { colspan: columns, scope: "rowgroup" }, h("h2", {}, group))),
    h("tr", { class: "topic-row" }, h("th", { colspan: columns, scope: "rowgroup" }, title, fold)),
  );
  folded.set(made, () => linesOf(topic, chosen, setting));
  if (!isFolded) fill(made);
  return made;
}

/** The rows of a topic that is folded, made when they are first to be seen. */
const folded = new WeakMap();

/** Puts the rows of a topic below its head, unless they are there. */
export function fill(made) {
  made.append(...(folded.get(made)?.() ?? []));
  folded.delete(made);
}

function linesOf(topic, chosen, setting) {
  const above = chosen.map(() => ({ context: null }));
  return topic.rows.map((row) => line(row, topic, chosen, { ...setting, above }));
}

const names = (chosen, test) => chosen.filter((_, place) => test(place)).map((council) => council.title).join(", ");

function topicVerdict(topic, chosen, t) {
  if (topic.verdict !== "only") return t(`compare.topic.${topic.verdict}`);
  return t("compare.only", { councils: names(chosen, (place) => topic.speaks[place]) });
}

/** What a row is, in words. */
export function rowVerdict(row, chosen, t) {
  const councils = names(chosen, (place) => row.cells[place]);
  if (row.verdict === "elsewhere") return t("compare.under", { topic: row.under.name });
  return ["only", "also"].includes(row.verdict) ? t(`compare.${row.verdict}`, { councils }) : t(`compare.row.${row.verdict}`);
}

/** What a cell is beside the first of its row, in words; of the first itself there is nothing to say. */
export function cellVerdict(cell, topic, place, t) {
  if (!cell) return nothing(topic, place, t);
  if (cell.state === "base") return "";
  return t(["same", "nearly", "differs"].includes(cell.state) ? `compare.row.${cell.state}` : `compare.state.${cell.state}`);
}

/** Silent is said only of a topic of which such a protocol is expected to speak. */
function nothing(topic, place, t) {
  if (topic.slug === LEAD_INS) return t("compare.lead_ins.nothing");
  if (topic.speaks[place]) return t(topic.isTold ? "compare.nothing" : "compare.state.language");
  return t(topic.expected ? "compare.silent" : "compare.unexpected");
}

/** For each row the topic above under which the same statements stand side by side already: nobody need read them twice. */
function readUnder(topics) {
  const seen = new Map();
  const found = new Map();
  for (const topic of topics) {
    for (const row of topic.rows) {
      const said = whatIsSaid(row);
      if (!seen.has(said)) seen.set(said, topic);
      if (seen.get(said) !== topic) found.set(row, seen.get(said));
    }
  }
  return found;
}

function line(row, topic, chosen, setting) {
  const { t } = setting;
  const above = row.under ?? setting.readBefore.get(row);
  const several = row.of > 1 && row.cells.filter(Boolean).length > 1;
  const counts = row.cells.map((cell) => cell?.statements.length ?? 0).join(" / ");
  return h(
    "tr",
    { class: row.verdict },
    h("th", { scope: "row", class: "verdict" }, verdictCell(row, chosen, t), several ? h("span", { class: "others" }, t("compare.statements", { counts })) : null),
    row.cells.map((cell, place) =>
      above && cell ? repeated(cell, above, row, chosen[place], t) : cellOf(cell, topic, place, chosen[place], setting),
    ),
  );
}

/** The verdict of a row; that a statement is answered under another topic of the page leads there. */
function verdictCell(row, chosen, t) {
  const said = rowVerdict(row, chosen, t);
  return row.under ? h("a", { href: `#${row.under.slug}` }, said) : said;
}

function cellOf(cell, topic, place, council, { t, above }) {
  if (!cell) {
    const kind = topic.speaks[place] ? "silent unanswered" : "silent";
    return h("td", { "data-label": council.title, class: kind }, nothing(topic, place, t));
  }
  return h(
    "td",
    { "data-label": council.title, class: cell.state === "same" ? "same" : null },
    cell.statements.map((statement) => statementOf(statement, cell.pieces, council, above[place], t)),
    stateOf(cell, t),
  );
}

/** What a cell is, where its marks do not tell it; that its words are the same is said where they are not shown again. */
function stateOf(cell, t) {
  if (cell.state === "same") return h("p", { class: "state" }, t("compare.row.same"));
  return ["base", "nearly", "differs"].includes(cell.state) ? null : h("p", { class: "state" }, t(`compare.state.${cell.state}`));
}

function repeated(cell, above, row, council, t) {
  const links = cell.statements.flatMap((statement) => [numberOf(statement, council), " "]);
  const topic = above.name;
  const said = row.under ? t("compare.under", { topic }) : t("compare.above", { topic });
  return h("td", { "data-label": council.title, class: "repeated" }, h("p", {}, links, said));
}

const numberOf = (statement, council) =>
  h("a", { class: "number", href: `${council.address}#${encodeURIComponent(statement.anchor)}` }, statement.label);

/** A statement with what governs it; `above` tells what governed the one of its council that was shown before. */
function statementOf(statement, pieces, council, above, t) {
  const again = statement.context && statement.context === above.context;
  above.context = statement.context;
  const text = pieces ? marks(pieces, t) : [statement.text];
  return h(
    "div",
    { class: "said", lang: statement.language },
    statement.context ? h("p", { class: again ? "context again" : "context" }, statement.context) : null,
    h("p", {}, numberOf(statement, council), " ", h("span", { class: "words" }, text)),
  );
}

/** Pieces as marked text; what is not plain to see is said in words for those who do not see it. */
function marks(pieces, t) {
  return pieces.flatMap((piece, index) => {
    if (piece.kind === "same") return [piece.text];
    if (!piece.text.trim()) return piece.kind === "inserted" ? [piece.text] : []; // a space alone is not seen to differ
    const renamed = piece.manner === "renamed";
    if (renamed && piece.kind === "deleted") return [];
    if (renamed) {
      const instead = pieces[index - 1].text;
      const note = h("span", { class: "visually-hidden" }, ` ${t("renamed", { name: instead })} `);
      return [h("ins", { class: "renamed", title: t("renamed", { name: instead }) }, piece.text), note];
    }
    const said = piece.manner === "quiet" ? null : h("span", { class: "visually-hidden" }, `${t(piece.kind)} `);
    return [h(piece.kind === "deleted" ? "del" : "ins", { class: piece.manner || null }, said, piece.text)];
  });
}
