/** What a filter says: how many entries it leaves, or that it leaves none, and then the way back. */
export function filterStatus(box, clear) {
  const status = box.querySelector("[data-filter-count]");
  const button = box.querySelector("[data-filter-clear]");
  button.addEventListener("click", () => {
    clear();
    box.querySelector("input, select").focus(); // the button is about to be hidden
  });
  return (shown, filtering) => {
    const { filterCount, filterNone } = status.dataset;
    status.textContent = filtering ? (shown ? filterCount.replace("{n}", shown) : filterNone) : "";
    button.hidden = !filtering || shown > 0;
  };
}
