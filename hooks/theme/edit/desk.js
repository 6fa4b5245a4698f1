// The queue of the translator's desk, in the preview alone: a form opens below its row, and when it is saved the next
// row's, if that is wanted.

import { formsOf } from "./form.js";

/** @type {FormSetup} */
const setup = JSON.parse(document.getElementById("-edit").textContent);
const { words } = setup;
const rows = [...document.querySelectorAll(".queue > li")];
const status = document.querySelector(".edit-status");
const forms = formsOf(setup, { place, opened, closed, unsaved, focus, saved, say });

for (const row of rows) {
  row.querySelector(".edit-button").addEventListener("click", () => toggle(whereOf(row)));
  unsaved(whereOf(row));
}

function toggle(where) {
  if (forms.isOpen(where)) forms.leave();
  else forms.choose(where);
}

function whereOf({ dataset: { council, version, unit } }) {
  return { council, version, unit };
}

function rowOf({ council, version, unit }) {
  return rows.find(({ dataset }) => dataset.unit === unit && dataset.council === council && dataset.version === version);
}

function buttonOf(where) {
  return rowOf(where).querySelector(".edit-button");
}

function place(where, form) {
  rowOf(where).append(form);
}

function opened(where) {
  buttonOf(where).ariaExpanded = "true";
  rowOf(where).scrollIntoView({ block: "start" });
}

function closed(where) {
  buttonOf(where).ariaExpanded = "false";
}

/** Says at a row whether something has been typed of its unit that is not saved. */
async function unsaved(where) {
  rowOf(where).querySelector(".edit-unsaved").hidden = !(await forms.isUnsaved(where));
}

function focus(where) {
  buttonOf(where).focus();
}

/** Shows the state that a unit has now, and goes on where that is wanted and the checks are content. */
function saved(where, { changed, remarks, state, says }, goesOn) {
  const row = rowOf(where);
  const shown = row.querySelector(".edit-state");
  shown.className = `edit-state ${state}`;
  shown.textContent = says;
  if (!remarks) for (const check of row.querySelectorAll(".desk-check")) check.remove();
  const message = changed ? words.saved : words.unchanged;
  if (changed && remarks) return forms.open(where, message);
  const next = rows[rows.indexOf(row) + 1];
  if (goesOn && next) return forms.choose(whereOf(next), message);
  say(goesOn ? words.none_open : message);
}

function say(message) {
  status.textContent = message;
}
