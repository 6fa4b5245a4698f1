// Filters whose choice stays in the address, so that it can be sent to someone. What is filtered says of itself, in
// data-… attributes, what it is; what is left empty goes too. Without scripts the styles hide the filters and all is shown.

import { filterStatus } from "./filter_status.js";
import { folded } from "./folded.js";

const ENTRIES = ".edition [data-party], .topics > [data-group]";
const HOLDERS = ".wording:not([data-party]), .topic-group";
const STATEMENTS = ":is(blockquote, .again) a";

const tests = {
  text: (entry, wanted) => folded(entry.textContent).includes(folded(wanted)),
  group: (entry, wanted) => entry.dataset.group === wanted,
  party: (entry, wanted) => entry.dataset.party.split(" ").some((party) => party === wanted || party === "both"),
};

for (const form of document.querySelectorAll("[data-filter-by]")) {
  const names = form.dataset.filterBy.split(" ");
  const entries = [...document.querySelectorAll(ENTRIES)];
  const say = filterStatus(form, () => {
    form.reset();
    write(false);
  });

  const show = () => {
    const wanted = names.filter((name) => form.elements[name].value.trim());
    const fits = (entry) => wanted.every((name) => tests[name](entry, form.elements[name].value));
    for (const entry of entries) entry.hidden = !fits(entry);
    for (const holder of document.querySelectorAll(HOLDERS)) holder.hidden = !holder.querySelector(`:is(${ENTRIES}):not([hidden])`);
    const shown = entries.filter((entry) => !entry.hidden);
    say(shown.reduce((count, entry) => count + (entry.querySelectorAll(STATEMENTS).length || 1), 0), wanted.length > 0);
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const name of names) form.elements[name].value = asked.get(name) ?? "";
    show();
  };

  const write = (replace) => {
    const query = new URLSearchParams(names.map((name) => [name, form.elements[name].value]).filter(([, value]) => value));
    const address = `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    show();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => write(event.target.name === "text")); // not a step back for each letter
  addEventListener("popstate", read);
  read();
}
