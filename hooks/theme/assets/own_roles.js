// The roles of a document, on its own page: when a table is opened, each clause in it is given the beginning of its words,
// and before them, in grey, what governs it there; and each topic leads to its page. Words and links are taken from the
// text above; without scripts each clause stands there by what it is called, and leads to them.

import { h } from "./elements.js";

const LONGEST = 80, LONGEST_LEAD_IN = 50;
const WORDS = ":scope > p, :scope > :is(h2, h3, h4, h5, h6)";

/** The beginning of a text, cut at a word. */
function excerpt(text, longest) {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, "").replace(/[,;:.]+$/, "")} …`;
}

/** The adopted words of a provision, without its number and what editors add. */
function ownWords(place) {
  const copy = ([...place.querySelectorAll(WORDS)].at(-1) ?? place).cloneNode(true);
  for (const one of copy.querySelectorAll(".number, .editorial")) one.remove();
  return copy.textContent.trim();
}

/** The head of the column in which a cell begins. */
function headOf(cell) {
  let left = [...cell.parentElement.cells].slice(0, cell.cellIndex).reduce((sum, one) => sum + one.colSpan, 0);
  for (const head of cell.closest("table").tHead?.rows[0].cells ?? []) if ((left -= head.colSpan) < 0) return ownWords(head);
  return "";
}

/** What governs a part of a provision: the beginning of its sentence, the words that lead in to a list, the head of a column. */
function leadIn(place, before) {
  const begun = before.split(/(?<=\w{3}[.!?])\s+/).at(-1).trim();
  if (begun && !/[.!?]$/.test(begun)) return begun;
  if (place.matches("td")) return headOf(place);
  const above = before ? null : place.parentElement.closest("article [id]");
  const words = above?.matches(":has(> p), [data-leads]") ? ownWords(above) : "";
  return /[.!?]$/.test(words) ? "" : words;
}

function quotes(link) {
  const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const words = ownWords(place);
  const parts = (link.dataset.part ?? `0-${words.length}`).split(",").map((part) => part.split("-"));
  return parts.map(([begins, ends]) => {
    const from = Number(begins), to = Number(ends) || words.length;
    const led = leadIn(place, words.slice(0, from));
    const goesOn = to < words.length && !/[.!?;:]$/.test(words.slice(from, to));
    const said = excerpt(words.slice(from, to), LONGEST);
    return h("q", { lang: place.closest("[lang]").lang }, led && h("i", null, excerpt(led, LONGEST_LEAD_IN)), led && " ",
      goesOn && !said.endsWith("…") ? `${said} …` : said);
  });
}

const topics = new Map([...document.querySelectorAll("article :is(.margin, .cell-topics) a")].map((one) => [one.textContent, one.href]));

/** The heading above a fold. */
function heading(fold) {
  let above = fold;
  while (!above.matches("h3")) above = above.previousElementSibling;
  return above.textContent;
}

/** Fills the table of roles of a fold with words. */
export function fill(fold) {
  const table = fold.querySelector("table");
  const group = fold.querySelector("summary").firstChild.textContent.trim();
  table.prepend(h("caption", { class: "visually-hidden" }, `${heading(fold)}: ${group}`));
  for (const head of table.querySelectorAll("tbody th")) {
    const [name] = head.childNodes;
    const href = topics.get(name.textContent.trim());
    if (href) name.replaceWith(h("a", { href }, name.textContent.trim()), " ");
  }
  for (const cell of table.querySelectorAll("td:has(a)")) {
    const again = cell.closest(".other-parties");
    let who = null;
    const entries = [...cell.children].map((one) => {
      if (one.matches("b")) return ((who = one), null);
      const entry = h("p", null, who && who.cloneNode(true), who && " ", ...quotes(one).flatMap((quote) => [quote, " "]), one);
      if (!again) who = null;
      return entry;
    });
    cell.replaceChildren(...entries.filter(Boolean));
  }
}
