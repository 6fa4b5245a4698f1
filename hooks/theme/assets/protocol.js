// What scripts add to the page of a protocol; all else that they add is fetched when it is wanted.
//
// What can be done with a clause: its number, or the sign beside what has none, offers its citation in both languages with
// its permanent address, and the key C, on a clause that has the focus or on what is offered, copies both together. The
// number is the one place at which Tab stops; from there the arrow keys lead to the topics of the clause. Without
// scripts the number and the topics are links, and what has no number has no sign.

import { h } from "./elements.js";

const { dataset } = document.querySelector("script[data-cite]");
const language = document.documentElement.lang;
const article = document.querySelector("article.protocol");
const LINK = ".number, .margin > a[href^='#']";

/** The beginning of the words beside which a sign stands. */
const beginning = (words) => words.textContent.trim().split(/\s+/).slice(0, 8).join(" ");

/** What has words and no number is given a sign that leads to it, before its topics. */
for (const words of article.querySelectorAll("[id] > :is(p, h2, h3, h4, h5, h6)")) {
  const place = words.parentElement;
  if (words.nextElementSibling?.matches("p")) continue; // the words of a heading, which come first
  if (place.querySelector(":scope > * > .number, :scope > .margin > a[href^='#']")) continue;
  const sign = h("a", { href: `#${place.id}`, "aria-label": dataset.sign.replace("{label}", () => beginning(words)) }, "#");
  let margin = place.querySelector(":scope > .margin");
  if (!margin) words.after((margin = h("div", { class: "editorial margin", lang: place.closest("[lang]").lang === language ? null : language })));
  margin.prepend(sign);
}

/** The card and what it says, fetched when a clause is first pointed at or reached. */
const fetched = () => import("./cite_card.js");
const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));
const wanted = (event) => event.target.closest(LINK) && fetched().then(({ labels }) => labels()).catch(() => {});
article.addEventListener("pointerover", wanted);
article.addEventListener("focusin", wanted);
article.addEventListener("click", async (event) => {
  const link = event.target.closest(LINK);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { offer } = await fetched();
  offer(link, anchorOf(link)).catch(() => {}); // the link leads to the clause all the same
});

/** The links of a clause, its number or its sign first: one stop for the Tab key, and the arrow keys go along them. */
function toolsOf(provision) {
  return [...provision.querySelectorAll(":scope > * > .number, :scope > :is(.margin, .cell-topics) > a")];
}
for (const link of article.querySelectorAll(LINK)) link.setAttribute("aria-expanded", "false");
for (const topics of article.querySelectorAll(".margin, .cell-topics")) {
  for (const link of toolsOf(topics.parentElement).slice(1)) link.tabIndex = -1;
  if (topics.lastElementChild.hash) continue; // a sign alone is no group of topics
  topics.setAttribute("role", "group");
  topics.setAttribute("aria-label", dataset.topics);
}
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
article.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  if (!step || !event.target.matches(".number, .margin > a, .cell-topics > a")) return;
  const tools = toolsOf(event.target.closest("[id]"));
  const next = tools[tools.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

document.addEventListener("keydown", async (event) => {
  if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = event.target.closest("article.protocol [id]");
  if (!place || event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const { copyWhole } = await fetched();
  copyWhole(place.id).catch(() => {});
});

// The table of roles is filled with words when it is first opened.
for (const fold of document.querySelectorAll(".own-roles details")) {
  fold.addEventListener("toggle", async () => (await import("./own_roles.js")).fill(fold), { once: true });
}
document.querySelector(".own-roles [hidden]")?.removeAttribute("hidden");

// ---- words explained: in a card below their line; without scripts their links lead to the glossary. The focus stays on
// the word, so that Tab goes on from there.

let terms = null;
let wasOpen = false;

for (const link of article.querySelectorAll("a.term")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
}

async function explained(event) {
  if (!event.target.closest("a.term")) return;
  terms = await import("./term_card.js");
  terms.glossary(event.target.closest("a.term")).catch(() => {});
}
article.addEventListener("pointerover", explained);
article.addEventListener("focusin", explained);

// A press elsewhere closes the card before the click arrives, and so must be remembered.
document.addEventListener("pointerdown", (event) => (wasOpen = terms?.isOpenFor(event.target.closest("a.term"))), { capture: true });

article.addEventListener("click", async (event) => {
  const link = event.target.closest("a.term");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const { card, explain, isOpenFor } = await import("./term_card.js");
    if (!(event.detail ? wasOpen : isOpenFor(link))) await explain(link);
    else if (card.matches(":popover-open")) card.hidePopover();
  } catch {
    location.assign(link.href); // where the glossary cannot be fetched, its page still explains the word
  }
});

// What calls itself a button is pressed by the space bar too.
article.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a.term")) return;
  event.preventDefault();
  event.target.click();
});
