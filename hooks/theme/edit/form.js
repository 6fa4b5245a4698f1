// The form in which a unit is translated, on a protocol's page and at the desk alike. What is typed is kept in the
// browser, for this tab, until it is saved, so that no reload, error, other tab or change of the file can lose it.
// While somebody types, the checks say what they think of it.

import { draftsOf } from "./drafts.js";
import { stillHere } from "./focus.js";

const PAUSE = 400;
const TERMS = ".edit-terms button[data-term]";

/**
 * The forms of a page. `page` says how they stand in it:
 *   place(where, form)          puts a form into the page
 *   opened(where)               one has been opened
 *   closed(where)               one has been closed
 *   unsaved(where)              what is typed of a unit and not saved may be another than before
 *   focus(where)                where the keyboard is to be after a form
 *   saved(where, answer, goesOn)  a form has been saved; with goesOn the next is wanted
 *   say(words)                  tells what belongs to no form
 * `where` is a unit: {council, version, unit}.
 * @param {FormSetup} setup
 */
export function formsOf(setup, page) {
  const { words, token, language } = setup;
  const allDrafts = new Map();

  /** The form that stands open and its unit. */
  let opened = null;

  /**
   * Asks the preview for what a unit has, or sends it `fields`; answers with a status and what was said.
   * @returns {Promise<EditAnswer & {status?: number}>}
   */
  async function ask(where, fields = null, name = "unit", more = {}) {
    const query = new URLSearchParams({ ...where, language, ...more });
    const sending = fields && { method: "POST", body: JSON.stringify(fields) };
    const headers = { "X-Edit-Token": token, ...(fields && { "Content-Type": "application/json" }) };
    try {
      const answer = await fetch(`${setup.prefix}${name}?${query}`, { ...sending, headers });
      return { status: answer.status, ...(await answer.json()) };
    } catch {
      return { error: words.silent };
    }
  }

  function drafts({ council, version }) {
    const key = `${council} ${version}`;
    if (!allDrafts.has(key)) allDrafts.set(key, draftsOf(council, version));
    return allDrafts.get(key);
  }

  /** Opens the form of a unit that somebody has chosen, with what a closed tab may have left of it. */
  async function choose(where, message) {
    const isHere = stillHere();
    await (await drafts(where)).takeOver(where.unit);
    return open(where, message, isHere);
  }

  /** Opens the form of a unit with what was typed before and not saved, if there is such; who has gone on stays there. */
  async function open(where, message = "", isHere = stillHere()) {
    const answer = await ask(where);
    const kept = await drafts(where);
    if (answer.error) return say(isOpen(where) ? opened.form : null, answer.error);
    close();
    const isCalledFor = isHere();
    say(null, "");
    const form = new DOMParser().parseFromString(answer.form, "text/html").querySelector("form");
    opened = { where, form, drafts: kept, unchanged: fieldsOf(form), checks: 0 };
    page.place(where, form);
    form.addEventListener("input", typed);
    form.elements.state.addEventListener("input", () => (opened.said = true), { capture: true });
    form.addEventListener("keydown", press);
    form.addEventListener("click", click);
    form.addEventListener("submit", save);
    form.querySelector(".edit-history").addEventListener("toggle", ({ target }) => target.open && tellHistory(target));
    page.opened(where);
    if (isCalledFor) form.elements.target.focus({ preventScroll: true });
    say(form, message);
    restore();
    if (!isCalledFor) return;
    form.scrollIntoView({ block: "nearest" });
    page.show?.(where);
    // On a small screen what stands above may fill it: where one types is seen, and as much of the rest as there is room.
    const { target } = form.elements;
    for (const seen of [target, target.labels[0]]) seen.scrollIntoView({ block: "nearest" });
  }

  /** Puts back what was typed and not saved, and says so when the file has changed since. */
  function restore() {
    const { form, where } = opened;
    const draft = opened.drafts.get(where.unit);
    if (!draft) return;
    if (same(draft.fields, opened.unchanged)) return opened.drafts.forget(where.unit);
    opened.said = draft.said;
    const { waive, ...texts } = draft.fields;
    for (const [name, value] of Object.entries(texts)) form.elements[name].value = value;
    setReasons(form, waive ?? {});
    form.elements.target.setSelectionRange(draft.caret, draft.caret);
    const conflict = draft.opened !== form.dataset.opened;
    form.querySelector(".edit-kept").hidden = false;
    form.querySelector(".edit-save").textContent = conflict ? words.overwrite : words.save;
    say(form, conflict ? words.changed : words.restored);
    checkSoon();
  }

  function close() {
    if (!opened) return;
    const { where, form } = opened;
    opened = null;
    form.remove();
    page.closed(where);
    page.unsaved(where);
  }

  function leave() {
    const { where } = opened;
    close();
    page.focus(where); // which brings it into view, where the page is to be after a reload too
  }

  function typed({ target }) {
    if (target.matches(".edit-lookup")) return;
    keep();
    if (target.matches("textarea, .edit-reason")) checkSoon();
  }

  /** Keeps what has been typed, for as long as it is not what the file has. */
  function keep() {
    const { where, form, unchanged, said } = opened;
    if (!said) vouch(form, unchanged);
    const fields = fieldsOf(form);
    if (same(fields, unchanged)) return opened.drafts.forget(where.unit);
    const caret = form.elements.target.selectionStart;
    try {
      opened.drafts.set(where.unit, { opened: form.dataset.opened, fields, said, caret });
    } catch {
      say(form, words.unkept); // the browser has no room left, or lets nothing be kept
    }
  }

  /** Changed words are a draft, until somebody says that they have been read again. */
  function vouch({ elements: { target, state } }, unchanged) {
    const hint = state.form.querySelector(".edit-again");
    const isVouchedFor = unchanged.state !== "draft" && target.value !== unchanged.target;
    state.value = isVouchedFor ? "draft" : unchanged.state;
    hint.hidden = !isVouchedFor;
  }

  /** Asks the checks, once nobody has typed for a moment; an answer that has been overtaken is not shown. */
  function checkSoon() {
    const asking = opened;
    const number = (asking.checks += 1);
    setTimeout(async () => {
      if (opened !== asking || asking.checks !== number) return;
      const { where, form } = asking;
      const answer = await ask(where, { opened: form.dataset.opened, ...fieldsOf(form) }, "check");
      if (opened !== asking || asking.checks !== number || answer.html === undefined) return;
      put(form.querySelector(".edit-remarks"), answer.html);
    }, PAUSE);
  }

  function press(event) {
    const { target, key } = event;
    const inTerms = target.matches(TERMS);
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit(event.shiftKey);
    } else if (key === "Enter" && target.matches(".edit-lookup")) {
      event.preventDefault();
      lookUp(target.value);
    } else if (key === "Enter" && target.matches("input")) {
      event.preventDefault(); // saving takes Ctrl as well, or the button
    } else if (key === "F2") {
      event.preventDefault();
      opened.form.querySelector(TERMS)?.focus();
    } else if (key === "F4") {
      event.preventDefault();
      lookUpMarked();
    } else if (inTerms && /^[1-9]$/.test(key)) {
      event.preventDefault();
      const term = opened.form.querySelectorAll(".edit-terms > li")[Number(key) - 1];
      if (term) type(term.querySelector("[data-term]").textContent);
    } else if (key === "Escape" && (inTerms || target.matches(".edit-lookup"))) {
      event.preventDefault(); // a search field would be emptied by it
      opened.form.elements.target.focus();
    } else if (key === "Escape") {
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
    if (!button) return;
    if ("saveNext" in button.dataset) submit(true);
    else if ("close" in button.dataset) leave();
    else if ("reset" in button.dataset) reset();
    else if ("take" in button.dataset) take(button.dataset.take);
    else if ("term" in button.dataset) type(button.textContent);
    else if ("waive" in button.dataset) waive(button.dataset.waive, button.dataset.name);
    else if ("unwaive" in button.dataset) unwaive(button);
  }

  /** Takes over a translation from memory. Typed as if by hand, so that the browser can undo it. */
  function take(text) {
    opened.form.elements.target.select();
    write(text);
  }

  /** Puts a term in where the caret is, parted from the word before it. */
  function type(term) {
    const { target } = opened.form.elements;
    const before = target.value.slice(0, target.selectionStart);
    write(/[\s(“"‘'’]$|^$/.test(before) ? term : ` ${term}`);
  }

  function write(text) {
    const { target } = opened.form.elements;
    target.focus();
    if (!document.execCommand("insertText", false, text)) target.setRangeText(text);
    keep();
    checkSoon();
  }

  /** Asks for the reason why a check does not apply. */
  function waive(check, name) {
    const { form } = opened;
    const row = reasonOf(form, check) ?? addReason(form, check, name, "");
    row.querySelector(".edit-reason").focus();
  }

  /** Lets a check that was waived say again what it thinks. */
  function unwaive(button) {
    button.closest("[data-check]").remove();
    opened.form.elements.target.focus();
    keep();
    checkSoon();
  }

  /** Looks up what is marked in the page or in the text, or lets it be typed. */
  function lookUpMarked() {
    const { form } = opened;
    const { target } = form.elements;
    const field = form.querySelector(".edit-lookup");
    const typed = target.value.slice(target.selectionStart, target.selectionEnd);
    const marked = (typed || String(getSelection())).trim();
    field.focus();
    if (!marked) return field.select();
    field.value = marked;
    lookUp(marked);
  }

  async function lookUp(sought) {
    const { where, form } = opened;
    const answer = await ask(where, undefined, "concordance", { words: sought });
    if (opened?.form === form) answer.error ? say(form, answer.error) : put(form.querySelector(".edit-found"), answer.html);
  }

  async function tellHistory(details) {
    const { where, form } = opened;
    const answer = await ask(where, undefined, "history");
    if (opened?.form === form) answer.error ? say(form, answer.error) : put(details.lastElementChild, answer.html);
  }

  /** Gives up what was typed for what the file has. */
  function reset() {
    const { where, form, unchanged } = opened;
    form.reset();
    setReasons(form, unchanged.waive);
    opened.said = false;
    form.querySelector(".edit-again").hidden = true;
    opened.drafts.forget(where.unit);
    form.querySelector(".edit-kept").hidden = true;
    form.querySelector(".edit-save").textContent = words.save;
    say(form, "");
    form.elements.target.focus();
    checkSoon();
  }

  async function save(event) {
    event.preventDefault();
    const saving = opened;
    const { where, form, goesOn } = saving;
    saving.goesOn = false;
    const button = form.querySelector(".edit-save");
    if (button.disabled) return;
    const isHere = stillHere();
    const fields = fieldsOf(form);
    button.disabled = true;
    const answer = await ask(where, { opened: form.dataset.opened, ...fields });
    button.disabled = false;
    if (opened !== saving) return page.say(answer.error ?? late(saving, fields, answer));
    if (answer.status === 409) return open(where, answer.error);
    if (answer.error) return say(form, answer.error);
    if (!same(fields, fieldsOf(form))) {
      since(saving, answer.opened);
      return open(where); // with what has been typed meanwhile
    }
    saving.drafts.forget(where.unit);
    close();
    if (isHere()) page.focus(where);
    page.saved(where, answer, goesOn);
  }

  /** What was typed while a form was being saved was typed of what has been saved: the file has not changed otherwise. */
  function since({ where, drafts }, opened) {
    const draft = drafts.get(where.unit);
    if (draft) drafts.set(where.unit, { ...draft, opened });
  }

  /** What is said of a form that was closed, or left for another, before it was saved. */
  function late(saving, fields, answer) {
    const { where, drafts } = saving;
    if (same(fields, drafts.get(where.unit)?.fields)) drafts.forget(where.unit);
    else since(saving, answer.opened);
    page.unsaved(where);
    return answer.changed ? words.saved : words.unchanged;
  }

  function say(form, message) {
    if (form) form.querySelector(".edit-message").textContent = message;
    else page.say(message);
  }

  function isOpen({ council, version, unit }) {
    const now = opened?.where;
    return now?.unit === unit && now.council === council && now.version === version;
  }

  /** Whether something has been typed of a unit that is not saved. */
  async function isUnsaved(where) {
    return (await drafts(where)).has(where.unit);
  }

  return { choose, open, leave, isOpen, isUnsaved };
}

/** What a form holds, the reasons for which checks do not apply by their names. */
function fieldsOf(form) {
  const { target, state, note } = form.elements;
  const rows = [...form.querySelectorAll(".edit-waivers [data-check]")];
  const reasons = rows.map((row) => [row.dataset.check, row.querySelector(".edit-reason").value]);
  const waive = Object.fromEntries(reasons.filter(([, reason]) => reason.trim()));
  return { target: target.value, state: state.value, note: note.value, waive };
}

function reasonOf(form, check) {
  return form.querySelector(`.edit-waivers [data-check="${CSS.escape(check)}"]`);
}

function addReason(form, check, name, reason) {
  const row = form.querySelector(".edit-waiver").content.firstElementChild.cloneNode(true);
  row.dataset.check = check;
  row.querySelector("b").textContent = name;
  row.querySelector(".edit-reason").value = reason;
  form.querySelector(".edit-waivers").append(row);
  return row;
}

/** Lets the form have these reasons and no others. */
function setReasons(form, reasons) {
  for (const row of form.querySelectorAll(".edit-waivers [data-check]")) if (!(row.dataset.check in reasons)) row.remove();
  for (const [check, reason] of Object.entries(reasons)) {
    const row = reasonOf(form, check) ?? addReason(form, check, check, reason);
    row.querySelector(".edit-reason").value = reason;
  }
}

function same(some, others) {
  return JSON.stringify(some) === JSON.stringify(others);
}

function put(holder, html) {
  holder.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}
