// A word of the glossary explains itself in a card below its line; without scripts its link leads to the explanation at
// the end of the page. The focus stays on the word, so that Tab goes on from there.

import { openCard } from "./cards.js";
import { h } from "./elements.js";

const article = document.querySelector("article.protocol");
const card = h("span", { class: "editorial card term-card", popover: "auto" });
let asked = null;
let wasOpen = false;

for (const link of article.querySelectorAll("a.term")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
}

function explain(link) {
  const entry = document.getElementById(link.hash.slice(1));
  const name = h("b", null, entry.querySelector("dfn").textContent);
  const counterpart = entry.querySelector("dt i");
  card.lang = document.documentElement.lang;
  card.replaceChildren(name, " ", h("i", { lang: counterpart.lang }, counterpart.textContent), h("span", null, entry.querySelector("dd").textContent));
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
  else explain(link);
});

// What calls itself a button is pressed by the space bar too.
article.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a.term")) return;
  event.preventDefault();
  event.target.click();
});
