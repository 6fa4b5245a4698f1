// The card of a clause: its citation in both languages with its permanent address, each to be copied, and where to go
// from here. It is fetched, with what the clauses are called, when a clause is first pointed at or reached.

import { openCard } from "./cards.js";
import { h } from "./elements.js";

const { dataset } = document.querySelector("script[data-cite]");
const language = /** @type {keyof LabelsFile} */ (document.documentElement.lang);
const article = document.querySelector("article.protocol");
let asked = null;
let loading = null;
/** @returns {Promise<LabelsFile>} what each provision is called, and the words of the card */
export function labels() {
  loading ??= fetch(dataset.cite).then((answer) => answer.json());
  loading.catch(() => (loading = null));
  return loading;
}

/**
 * The citation of a provision in a language, and its permanent address.
 * @param {LabelsFile} found
 * @param {string} anchor
 * @param {keyof LabelsFile} inLanguage
 */
function cited(found, anchor, inLanguage) {
  const { document, url, labels } = found[inLanguage];
  return { citation: `${document}, ${labels[anchor]}`, url: `${url}#${encodeURI(anchor)}` };
}

const card = h("div", { class: "editorial card", popover: true, tabindex: "-1", role: "dialog" });
const status = h("p", { class: "copied", role: "status" });
article.after(status);

/**
 * What is offered of a clause: a line for each thing that can be copied, and where to go from here.
 * @param {LabelsFile} found
 * @param {string} anchor
 */
function offered(found, anchor) {
  const { words, edit } = found[language];
  const line = (name, shown) => {
    const button = h("button", { type: "button", "data-copy": true, "aria-label": `${words.copy}: ${name}` }, words.copy);
    button.addEventListener("click", () => copy(shown.textContent));
    return h("div", null, h("dt", null, name), shown, h("dd", null, button));
  };
  const citations = /** @type {const} */ (["en", "cy"]).map((one) => {
    return line(words[one], h("dd", { "data-citation": one, lang: one }, cited(found, anchor, one).citation));
  });
  const wrong = h("a", { href: edit?.[anchor] ?? "#-wrong" }, edit?.[anchor] ? words.edit : words.wrong);
  wrong.addEventListener("click", () => card.hidePopover());
  const whole = "whole" in dataset && h("p", null, h("a", { href: `../#${anchor}` }, words.whole));
  const url = h("dd", { "data-url": true }, cited(found, anchor, language).url);
  card.setAttribute("aria-label", words.label);
  return [h("dl", null, citations, line(words.address, url)), h("p", null, words.key), whole, h("p", null, wrong)].filter(Boolean);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyOld(text);
  }
  status.textContent = (await labels())[language].words.copied.replace("{text}", () => text);
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

export async function copyWhole(anchor) {
  const { citation, url } = cited(await labels(), anchor, language);
  await copy(`${citation}, ${url}`);
}

export async function offer(link, anchor) {
  const found = await labels();
  asked = link;
  card.replaceChildren(...offered(found, anchor));
  openCard(card, link);
  card.focus({ preventScroll: true });
}

card.addEventListener("toggle", (event) => {
  if (event.newState === "closed" && card.contains(document.activeElement)) asked?.focus({ preventScroll: true });
});
