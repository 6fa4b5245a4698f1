// What a result looks like, in the dialog and on the page alike.

import { excerpt, hits } from "./rank.js";

/** Councils that a result names before it is asked for all. */
const NAMED = 5;

/** @returns {HTMLElement} an element with attributes and with what stands inside it */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...inside.filter((one) => one !== null));
  return made;
}

/** @returns {string} the address of a clause; `root` is the way to the root of the language */
export const addressOf = (root, { slug, anchor }) => `${root}councils/${slug}/#${encodeURIComponent(anchor)}`;

/**
 * @param {object} found what the search gave back
 * @param {{root: string, t: Function, data: object, vocabulary: object}} at
 * @returns {{kind: string, title: string, href: string, where: Node[], body: Node[], result?: object}[]} everything that was
 *   found, in the order in which it is shown
 */
export function entries(found, at) {
  const { root, t } = at;
  const link = (kind, title) => (href, where) => ({ kind, title, href, where: [where], body: [] });
  return [
    ...found.clauses.map((result) => ofClause("clause", t("search.clause"), result, found, at)),
    ...found.councils.map(({ council }) => link("council", t("search.councils"))(`${root}councils/${council[0]}/`, council[1])),
    ...found.topics.map(([slug, name]) => link("topic", t("search.topics"))(`${root}topics/${slug}/`, name)),
    ...found.terms.map(([slug, name]) => link("term", t("search.terms"))(`${root}glossary/#${slug}`, name)),
    ...found.results.map((result) => ofClause("result", t("search.clauses"), result, found, at)),
  ];
}

function ofClause(kind, title, result, found, at) {
  const { clause, places } = result;
  const language = clause.language ?? null;
  const marked = (text, longest) => pieces(text, found, at, longest);
  const context = clause.context ? element("span", { class: "result-context", lang: language }, ...marked(clause.context, 120)) : null;
  // A clause without a number is called by its heading: that need not stand there twice.
  const isCalledSo = clause.text && clause.heading?.replace(/:$/, "") === places[0].label;
  const heading = clause.heading && !isCalledSo ? element("span", { class: "result-heading", lang: language }, ...marked(clause.heading)) : null;
  const text = clause.text ? element("span", { class: "result-text", lang: language }, ...marked(clause.text)) : null;
  return {
    kind,
    title,
    href: addressOf(at.root, places[0]),
    where: [element("span", { class: "result-council" }, places[0].name), " ", element("span", { class: "result-label" }, places[0].label)],
    body: [context, heading, text].filter(Boolean),
    result,
  };
}

function pieces(text, found, at, longest) {
  const shown = excerpt(text, hits(text, found.words, at.vocabulary, at.data.language), longest);
  return shown.map((piece) => (piece.isMarked ? element("mark", {}, piece.text) : piece.text));
}

/** @returns {string} how many others use the same words; empty where none does */
export const others = ({ count }, t) => (count > 1 ? t("search.others", { n: count - 1 }) : "");

/** @returns {Node | null} the other places of a result, each a link; all of them are fetched when they are opened, if they are many */
export function otherPlaces(result, { root, t, search }) {
  const words = others(result, t);
  if (!words) return null;
  const list = element("ul");
  const show = (places) => list.replaceChildren(...places.map((one) => element("li", {}, linkTo(root, one))));
  const isFew = result.count <= result.places.length;
  show(result.places.slice(1, isFew ? undefined : NAMED));
  const box = element("details", { class: "result-others" }, element("summary", {}, words), list);
  const all = async () => show((await search.places(result.rest)).filter((one) => !isSame(one, result.places[0])));
  if (!isFew) box.addEventListener("toggle", () => box.open && all(), { once: true });
  return box;
}

const isSame = (one, other) => one.slug === other.slug && one.anchor === other.anchor;
const linkTo = (root, place) => element("a", { href: addressOf(root, place) }, `${place.name} ${place.label}`);

/**
 * @param {object} found
 * @param {{t: Function}} at
 * @param {(text: string) => void} choose what happens when one of them is chosen
 * @returns {Node[]} words that no text has, and what may have been meant instead; nothing is replaced unasked
 */
export function offers(found, { t }, choose) {
  const button = (text) => {
    const made = element("button", { type: "button", class: "offer" }, text);
    made.addEventListener("click", () => choose(text));
    return made;
  };
  const line = (words, texts) => (texts.length ? element("p", {}, words, ...texts.flatMap((text) => [" ", button(text)])) : null);
  return [
    ...found.unknown.map((word) => element("p", { class: "unknown" }, t("search.unknown", { word }))),
    line(t("search.did_you_mean"), found.suggestions.map(({ text }) => text)),
    line(t("search.counterpart"), found.counterpart ? [found.counterpart] : []),
  ].filter(Boolean);
}

/** @returns {string} how many results there are, for the status line */
export function summed(count, isMore, t) {
  return isMore ? t("search.count.more", { n: count }) : t("search.count", { n: count });
}
