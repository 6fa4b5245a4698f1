// What the site does beyond links: it keeps the clause when the language is switched, remembers a
// colour scheme, filters lists and finds a clause. Every page works without it.

/** The provision that the reader is at: where the focus is, else the one that the address names, else the topmost in view. */
function currentAnchor() {
  const focused = document.activeElement?.closest("article.protocol .provision[id]");
  if (focused) return focused.id;
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named && inView(named)) return named.id;
  if (scrollY < 80) return named ? named.id : "";
  const seen = [...document.querySelectorAll("article.protocol .provision[id], section[id]")].find(inView);
  return seen ? seen.id : "";
}

function inView(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 40 && box.top < innerHeight;
}

for (const link of document.querySelectorAll("[data-language-switch]")) {
  const bare = link.href.split("#")[0];
  const keep = () => {
    const anchor = currentAnchor();
    link.href = anchor ? `${bare}#${anchor}` : bare;
  };
  // Before the link is followed by whatever means: pointer, keyboard, a new tab.
  for (const event of ["pointerdown", "keydown", "click"]) link.addEventListener(event, keep);
}

// Contents stand open beside the text; where they stand above it, they begin folded.
if (matchMedia("(max-width: 76rem)").matches) {
  for (const fold of document.querySelectorAll("[data-fold]")) fold.open = false;
}

const scheme = document.querySelector("[data-scheme-toggle]");
if (scheme) {
  const words = [scheme.textContent, scheme.dataset.schemeToggle];
  const dark = () => document.body.dataset.mdColorScheme === "slate";
  const label = () => (scheme.textContent = words[dark() ? 1 : 0]);
  scheme.hidden = false;
  label();
  scheme.addEventListener("click", () => {
    document.body.dataset.mdColorScheme = dark() ? "default" : "slate";
    localStorage.setItem("scheme", dark() ? "dark" : "light");
    label();
  });
}

for (const input of document.querySelectorAll("[data-filter]")) {
  const box = input.closest(".filter");
  const entries = [...document.getElementById(input.dataset.filter).querySelectorAll(":scope > div, tbody > tr")];
  const texts = entries.map((entry) => folded(entry.textContent));
  const count = box.querySelector("[data-filter-count]");
  box.hidden = false;
  input.addEventListener("input", () => {
    const wanted = folded(input.value);
    const shown = entries.filter((entry, index) => !(entry.hidden = !texts[index].includes(wanted)));
    count.textContent = wanted ? count.dataset.filterCount.replace("{n}", shown.length) : "";
  });
}

/** A text without accents and case, so that "ty" finds "tŷ". */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

const form = document.querySelector("[data-clause-form]");
if (form) {
  const council = form.querySelector("input[list]");
  council.addEventListener("input", () => council.setCustomValidity(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = folded(council.value);
    const options = [...council.list.options];
    const found = options.find((option) => folded(option.value) === wanted) ?? options.find((option) => folded(option.value).includes(wanted));
    if (!found) {
      council.setCustomValidity(council.dataset.unknown);
      council.reportValidity();
      return;
    }
    const number = form.querySelector("#clause-number").value.trim().replace(/[()]/g, "").replace(/\.$/, "");
    location.href = `${form.action}${found.dataset.slug}/${number ? `#${number}` : ""}`;
  });
}
