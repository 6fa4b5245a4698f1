// The card of a word of the glossary, in the words of the glossary's page, which is fetched once.

import { openCard } from "./cards.js";
import { h } from "./elements.js";

export const card = h("span", { class: "editorial card term-card", popover: "auto" });
let asked = null;
let loading = null;
/** The page of the glossary. */
export function glossary(link) {
  loading ??= fetch(link.href).then((answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html"));
  loading.catch(() => (loading = null));
  return loading;
}
/** Whether the card is open for a word. */
export const isOpenFor = (link) => link !== null && link === asked && card.matches(":popover-open");

/** Explains a word where it stands. */
export async function explain(link) {
  const entry = (await glossary(link)).getElementById(link.hash.slice(1));
  const counterpart = entry.querySelector(".counterpart");
  card.lang = document.documentElement.lang;
  card.replaceChildren(
    h("b", null, entry.querySelector("dfn").textContent), " ",
    h("i", { lang: counterpart.lang }, counterpart.textContent),
    h("span", null, entry.querySelector("dd").firstChild.textContent.trim()),
  );
  asked = link;
  openCard(card, link);
}
