// Translations edited on the page, in the preview alone. Each text with a translation gets a button; it opens a
// form below the provision. A clause of several statements has a button for each, numbered, and the words of the
// one that is looked at or open are marked. What is typed is kept in the browser, for this tab, until it is saved, so
// that no reload, error, other tab or change of the file can lose it.

import { draftsOf } from "./drafts.js";

/** @type {EditSetup} */
const setup = JSON.parse(document.getElementById("-edit").textContent);
const { words } = setup;
const pairs = document.querySelector(".pairs");
const buttons = new Map();
const drafts = await draftsOf(setup.council, setup.version);
const status = Object.assign(document.createElement("p"), { className: "edit-status", role: "status" });

/** The form that stands open and its unit. */
let opened = null;

// Framed by another page, a click here might not be meant for us.
if (window.top === window) {
  document.body.append(status);
  offerReview();
  for (const unit of Object.keys(setup.units)) offer(unit);
  resume();
}

/** A way to the page on which what is said of the statements is reviewed. */
function offerReview() {
  const [words, address] = setup.review;
  const link = Object.assign(document.createElement("a"), { href: address, textContent: words, className: "edit-review" });
  link.classList.add("editorial");
  document.querySelector(".page-head")?.append(link);
}

/** Puts the button of a unit behind its words. */
function offer(unit) {
  const holder = pairs ? pairOf(unit) : wordsOf(unit);
  if (!holder) return;
  const button = Object.assign(document.createElement("button"), { type: "button", lang: setup.language });
  button.className = `editorial edit-button ${setup.units[unit][1]}`;
  button.ariaExpanded = "false";
  button.addEventListener("click", () => (opened?.unit === unit ? leave() : choose(unit)));
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

/**
 * Asks the preview for the form of a unit, or with `fields` to save it; answers with a status and what was said.
 * @returns {Promise<EditAnswer & {status?: number}>}
 */
async function ask(unit, fields = null) {
  const { council, version, language, token } = setup;
  const query = new URLSearchParams({ council, version, language, unit });
  const sending = fields && { method: "POST", body: JSON.stringify(fields) };
  const headers = { "X-Edit-Token": token, ...(fields && { "Content-Type": "application/json" }) };
  try {
    const answer = await fetch(`/-edit/unit?${query}`, { ...sending, headers });
    return { status: answer.status, ...(await answer.json()) };
  } catch {
    return { error: words.silent };
  }
}

/** Opens the form of a unit that somebody has chosen, with what a closed tab may have left of it. */
async function choose(unit, message) {
  await drafts.takeOver(unit);
  return open(unit, message);
}

/** Opens the form of a unit with what was typed before and not saved, if there is such. */
async function open(unit, message = "") {
  const answer = await ask(unit);
  if (answer.error) return say(opened?.unit === unit ? opened.form : null, answer.error);
  close();
  say(null, "");
  const form = new DOMParser().parseFromString(answer.form, "text/html").querySelector("form");
  opened = { unit, form, unchanged: fieldsOf(form) };
  store(sessionStorage, "edit open", whereOf(unit));
  const place = buttons.get(unit).closest(".pairs td, .table-wrap, p, h1, h2, h3, h4, h5, h6");
  if (pairs) place.append(form);
  else place.after(form);
  form.addEventListener("input", keep);
  form.elements.state.addEventListener("input", () => (opened.said = true), { capture: true });
  form.addEventListener("keydown", press);
  form.addEventListener("click", click);
  form.addEventListener("submit", save);
  buttons.get(unit).ariaExpanded = "true";
  mark("edit-open", unit);
  form.elements.target.focus({ preventScroll: true });
  say(form, message);
  restore(unit, form);
  form.scrollIntoView({ block: "nearest" });
  buttons.get(unit).scrollIntoView({ block: "nearest" });
}

/** Puts back what was typed and not saved, and says so when the file has changed since. */
function restore(unit, form) {
  const draft = drafts.get(unit);
  if (!draft) return;
  if (same(draft.fields, opened.unchanged)) return drafts.forget(unit);
  opened.said = draft.said;
  for (const [name, value] of Object.entries(draft.fields)) form.elements[name].value = value;
  form.elements.target.setSelectionRange(draft.caret, draft.caret);
  const conflict = draft.opened !== form.dataset.opened;
  form.querySelector(".edit-kept").hidden = false;
  form.querySelector(".edit-save").textContent = conflict ? words.overwrite : words.save;
  say(form, conflict ? words.changed : words.restored);
}

function close() {
  if (!opened) return;
  const { unit, form } = opened;
  opened = null;
  form.remove();
  sessionStorage.removeItem("edit open");
  buttons.get(unit).ariaExpanded = "false";
  mark("edit-open", null);
  label(unit);
}

/** Keeps what has been typed, for as long as it is not what the file has. */
function keep() {
  const { unit, form, unchanged, said } = opened;
  if (!said) vouch(form, unchanged);
  const fields = fieldsOf(form);
  if (same(fields, unchanged)) return drafts.forget(unit);
  drafts.set(unit, { opened: form.dataset.opened, fields, said, caret: form.elements.target.selectionStart });
}

/** Changed words are a draft, until somebody says that they have been read again. */
function vouch({ elements: { target, state } }, unchanged) {
  const hint = state.form.querySelector(".edit-again");
  const isVouchedFor = unchanged.state !== "draft" && target.value !== unchanged.target;
  state.value = isVouchedFor ? "draft" : unchanged.state;
  hint.hidden = !isVouchedFor;
}

function press(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    submit(event.shiftKey);
  } else if (event.key === "Escape") {
    leave();
  }
}

