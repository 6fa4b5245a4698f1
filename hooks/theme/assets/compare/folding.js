// Topics that are folded to their heads, so that a long comparison can be surveyed, on a phone above all.

import { complete } from "./slices.js";
import { fill } from "./view.js";

const NARROW = matchMedia("(max-width: 62rem)");

/** Whether topics are folded until a reader opens them: on a narrow screen, unless all rows are asked for. */
export const areFolded = (rows) => (rows ? rows === "none" : NARROW.matches);

const bodyOf = (element) => element.closest("tbody[data-topic]");

/** Folds or unfolds a topic. */
export function fold(body, isFolded) {
  if (!isFolded) fill(body);
  body.classList.toggle("folded", isFolded);
  body.querySelector("button.fold").setAttribute("aria-expanded", String(!isFolded));
}

/** What a narrow screen folds is printed. */
function unfoldForPaper() {
  complete();
  document.querySelectorAll("tbody.folded").forEach(fill);
}
addEventListener("beforeprint", unfoldForPaper);
matchMedia("print").addEventListener("change", ({ matches }) => matches && unfoldForPaper());

/** Opens the topic that the address names, and goes there. */
export function openTarget() {
  if (!location.hash) return;
  complete();
  const target = document.getElementById(decoded(location.hash.slice(1)));
  const body = target && bodyOf(target);
  if (body) fold(body, false);
  target?.scrollIntoView();
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Makes the buttons of all topics in a table work; the topic opened last stands in the address. */
export function foldable(table) {
  table.addEventListener("click", ({ target }) => {
    const button = target.closest("button.fold");
    if (!button) return;
    const body = bodyOf(button);
    const isFolded = !body.classList.contains("folded");
    fold(body, isFolded);
    const { pathname, search } = location;
    history.replaceState(null, "", isFolded ? `${pathname}${search}` : `${pathname}${search}#${body.id}`);
  });
  return table;
}
