// The review of a version, in the preview alone. The server shows the page and the forms; this opens a form, sends
// it, shows the page again as it then is, and goes on to the next thing to look at. Keyboard and pointer alike.

import { stillHere } from "./focus.js";

/** @type {ReviewSetup} */
const setup = JSON.parse(document.getElementById("-review").textContent);
let { opened } = setup;

/** The place that is looked at, and its form. */
let current = null;

/** Whether a change is being made. */
let isChanging = false;

/** What may be asked for that leaves the place of every provision, by which what is typed is kept. */
const UNMOVED = ["confirm", "undo", "publish"];

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { dataset } = button;
  if (button.matches(".look")) toggle(button.closest("[data-at]"));
  else if ("next" in dataset) next();
  else if (dataset.jump) open(place(dataset.jump));
  else if ("close" in dataset) close(true);
  else if (dataset.topic) choose(button);
  else if (dataset.do) change(dataset.do);
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  change("confirm");
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && current) {
    event.preventDefault();
    change("confirm");
  } else if (event.key === "Escape" && current) close(true);
});
document.addEventListener("input", (event) => {
  if (event.target.name === "words") divide(event.target.form);
  if (current) keep();
});
/** A document that stands below the draft does not scroll by itself: it need not be reached by keyboard. */
const isBelow = matchMedia("(max-width: 48rem)");
isBelow.addEventListener("change", reach);
reach();

/** Has the document beside the draft reached by keyboard, to be scrolled, and only there. */
function reach() {
  const shown = document.querySelector("main > section");
  isBelow.matches ? shown.removeAttribute("tabindex") : shown.setAttribute("tabindex", "0");
}

/**
 * Asks for the form of a place, or with `fields` for a change; answers with a status and what was said.
 * @returns {Promise<EditAnswer & {status?: number}>}
 */
async function ask(at, fields = null) {
  const { council, version, language, order, token, words } = setup;
  const query = new URLSearchParams({ council, version, language, order, at });
  const sending = fields && { method: "POST", body: JSON.stringify({ ...fields, opened }) };
  const headers = { "X-Edit-Token": token, ...(fields && { "Content-Type": "application/json" }) };
  try {
    const answer = await fetch(`/-edit/provision?${query}`, { ...sending, headers });
    return { status: answer.status, ...(await answer.json()) };
  } catch {
    return { error: words.silent };
  }
}

function place(at) {
  return document.querySelector(`[data-at="${CSS.escape(at)}"]`);
}

function toggle(holder) {
  current?.holder === holder ? close(true) : open(holder);
}

/** Opens the form of a place below its words, with the lines of the document marked that it stands on; who has gone on
 * stays there. */
async function open(holder, isHere = stillHere(), isOwn = false) {
  const answer = await ask(holder.dataset.at);
  if (answer.error) return say(answer.error);
  close();
  const isCalledFor = isHere();
  const form = formOf(answer.form);
  holder.append(form);
  holder.querySelector(".look").ariaExpanded = "true";
  current = { holder, form, given: answer.form };
  restore(isOwn);
  mark(holder.dataset.anchor);
  if (!isCalledFor) return;
  holder.scrollIntoView({ block: "nearest" });
  form.querySelector(".confirm").focus({ preventScroll: true });
}

function close(returning = false) {
  if (!current) return;
  const { holder, form } = current;
  current = null;
  form.remove();
  const button = holder.querySelector(".look");
  button.ariaExpanded = "false";
  if (returning) {
    forget(holder.dataset.at);
    button.focus();
  }
}

/** What is typed is kept in this tab until it is saved or its form is closed: it outlives the page. */
function keep() {
  const { holder, form, given } = current;
  const fields = Object.fromEntries(new FormData(form));
  sessionStorage.setItem(keyOf(holder.dataset.at), JSON.stringify({ given, fields }));
}

/**
 * Puts back what was typed in the form that is open. Where the file has changed since, what nobody has typed is as the
 * file has it now; but if the words were divided anew, all is as it stood, for what is said is said of those lines.
 * With `isOwn` the change was made here.
 */
function restore(isOwn) {
  const { holder, form, given } = current;
  const kept = JSON.parse(sessionStorage.getItem(keyOf(holder.dataset.at)));
  if (!kept) return;
  const before = formOf(kept.given).elements;
  const isDivided = before.words?.value !== form.elements.words?.value;
  const isTyped = ([name, value]) => isDivided || before[name]?.value !== value;
  const typed = Object.entries(kept.fields).filter(isTyped);
  if (isDivided || typed.some(([name]) => name === "words")) {
    form.elements.words.value = kept.fields.words;
    divide(form);
  }
  for (const [name, value] of typed) if (form.elements[name]) form.elements[name].value = value;
  say(isOwn || kept.given === given ? setup.words.restored : setup.words.changed);
}

