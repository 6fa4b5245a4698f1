// What a result looks like, in the dialog and on the page alike.

import { h } from "../elements.js";
import { read } from "./collection.js";
import { edges, excerpt, hits } from "./rank.js";

/** Councils that a result names before it is asked for all. */
const NAMED = 5;
const LEAD_IN = 160;

/** @returns {string} the address of a clause; `root` is the way to the root of the language */
const addressOf = (root, { slug, anchor }) => `${root}councils/${slug}/#${encodeURIComponent(anchor)}`;

/**
 * @param {object} found what the search gave back
 * @param {{root: string, t: Function, data: object, vocabulary: object}} at
 * @returns {{kind: string, title: string, href: string, where: Node[], body: Node[], result?: object}[]} everything that was
 *   found, in the order in which it is shown
 */
export function entries(found, at) {
  const { root, t } = at;
  const link = (kind, title) => (href, where) => ({ kind, title, href, where: [where], body: [] });
  const councils = found.councils.map(({ council }) => link("council", t("search.councils"))(`${root}councils/${council[0]}/`, council[7] ? `${council[1]} (${council[7]})` : council[1]));
  // Where something is asked of a council, its answer comes before the way to its page.
  const isAnswered = found.results.some(({ local }) => local);
  return [
    ...found.clauses.map((result) => ofClause("clause", t("search.clause"), result, found, at)),
    ...(isAnswered ? [] : councils),
    ...found.topics.map(([slug, name]) => link("topic", t("search.topics"))(`${root}topics/${slug}/`, name)),
    ...found.terms.map(([slug, name]) => link("glossary", t("search.terms"))(`${root}glossary/#${slug}`, name)),
    ...found.results.map((result) => ofClause("result", t("search.clauses"), result, found, at)),
    ...(isAnswered ? councils : []),
  ];
}

function ofClause(kind, title, result, found, at) {
  const { clause, places } = result;
  const language = clause.language ?? null;
  const marked = (text, longest) => pieces(text, found, at, longest);
  const part = (name, text, longest) => (text ? h("span", { class: `result-${name}`, lang: language }, marked(text, longest)) : null);
  // A clause without a number is called by its heading: that need not stand there twice.
  const isCalledSo = clause.text && clause.heading?.replace(/:$/, "") === places[0].label;
  return {
    kind,
    title,
    href: addressOf(at.root, places[0]),
    where: [h("span", { class: "result-council" }, places[0].name), " ", h("span", { class: "result-label" }, places[0].label)],
    body: [part("context", clause.context, LEAD_IN), isCalledSo ? null : part("heading", clause.heading), part("text", clause.text)].filter(Boolean),
    result,
  };
}

function pieces(text, found, at, longest) {
  const words = read(text, at, at.data.language);
  const own = hits(words, found.words);
  const shown = excerpt(text, own.length ? own : edges(words, found.words), longest);
  return shown.map((piece) => (piece.isMarked ? h("mark", {}, piece.text) : piece.text));
}

/** @returns {string} how many others use the same words, or nearly the same; empty where none does */
export function others({ count, nearly }, t) {
  return [count > 1 ? t("search.others", { n: count - 1 }) : "", nearly ? t("search.nearly", { n: nearly }) : ""].filter(Boolean).join("; ");
}

/** @returns {Node | null} the other places of a result, each a link; all of them are fetched when they are opened, if they are many */
export function otherPlaces(result, { root, t, search }) {
  const words = others(result, t);
  if (!words) return null;
  const list = h("ul", {});
  const item = (one) => h("li", {}, linkTo(root, one));
  const isFew = result.count <= result.places.length && !result.nearly;
  list.replaceChildren(...result.places.slice(1, isFew ? undefined : NAMED).map(item));
  const box = h("details", { class: "result-others" }, h("summary", {}, words), list);
  const all = async () => {
    const { same, nearly } = await search.places(result);
    list.replaceChildren(...same.filter((one) => !isSame(one, result.places[0])).map(item));
    box.append(...nearly.flatMap(({ text, places }) => [h("p", { class: "result-text", lang: result.clause.language ?? null }, text), h("ul", {}, places.map(item))]));
  };
  if (!isFew) box.addEventListener("toggle", () => box.open && all(), { once: true });
  return box;
}

const isSame = (one, other) => one.slug === other.slug && one.anchor === other.anchor;
const linkTo = (root, place) => h("a", { href: addressOf(root, place) }, `${place.name} ${place.label}`);

/**
 * @param {object} found
 * @param {{t: Function}} at
 * @param {(text: string) => void} choose what happens when one of them is chosen
 * @returns {Node[]} what no text has, and what may have been meant instead; whose results are shown, where nothing else is found
 */
export function offers(found, { t }, choose) {
  const button = (text) => {
    const made = h("button", { type: "button", class: "offer" }, text);
    made.addEventListener("click", () => choose(text));
    return made;
  };
  const line = (words, texts) => (texts.length ? h("p", {}, words, texts.flatMap((text) => [" ", button(text)])) : null);
  const unknown = (words) => h("p", { class: "unknown" }, words);
  const suggested = found.suggestions.filter((text) => text !== found.counterpart);
  return [
    ...found.missing.map((one) => unknown(one.council ? t("search.no_clause", one) : t("search.no_clause_at_all", one))),
    found.isUnasked ? unknown(t("search.hint")) : null,
    found.leftOut ? h("p", { class: "meant" }, t("search.left_out", { words: quoted(found.leftOut) })) : null,
    ...found.silent.map((council) => unknown(t("search.silent", { council }))),
    ...found.unknown.map((word) => unknown(t("search.unknown", { word }))),
    found.meant.length ? h("p", { class: "meant" }, t("search.meant", { words: quoted(found.meant) })) : null,
    line(t("search.did_you_mean"), suggested),
    line(t("search.counterpart"), found.counterpart ? [found.counterpart] : []),
    found.isNone ? unknown(/\s/.test(found.instead) ? t("search.no_phrase") : t("search.unknown", { word: found.instead })) : null,
    found.instead ? h("p", { class: "instead" }, t("search.instead", { text: found.instead })) : null,
  ].filter(Boolean);
}

const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

/** @returns {string} how many results there are and how many of them are shown, for the status line */
export function summed(found, t) {
  const { results, clauses, councils, topics, terms, total, isCut } = found;
  const besides = [clauses, councils, topics, terms].reduce((sum, list) => sum + list.length, 0);
  const shown = results.length + besides;
  if (isCut && total > results.length) return t("search.count.more", { n: shown });
  return total > results.length ? t("search.count.of", { n: shown, total: total + besides }) : t("search.count", { n: shown });
}

/** @returns {string} why the search cannot be used: the browser is too old, or a file was not to be had */
export const failure = (error, { failed, old }) => (error.isOld ? old : failed);
