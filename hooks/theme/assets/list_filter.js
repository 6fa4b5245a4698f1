// The box above a list or a table that leaves those entries which contain what is typed. What is typed stays in the
// address, so that it is there again for who comes back to the list.

import { filterStatus } from "./filter_status.js";
import { folded } from "./folded.js";

for (const input of document.querySelectorAll("[data-filter]")) {
  const box = input.closest(".filter");
  const list = document.getElementById(input.dataset.filter);
  const entries = [...list.querySelectorAll(":scope > div, tbody > tr, [data-entry]")];
  const parts = [...list.querySelectorAll(":scope > section")];
  const texts = entries.map((entry) => folded(entry.textContent));
  const remember = () => {
    const query = input.value && `?${new URLSearchParams({ text: input.value })}`;
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  };
  const filter = () => {
    const wanted = folded(input.value);
    const shown = entries.filter((entry, index) => !(entry.hidden = !texts[index].includes(wanted)));
    for (const part of parts) part.hidden = !part.querySelector("[data-entry]:not([hidden])");
    say(shown.length, wanted !== "");
  };
  const say = filterStatus(box, () => {
    input.value = "";
    remember();
    filter();
  });
  input.addEventListener("input", () => {
    remember();
    filter();
  });
  input.value = new URLSearchParams(location.search).get("text") ?? "";
  if (input.value) filter();
}
