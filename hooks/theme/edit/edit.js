// Translations edited on the page, in the preview alone. Each text with a translation gets a button; it opens a
// form below the provision. A clause of several statements has a button for each, numbered, and the words of the
// one that is looked at or open are marked.

import { draftsOf } from "./drafts.js";
import { formsOf } from "./form.js";

/** @type {PageSetup & Partial<EditSetup>} */
const setup = JSON.parse(document.getElementById("-edit").textContent);
const { words } = setup;
const LOADS = 2; // times that a page reloads itself until it is taken for the new one
const AGAIN = 5000; // milliseconds in which a page that is loaded once more says again that something was saved
const pairs = document.querySelector(".pairs");
const buttons = new Map();
const drafts = setup.council ? await draftsOf(setup.council, setup.version) : null;
const status = Object.assign(document.createElement("p"), { className: "edit-status", role: "status" });
const forms = formsOf(setup, { place, opened, closed, unsaved, focus, saved, say, show });

// Framed by another page, a click here might not be meant for us.
if (window.top === window) {
  document.body.append(status);
  offerPages();
  for (const unit of Object.keys(setup.units)) offer(unit);
  resume();
  showLost();
}

/** Ways to the pages on which more than this one is worked on. */
function offerPages() {
  for (const [words, href] of setup.links) {
    const link = Object.assign(document.createElement("a"), { href, textContent: words, className: "edit-page" });
    link.classList.add("editorial");
    document.querySelector(".page-head")?.append(link);
  }
}

/** Puts the button of a unit behind its words. */
function offer(unit) {
  const holder = pairs ? pairOf(unit) : wordsOf(unit);
  if (!holder) return;
  const button = Object.assign(document.createElement("button"), { type: "button", lang: setup.language });
  button.className = `editorial edit-button ${setup.units[unit][1]}`;
  button.ariaExpanded = "false";
  button.addEventListener("click", () => (forms.isOpen(whereOf(unit)) ? forms.leave() : choose(unit)));
  for (const event of ["mouseenter", "focus"]) button.addEventListener(event, () => mark("edit-look", unit));
  for (const event of ["mouseleave", "blur"]) button.addEventListener(event, () => mark("edit-look", null));
  buttons.set(unit, button);
  label(unit);
  holder.insertBefore(button, holder.querySelector(":scope > .editorial:not(.edit-button)"));
}

/** Where both languages stand side by side: the cell of the translation. A clause's first has its anchor. */
function pairOf(unit) {
  const row = document.getElementById(unit.replaceAll(" ", "-")) ?? document.getElementById(anchorOf(unit));
  return [...(row?.cells ?? [])].slice(1).find((cell) => cell.matches(`:lang(${pairs.dataset.language})`));
}

function anchorOf(unit) {
  return unit.replace(/ (heading|s\d+(-\d+)?)$/, "");
}

/** The element that holds the words of a unit. */
function wordsOf(unit) {
  if (unit === "document title") return document.querySelector(".page-head .title");
  const provision = document.getElementById(anchorOf(unit));
  if (provision?.matches("td, th")) return provision;
  const heading = ":scope > :is(h2, h3, h4, h5, h6), :scope > .table-wrap > table > caption";
  return provision?.querySelector(unit.endsWith(" heading") ? heading : ":scope > p");
}

function label(unit) {
  const button = buttons.get(unit);
  const [name, , part] = setup.units[unit];
  const does = drafts.has(unit) ? words.unsaved : words.open;
  button.textContent = part && !pairs ? `${does} ${part}` : does;
  button.ariaLabel = `${does}: ${name}`;
}

/** Marks the words of a part of a clause where they stand in its paragraph; with no unit takes the mark away. */
function mark(look, unit) {
  const range = unit && !pairs && setup.units[unit][3] ? rangeOf(unit) : null;
  if (range) CSS.highlights?.set(look, new Highlight(range));
  else CSS.highlights?.delete(look);
}

/** The stretch of the page in which a part of a clause stands: its parts, one after the other, are the paragraph. */
function rangeOf(unit) {
  const letters = lettersOf(wordsOf(unit));
  const parts = [...buttons.keys()].filter((name) => setup.units[name][3] && anchorOf(name) === anchorOf(unit));
  const lengths = parts.map((name) => setup.units[name][3].replace(/\s/g, "").length);
  const start = lengths.slice(0, parts.indexOf(unit)).reduce((sum, length) => sum + length, 0);
  const end = start + lengths[parts.indexOf(unit)];
  if (letters.length !== lengths.reduce((sum, length) => sum + length, 0)) return null;
  const range = document.createRange();
  range.setStart(letters[start].node, letters[start].offset);
  range.setEnd(letters[end - 1].node, letters[end - 1].offset + 1);
  return range;
}

/** Where each letter of an element's own words stands, white space, the printed number and additions left out. */
function lettersOf(holder) {
  const letters = [];
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement.closest(".editorial, .number, .edit-form")) continue;
    [...node.data.matchAll(/\S/g)].forEach(({ index }) => letters.push({ node, offset: index }));
  }
  return letters;
}