function formOf(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("form");
}

function forget(at) {
  sessionStorage.removeItem(keyOf(at));
}

function keyOf(at) {
  return `review ${setup.council} ${setup.version} ${at}`;
}

/** Marks the lines of the document on which a provision begins and goes on. */
function mark(anchor) {
  for (const line of document.querySelectorAll(".source .here")) line.classList.remove("here");
  const lines = [...document.querySelectorAll(".source li")];
  const first = lines.findIndex((line) => line.dataset.anchors.split(" ").includes(anchor));
  if (first < 0) return;
  let end = first + 1;
  while (end < lines.length && !lines[end].dataset.anchors) end += 1;
  for (const line of lines.slice(first, end)) line.classList.add("here");
  lines[first].scrollIntoView({ block: "center" });
}

/** Goes to the thing to look at that comes next after the one that is open, or to the first of all. */
function next() {
  const rank = (holder) => Number(holder.dataset.rank);
  const left = [...document.querySelectorAll(".draft .open")].sort((one, other) => rank(one) - rank(other));
  const behind = left.find((one) => current && rank(one) > rank(current.holder));
  const holder = behind ?? left[0];
  if (holder) open(holder);
}

/** Puts a topic that was offered in the place of the one in the field. */
function choose(button) {
  const field = button.closest("fieldset").querySelector('[name^="topic-"]');
  field.value = button.dataset.topic;
  keep();
  field.focus();
}

/** As many groups of fields as the words have lines, each with its first words. */
function divide(form) {
  const lines = form.elements.words.value.split("\n").filter((line) => line.trim());
  let groups = [...form.querySelectorAll("fieldset[data-place]")];
  while (groups.length > Math.max(1, lines.length)) groups.pop().remove();
  while (groups.length < lines.length) {
    const copy = groups.at(-1).cloneNode(true);
    copy.querySelector(".others")?.remove();
    copy.dataset.place = groups.length;
    for (const field of copy.querySelectorAll("input")) field.name = field.name.replace(/\d+$/, groups.length);
    copy.querySelector("legend").firstChild.data = copy.querySelector("legend").firstChild.data.replace(/\d+/, groups.length + 1);
    groups.at(-1).after(copy);
    groups = [...form.querySelectorAll("fieldset[data-place]")];
  }
  groups.forEach((group, index) => (group.querySelector(".words").textContent = (lines[index] ?? "").trim().slice(0, 60)));
}

/** Asks for a change, unless one is still being made, which this one would not know of. */
async function change(does) {
  if (isChanging) return;
  isChanging = true;
  try {
    await make(does);
  } finally {
    isChanging = false;
  }
}

/** Asks for a change, shows the page as it then is, and goes on: where somebody is typing by then, and else to the next. */
async function make(does) {
  const isHere = stillHere();
  const at = openedAt();
  const fields = does === "confirm" && current ? Object.fromEntries(new FormData(current.form)) : {};
  const sent = does === "confirm" ? sessionStorage.getItem(keyOf(at)) : null;
  const answer = await ask(at, { ...fields, do: does });
  if (answer.error) return say(answer.error);
  const now = openedAt();
  const isTyped = UNMOVED.includes(does) && isKept(now, sent);
  if (!isTyped || now !== at) forget(at);
  if (!(await renew())) return say(setup.words.silent);
  say(setup.words.saved);
  const goesOn = now !== at || isTyped ? now : answer.next;
  const holder = goesOn ? place(goesOn) : null;
  if (holder) return open(holder, isHere, true);
  const tool = document.querySelector('[data-do="publish"], [data-next]') ?? document.querySelector("h1");
  if (isHere()) tool.focus();
}

/** The place whose form is open, by its name. */
function openedAt() {
  return current?.holder.dataset.at ?? "";
}

/** Whether something is kept of a place besides what was sent. */
function isKept(at, sent) {
  const kept = sessionStorage.getItem(keyOf(at));
  return kept !== null && kept !== sent;
}

/** Takes over the page as the server has it now; false where it does not answer. */
async function renew() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  current = null;
  opened = JSON.parse(page.getElementById("-review").textContent).opened;
  for (const part of [".left", ".tools", ".first", "main"]) document.querySelector(part).replaceWith(page.querySelector(part));
  reach();
  return true;
}

/** Says something, in the place of what was said before, wherever that stands. */
function say(message) {
  for (const place of document.querySelectorAll("#-status, .message")) place.textContent = "";
  (current?.form.querySelector(".message") ?? document.getElementById("-status")).textContent = message;
}
