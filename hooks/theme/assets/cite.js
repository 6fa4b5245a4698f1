// What can be done with a clause: its number, or the sign beside what has none, offers its citation in both languages with
// its permanent address, and the key C, on a clause that has the focus or on what is offered, copies both together. The
// number is the one place at which Tab stops; from there the arrow keys lead to the topics of the clause. Without
// scripts the number and the topics are links, and what has no number has no sign.

import { openCard } from "./cards.js";
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
  const sign = h("a", { href: `#${place.id}`, "aria-label": dataset.sign.replace("{label}", beginning(words)) }, "#");
  let margin = place.querySelector(":scope > .margin");
  if (!margin) words.after((margin = h("div", { class: "editorial margin", lang: place.lang && language })));
  margin.prepend(sign);
}

let loading = null;
/** What each provision is called; fetched when a clause is first pointed at or reached. */
function labels() {
  loading ??= fetch(dataset.cite).then((answer) => answer.json());
  loading.catch(() => (loading = null));
  return loading;
}

/** The citation of a provision in a language, and its permanent address. */
function cited(found, anchor, inLanguage) {
  const { document, url, labels } = found[inLanguage];
  return { citation: `${document}, ${labels[anchor]}`, url: `${url}#${encodeURI(anchor)}` };
}

const card = h("div", { class: "editorial card", popover: true, tabindex: "-1", role: "dialog" });
const status = h("p", { class: "copied", role: "status" });
article.after(status);

/** What is offered of a clause: a line for each thing that can be copied, and where to go from here. */
function offered(found, anchor) {
  const { words, edit } = found[language];
  const line = (name, shown) => {
    const button = h("button", { type: "button", "data-copy": true, "aria-label": `${words.copy}: ${name}` }, words.copy);
    button.addEventListener("click", () => copy(shown.textContent));
    return h("div", null, h("dt", null, name), shown, h("dd", null, button));
  };
  const citations = ["en", "cy"].map((one) => {
    return line(words[one], h("dd", { "data-citation": one, lang: one }, cited(found, anchor, one).citation));
  });
  const wrong = h("a", { href: edit?.[anchor] ?? "#-wrong" }, edit?.[anchor] ? words.edit : words.wrong);
  wrong.addEventListener("click", () => card.hidePopover());
  const whole = "whole" in dataset && h("p", null, h("a", { href: `../#${anchor}` }, words.whole));
  const url = h("dd", { "data-url": true }, cited(found, anchor, language).url);
  card.setAttribute("aria-label", words.label);
  return [h("dl", null, citations, line(words.address, url)), h("p", null, words.key), whole, h("p", null, wrong)].filter(Boolean);
}

let asked = null;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyOld(text);
  }
  status.textContent = (await labels())[language].words.copied.replace("{text}", text);
  status.classList.add("shown");
  setTimeout(() => status.classList.remove("shown"), 4000);
}

/** For pages that are not served safely, where browsers have no other clipboard. */
function copyOld(text) {
  const area = document.createElement("textarea");
  area.value = text;
  (card.matches(":popover-open") ? card : document.body).append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function copyWhole(anchor) {
  const { citation, url } = cited(await labels(), anchor, language);
  await copy(`${citation}, ${url}`);
}

async function offer(link, anchor) {
  const found = await labels();
  asked = { link, anchor };
  card.replaceChildren(...offered(found, anchor));
  openCard(card, link);
  card.focus({ preventScroll: true });
}

card.addEventListener("toggle", (event) => {
  if (event.newState === "closed" && card.contains(document.activeElement)) asked?.link.focus({ preventScroll: true });
});

const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));
const wanted = (event) => event.target.closest(LINK) && labels().catch(() => {});
article.addEventListener("pointerover", wanted);
article.addEventListener("focusin", wanted);
article.addEventListener("click", (event) => {
  const link = event.target.closest(LINK);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  offer(link, anchorOf(link)).catch(() => {}); // the link leads to the clause all the same
});

/** The links of a clause, its number or its sign first: one stop for the Tab key, and the arrow keys go along them. */
function toolsOf(provision) {
  return [...provision.querySelectorAll(":scope > * > .number, :scope > :is(.margin, .cell-topics) > a")];
}
for (const link of article.querySelectorAll(LINK)) link.setAttribute("aria-expanded", "false");
for (const topics of article.querySelectorAll(".margin, .cell-topics")) {
  topics.setAttribute("role", "group");
  topics.setAttribute("aria-label", dataset.topics);
  for (const link of toolsOf(topics.parentElement).slice(1)) link.tabIndex = -1;
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

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
  const anchor = card.contains(event.target) ? asked?.anchor : event.target.closest("article.protocol [id]")?.id;
  if (!anchor || event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  copyWhole(anchor).catch(() => {});
});
