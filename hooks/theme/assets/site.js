// What the site does beyond links: it keeps the clause and what was asked when the language is switched, remembers a
// colour scheme and finds a clause. Every page works without it.

import { h } from "./elements.js";
import { folded } from "./folded.js";

// A static host has one page for whatever is missing: under the Welsh addresses it gives way to the Welsh one, unless
// somebody has the keyboard on it already. Both have both languages.
const missing = document.querySelector("[data-missing-in-welsh]")?.dataset.missingInWelsh;
if (missing && location.pathname.startsWith(missing.replace("404.html", ""))) {
  const answer = await fetch(missing).catch(() => null);
  const welsh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  if (welsh && document.activeElement === document.body) {
    document.title = welsh.title;
    document.documentElement.lang = "cy";
    document.body.replaceWith(welsh.body);
  }
}

/** What the address names on the page, decoded where it can be: an address may have been typed or cut by anybody. */
function fragment() {
  const written = location.hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Where the reader has gone of their own accord: a clause reached by Tab, or one named in the address. */
let chosen = "";

/** The height that the masthead covers while the page is scrolled. */
const covered = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

function named() {
  return document.getElementById(fragment());
}

/** Whether more than a last line is seen of an element: of a provision its own words, not all that stands below them. */
function inView(element) {
  const box = (element.querySelector(":scope > :is(p, h2, h3, h4, h5, h6)") ?? element).getBoundingClientRect();
  return box.bottom > covered() + 32 && box.top < innerHeight;
}

/** What an address may name: what has words of its own. */
const PLACES = `article.protocol :is(td, th, :has(> :is(p, h2, h3, h4, h5, h6)))[id],
  .pairs [id], main section[id]:not(article *)`;

/** The place that a pointer means by the page: the one that the address names, while it is in view, else the topmost. */
function anchorInView() {
  const target = named();
  const atTop = inView(document.querySelector(".page-head, main h1"));
  if (target && (atTop || inView(target))) return target.id;
  if (atTop) return "";
  const places = document.querySelectorAll(PLACES);
  return [...places].find(inView)?.id ?? "";
}

// An address may name a clause as it was typed: it leads to the one that is printed so, and if there is none, says so.
const none = document.querySelector("[data-no-clause]");
async function seek() {
  const typed = fragment();
  none.hidden = true;
  if (!typed || document.getElementById(typed) || !/\d/.test(typed)) return;
  const { anchorAmong } = await import("./clause.js");
  const anchors = [...document.querySelectorAll("article.protocol [id]")].map((one) => one.id);
  const meant = anchorAmong(typed, anchors);
  if (meant) location.replace(`#${meant}`);
  else {
    none.textContent = none.dataset.noClause.replace("{number}", () => typed);
    none.hidden = false;
    none.scrollIntoView({ block: "center" });
  }
}
if (none) {
  seek();
  addEventListener("hashchange", seek);
}

let backwards = false;
document.addEventListener("keydown", (event) => (backwards = event.key === "Tab" && event.shiftKey));
document.addEventListener("focusin", (event) => {
  // On the way back up to the switch every clause above is passed through; none of them is meant.
  const place = event.target.closest("article.protocol [id]");
  if (place && !backwards) chosen = place.id;
});
addEventListener("hashchange", () => (chosen = named()?.id ?? ""));

for (const link of document.querySelectorAll("[data-language-switch]")) {
  const bare = link.href.split("#")[0];
  const keep = (event) => {
    const byKeyboard = event.type === "keydown" || (event.type === "click" && event.detail === 0);
    const anchor = (byKeyboard && chosen) || anchorInView();
    link.href = `${bare}${location.search}${anchor ? `#${anchor}` : ""}`;
  };
  // Before the link is followed by whatever means: pointer, keyboard, a new tab.
  for (const event of ["pointerdown", "keydown", "click"]) link.addEventListener(event, keep);
}

// Contents stand open beside the text; where they stand above it, they begin folded.
if (matchMedia("(max-width: 76rem)").matches) {
  for (const fold of document.querySelectorAll("[data-fold]")) {
    fold.open = false;
    fold.removeAttribute("data-fold"); // the styles have shown it so from the first
  }
}

const scheme = document.querySelector("[data-scheme-toggle]");
if (scheme) {
  const { dataset } = document.documentElement;
  const name = scheme.querySelector("span");
  const words = [name.textContent, scheme.dataset.schemeToggle];
  const isDark = () => (dataset.scheme ? dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const label = () => (name.textContent = words[isDark() ? 1 : 0]);
  scheme.hidden = false;
  label();
  scheme.addEventListener("click", () => {
    dataset.scheme = isDark() ? "light" : "dark";
    label();
    try {
      localStorage.setItem("scheme", dataset.scheme);
    } catch {
      // A browser that may store nothing keeps the scheme for this page alone.
    }
  });
}

const form = document.querySelector("[data-clause-form]");
if (form) {
  const council = form.querySelector("input[list]");
  form.noValidate = true; // the messages are ours, in the page's language
  council.addEventListener("input", () => council.setCustomValidity(""));
  council.addEventListener("focus", () => fetchNames(council.list), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const found = optionFor(council);
    council.setCustomValidity(found ? "" : council.dataset.unknown);
    if (!form.reportValidity()) return;
    const { anchorOf } = await import("./clause.js");
    const anchor = anchorOf(form.querySelector("#clause-number").value, /** @type {ClauseForm} */ (JSON.parse(form.dataset.clauseForm)));
    location.href = `${form.action}${found.dataset.slug}/${anchor ? `#${anchor}` : ""}`;
  });
}

/** Where there are many councils, their names are fetched when one is to be chosen. */
async function fetchNames(list) {
  if (!list.dataset.from) return;
  const names = await fetch(list.dataset.from).then((answer) => answer.json()).catch(() => []);
  list.replaceChildren(...names.map(([slug, name]) => h("option", { value: name, "data-slug": slug })));
}

/** The council of the list that is meant: the one of that name, else the only one that has every word of it. */
function optionFor(input) {
  const words = folded(input.value).split(/\s+/);
  const options = [...input.list.options];
  const likely = options.filter((option) => words.every((word) => folded(option.value).includes(word)));
  return options.find((option) => folded(option.value) === words.join(" ")) ?? (likely.length === 1 ? likely[0] : null);
}

// The search loads itself when it is first wanted: by its button, or by Ctrl and K.
const link = document.querySelector("[data-search]");
if (link && !document.querySelector("[data-search-page]")) {
  const button = h("button", { type: "button", class: link.className, "aria-haspopup": "dialog", "aria-keyshortcuts": "Control+K Meta+K" }, ...link.childNodes);
  const address = link.href;
  link.replaceWith(button);
  const styles = new URL("search.css", import.meta.url);
  const open = async () => {
    try {
      const dialog = await import("./search/scripts.js");
      await dialog.open(address, button, styles);
    } catch {
      location.assign(address); // where a policy forbids the script, the page of the search still leads on
    }
  };
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => isShortcut(event) && (event.preventDefault(), open()));
}
const searchPage = document.querySelector("[data-search-page]");
if (searchPage) {
  import("./search/scripts.js").then(({ begin }) => begin(searchPage)).catch(() => {
    searchPage.querySelector("form").hidden = true;
    searchPage.querySelector("[role=status]").textContent = searchPage.dataset.failed;
  });
  document.addEventListener("keydown", (event) => isShortcut(event) && (event.preventDefault(), searchPage.querySelector("#search-q").focus()));
}

/** Whether Ctrl and K, or ⌘ and K, are pressed: a letter alone would be in the way of those who speak to their browser. */
function isShortcut(event) {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}