/** Saves the form, and then, if `goesOn`, opens the next unit that waits for a translator. */
function submit(goesOn) {
  opened.goesOn = goesOn;
  opened.form.requestSubmit();
}

function click(event) {
  const button = event.target.closest("button");
  if (button?.hasAttribute("data-save-next")) submit(true);
  else if (button?.hasAttribute("data-close")) leave();
  else if (button?.hasAttribute("data-reset")) reset();
  else if (button?.hasAttribute("data-take")) take(button.dataset.take);
}

function leave() {
  const button = buttons.get(opened.unit);
  close();
  button.focus(); // which brings it into view, where the page is to be after a reload too
}

/** Takes over a translation from memory. Typed as if by hand, so that the browser can undo it. */
function take(text) {
  const { target } = opened.form.elements;
  target.focus();
  target.select();
  if (!document.execCommand("insertText", false, text)) target.setRangeText(text);
  keep();
}

/** Gives up what was typed for what the file has. */
function reset() {
  const { unit, form } = opened;
  form.reset();
  opened.said = false;
  form.querySelector(".edit-again").hidden = true;
  drafts.forget(unit);
  form.querySelector(".edit-kept").hidden = true;
  form.querySelector(".edit-save").textContent = words.save;
  say(form, "");
  form.elements.target.focus();
}

async function save(event) {
  event.preventDefault();
  const { unit, form, goesOn } = opened;
  opened.goesOn = false;
  const button = form.querySelector(".edit-save");
  if (button.disabled) return;
  button.disabled = true;
  const answer = await ask(unit, { opened: form.dataset.opened, ...fieldsOf(form) });
  button.disabled = false;
  if (answer.status === 409) return open(unit, answer.error);
  if (answer.error) return say(form, answer.error);
  drafts.forget(unit);
  leave();
  if (answer.changed) renew(unit, answer.remarks, goesOn);
  else if (goesOn) goOn(unit, words.unchanged);
  else say(null, words.unchanged);
}

/** Waits for the preview to reload the page, which it does once it has read the file; it knows where to go on. */
function renew(unit, remarks, goesOn) {
  const place = buttons.get(unit).closest("[id]:not(#main)");
  if (place) history.replaceState(null, "", `#${encodeURIComponent(place.id)}`);
  store(sessionStorage, "edit saved", { ...whereOf(unit), remarks, goesOn });
  say(null, words.saving);
  setTimeout(() => location.reload(), 10000);
}

/** Opens the next unit after one that is missing, out of date or a draft; at the end of the page, from its beginning. */
function goOn(unit, message) {
  const units = [...buttons.keys()];
  const place = units.indexOf(unit);
  const after = [...units.slice(place + 1), ...units.slice(0, place)];
  const first = (...states) => after.find((name) => states.includes(setup.units[name][1]));
  const next = first("missing", "stale") ?? first("draft");
  if (next) return choose(next, message);
  say(null, words.none_open);
}

/** After a reload: goes on where the last page was left. */
function resume() {
  const saved = stored(sessionStorage, "edit saved");
  const left = stored(sessionStorage, "edit open");
  sessionStorage.removeItem("edit saved");
  sessionStorage.removeItem("edit open");
  if (/** @type {any} */ (performance.getEntriesByType("navigation")[0])?.type !== "reload") return;
  if (isHere(saved)) {
    say(null, words.saved);
    if (saved.goesOn && !saved.remarks) goOn(saved.unit, words.saved);
    else if (saved.remarks) open(saved.unit, words.saved);
    else buttons.get(saved.unit).focus();
  } else if (isHere(left)) {
    open(left.unit);
  }
}

function say(form, message) {
  (form?.querySelector(".edit-message") ?? status).textContent = message;
}

function whereOf(unit) {
  return { council: setup.council, version: setup.version, unit };
}

function isHere(where) {
  return where?.council === setup.council && where.version === setup.version && buttons.has(where.unit);
}

function fieldsOf({ elements: { target, state, note } }) {
  return { target: target.value, state: state.value, note: note.value };
}

function same(some, others) {
  return Object.keys(some).every((name) => some[name] === others[name]);
}

function store(where, key, value) {
  where.setItem(key, JSON.stringify(value));
}

function stored(where, key) {
  return JSON.parse(where.getItem(key));
}
