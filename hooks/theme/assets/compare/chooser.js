// Choosing a council by typing: a combobox with a list (WAI-ARIA's pattern), over as many councils as there are.

import { Combobox } from "../combobox.js";
import { h } from "../elements.js";
import { folded } from "../folded.js";

const SHOWN = 10;

/**
 * @param {HTMLElement} box holds the input, the list and the status
 * @param {{councils: () => Promise<Array>, chosen: () => string[], choose: (slug: string) => void,
 *   expect: (slug: string) => void, t: Function}} on
 *   `councils` gives [slug, name, short name] of each
 */
export function chooser(box, { councils, chosen, choose, expect, t }) {
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  let found = [];

  const open = async () => {
    const every = await councils();
    if (document.activeElement !== input) return; // the reader has gone on while the list was fetched
    const all = matching(every, input.value).filter(([slug]) => !chosen().includes(slug));
    found = all.slice(0, SHOWN);
    combobox.fill(found.map(option));
    if (found.length === 1) expect(found[0][0]);
    status.textContent = t("compare.matches", { n: all.length });
  };

  const option = ([slug, name], index) => {
    const item = h("li", { id: `choice-${index}`, role: "option", "aria-selected": "false" }, name);
    item.addEventListener("pointerenter", () => expect(slug));
    item.addEventListener("mousedown", () => take(index));
    return item;
  };

  const take = (index) => {
    const [slug] = found[index];
    input.value = "";
    status.textContent = "";
    combobox.close();
    choose(slug);
  };

  const combobox = new Combobox(input, list, { choose: take, other: () => found.length === 1 && !list.hidden && take(0), open });
  input.addEventListener("input", open);
  input.addEventListener("focus", open);
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("blur", () => combobox.close());
  if (document.activeElement === input) open(); // whoever has come here meanwhile
}

/** The councils that have every word that was typed, those that begin with the first one before the others. */
export function matching(councils, typed) {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const names = (council) => folded(`${council[1]} ${council[2]}`);
  const found = councils.filter((council) => wanted.every((word) => names(council).includes(word)));
  const begins = (council) => [council[1], council[2]].some((name) => folded(name).startsWith(wanted[0] ?? ""));
  return [...found.filter(begins), ...found.filter((council) => !begins(council))];
}
