// Choosing a council by typing: a combobox with a list (WAI-ARIA's pattern), over as many councils as there are.

import { folded } from "../folded.js";

const SHOWN = 10;

/**
 * @param {HTMLElement} box holds the input, the list and the status
 * @param {{councils: () => Promise<Array>, chosen: () => string[], choose: (slug: string) => void, t: Function}} on
 *   `councils` gives [slug, name, short name, versions?] of each
 */
export function chooser(box, { councils, chosen, choose, t }) {
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };

  const point = (index) => {
    active = found.length ? (index + found.length) % found.length : -1;
    for (const [place, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(place === active));
    const option = list.children[active];
    if (!option) return;
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const open = async () => {
    const every = await councils();
    if (document.activeElement !== input) return; // the reader has gone on while the list was fetched
    const all = matching(every, input.value).filter(([slug]) => !chosen().includes(slug));
    found = all.slice(0, SHOWN);
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = t("compare.matches", { n: all.length });
    active = -1;
    input.removeAttribute("aria-activedescendant");
  };

  const option = ([slug, name], index) => {
    const item = document.createElement("li");
    item.id = `choice-${index}`;
    item.role = "option";
    item.textContent = name;
    item.setAttribute("aria-selected", "false");
    item.addEventListener("mousedown", (event) => {
      event.preventDefault(); // or the input would lose the focus, and the list would close before the click
      take(slug);
    });
    return item;
  };

  const take = (slug) => {
    input.value = "";
    status.textContent = "";
    close();
    choose(slug);
  };

  input.addEventListener("input", open);
  input.addEventListener("focus", open);
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) await open();
      point(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const wanted = found[active] ?? (found.length === 1 ? found[0] : null);
      if (wanted && !list.hidden) take(wanted[0]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

/** The councils that have every word that was typed, those that begin with the first one before the others. */
export function matching(councils, typed) {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const names = (council) => folded(`${council[1]} ${council[2]}`);
  const found = councils.filter((council) => wanted.every((word) => names(council).includes(word)));
  const begins = (council) => [council[1], council[2]].some((name) => folded(name).startsWith(wanted[0] ?? ""));
  return [...found.filter(begins), ...found.filter((council) => !begins(council))];
}
