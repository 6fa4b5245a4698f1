// A word of the glossary explains itself in a card below its line, in the words of the glossary's page, which is fetched
// when a word is first pointed at or reached; without scripts its link leads there. The focus stays on the word, so that Tab goes on from there.

import { h } from "./elements.js";

const article = document.querySelector("article.protocol");
const card = h("span", { class: "editorial card term-card", popover: "auto" });
let asked = null;
let wasOpen = false;

for (const link of article.querySelectorAll("a.term")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
}

let loading = null;
/** The page of the glossary. */
function glossary(link) {
  loading ??= fetch(link.href).then((answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html"));
  loading.catch(() => (loading = null));
  return loading;
}
const wanted = (event) => event.target.closest("a.term") && glossary(event.target).catch(() => {});
article.addEventListener("pointerover", wanted);
article.addEventListener("focusin", wanted);

async function explain(link) {
  const { openCard } = await import("./cards.js");
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

// A press elsewhere closes the card before the click arrives, and so must be remembered.
document.addEventListener("pointerdown", (event) => (wasOpen = isOpenFor(event.target.closest("a.term"))), { capture: true });
const isOpenFor = (link) => link !== null && link === asked && card.matches(":popover-open");

article.addEventListener("click", (event) => {
  const link = event.target.closest("a.term");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (event.detail ? wasOpen : isOpenFor(link)) card.matches(":popover-open") && card.hidePopover();
  else explain(link).catch(() => location.assign(link.href));
});

// What calls itself a button is pressed by the space bar too.
article.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a.term")) return;
  event.preventDefault();
  event.target.click();
});
