// What can be done with a clause: its number, or the sign beside what has none, offers its citation in both languages with
// its permanent address, and the key C, on a clause that has the focus or on what is offered, copies both together. The
// number is the one place at which Tab stops; from there the arrow keys lead to the topics of the clause. Without
// scripts the number and the topics are links.

import { openCard } from "./cards.js";

const template = document.querySelector("template[data-cite]");
const language = /** @type {keyof LabelsFile} */ (document.documentElement.lang);
const article = document.querySelector("article.protocol");
const LINK = ".number, .margin > a[href^='#']";

let loading = null;
/** What each provision is called; fetched when a clause is first pointed at or reached. */
function labels() {
  loading ??= fetch(template.dataset.cite).then((answer) => answer.json());
  loading.catch(() => (loading = null));
  return loading;
}

/** The citation of a provision in a language, and its permanent address. */
function cited(/** @type {LabelsFile} */ found, anchor, /** @type {keyof LabelsFile} */ inLanguage) {
  const { document, url, labels } = found[inLanguage];
  return { citation: `${document}, ${labels[anchor]}`, url: `${url}#${encodeURI(anchor)}` };
}

const card = template.content.firstElementChild.cloneNode(true);
const status = template.content.lastElementChild.cloneNode(true);
article.after(status);
const buttons = [...card.querySelectorAll("[data-copy]")];
const wrong = card.querySelector("[data-wrong]");
wrong.addEventListener("click", () => card.hidePopover());
let asked = null;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyOld(text);
  }
  status.textContent = status.dataset.copied.replace("{text}", text);
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
  for (const place of card.querySelectorAll("[data-citation]")) {
    place.textContent = cited(found, anchor, place.dataset.citation).citation;
  }
  card.querySelector("[data-url]").textContent = cited(found, anchor, language).url;
  const line = found[language].edit?.[anchor];
  if (line) Object.assign(wrong, { href: line, textContent: wrong.dataset.wrong });
  openCard(card, link);
  card.focus({ preventScroll: true });
}

for (const button of buttons) {
  button.addEventListener("click", () => copy(button.closest("div").querySelector("[data-citation], [data-url]").textContent));
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
  topics.setAttribute("aria-label", template.dataset.topics);
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