/** Opens the form of a unit, which is known from now on: the preview may reload the page before the form is there. */
function choose(unit, message) {
  store(sessionStorage, "edit open", whereOf(unit));
  return forms.choose(whereOf(unit), message);
}

function place({ unit }, form) {
  store(sessionStorage, "edit open", whereOf(unit));
  const holder = buttons.get(unit).closest(".pairs td, .table-wrap, p, h1, h2, h3, h4, h5, h6");
  if (pairs) holder.append(form);
  else holder.after(form);
}

function opened({ unit }) {
  buttons.get(unit).ariaExpanded = "true";
  mark("edit-open", unit);
}

function show({ unit }) {
  buttons.get(unit).scrollIntoView({ block: "nearest" });
}

function closed({ unit }) {
  sessionStorage.removeItem("edit open");
  buttons.get(unit).ariaExpanded = "false";
  mark("edit-open", null);
}

function unsaved({ unit }) {
  label(unit);
}

function focus({ unit }) {
  buttons.get(unit).focus();
}

function saved({ unit }, { changed, remarks }, goesOn) {
  if (changed) renew(unit, remarks, goesOn);
  else if (goesOn) goOn(unit, words.unchanged);
  else say(words.unchanged);
}

/** Lets the page be loaded anew where a unit is that was saved; it knows where to go on. */
function renew(unit, remarks, goesOn) {
  const place = buttons.get(unit).closest("[id]:not(main)");
  if (place) history.replaceState(null, "", `#${encodeURIComponent(place.id)}`);
  awaitReload({ ...whereOf(unit), remarks, goesOn });
}

/**
 * Waits for the preview to reload the page, which it does once it has read the file. After a while the page reloads
 * itself: that has been lost, or else the preview is slow, and the page still the old one.
 */
function awaitReload(saved, loads = 0) {
  store(sessionStorage, "edit saved", saved);
  say(words.saving);
  setTimeout(() => {
    store(sessionStorage, "edit saved", { ...saved, loads: loads + 1 });
    location.reload();
  }, 10000);
}

/** Opens the next unit after one that is missing, out of date or a draft; at the end of the page, from its beginning. */
function goOn(unit, message) {
  const units = [...buttons.keys()];
  const place = units.indexOf(unit);
  const after = [...units.slice(place + 1), ...units.slice(0, place)];
  const first = (...states) => after.find((name) => states.includes(setup.units[name][1]));
  const next = first("missing", "stale") ?? first("draft");
  if (next) return choose(next, message);
  say(words.none_open);
}

/** After a reload: goes on where the last page was left, which may be another form than the one that was saved. */
function resume() {
  const saved = stored(sessionStorage, "edit saved");
  const left = stored(sessionStorage, "edit open");
  const isReload = /** @type {any} */ (performance.getEntriesByType("navigation")[0])?.type === "reload";
  sessionStorage.removeItem("edit saved");
  if (!isReload || !isHere(left)) sessionStorage.removeItem("edit open");
  if (!isReload) return;
  const isTold = Date.now() - saved?.told < AGAIN;
  if (isHere(left)) {
    choose(left.unit, isTold ? words.saved : undefined);
  } else if (isHere(saved) && saved.loads < LOADS) {
    const { loads, ...rest } = saved;
    buttons.get(saved.unit).focus();
    awaitReload(rest, loads);
  } else if (isHere(saved) && (isTold || !saved.told)) {
    tell(saved);
  }
}

/** Says that a unit was saved, and goes on. Two changes that follow close on each other load the page twice. */
function tell({ council, version, unit, remarks, goesOn, told = Date.now() }) {
  store(sessionStorage, "edit saved", { council, version, unit, told });
  say(words.saved);
  if (goesOn && !remarks) goOn(unit, words.saved);
  else if (remarks) choose(unit, words.saved);
  else buttons.get(unit).focus();
}

/** Shows what was typed of texts that the protocol no longer has, so that it can be copied and then given up. */
async function showLost() {
  for (const unit of (drafts?.units() ?? []).filter((unit) => !setup.units[unit])) {
    await drafts.takeOver(unit);
    const { target, note } = drafts.get(unit).fields;
    const lost = Object.assign(document.createElement("p"), { className: "editorial edit-lost" });
    const typed = Object.assign(document.createElement("span"), { textContent: [target, note].filter(Boolean).join("\n") });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.discard });
    button.addEventListener("click", () => {
      drafts.forget(unit);
      lost.remove();
    });
    lost.append(`${words.lost} ${unit}: `, typed, " ", button);
    (document.querySelector(".page-head") ?? document.querySelector("main")).append(lost);
  }
}

function say(message) {
  status.textContent = message;
}

function whereOf(unit) {
  return { council: setup.council, version: setup.version, unit };
}

function isHere(where) {
  return where?.council === setup.council && where.version === setup.version && buttons.has(where.unit);
}

function store(where, key, value) {
  where.setItem(key, JSON.stringify(value));
}

function stored(where, key) {
  return JSON.parse(where.getItem(key));
}
