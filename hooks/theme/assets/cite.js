// The citation of a clause: the # beside it offers it in both languages with its permanent address, and the key C, on a
// clause that has the focus or on what is offered, copies both together. Without scripts the # is a link, as it is here.

const template = document.querySelector("template[data-cite]");
const language = document.documentElement.lang;

let loading = null;
/** What each provision is called; fetched when a clause is first pointed at or reached. */
function labels() {
  loading ??= fetch(template.dataset.cite).then((answer) => answer.json());
  loading.catch(() => (loading = null));
  return loading;
}

/** The citation of a provision in a language, and its permanent address. */
function cited(found, anchor, inLanguage) {
  const { document, url, labels } = found[inLanguage];
  return { citation: `${document}, ${labels[anchor]}`, url: `${url}#${encodeURI(anchor)}` };
}

const card = template.content.firstElementChild.cloneNode(true);
const status = template.content.lastElementChild.cloneNode(true);
document.body.append(card, status);
const buttons = [...card.querySelectorAll("[data-copy]")];
const wrong = card.querySelector("[data-wrong]");
wrong.addEventListener("click", () => card.hidePopover());
let asked = null;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyOld(text);
  }
  status.textContent = status.dataset.copied.replace("{text}", text);
  status.classList.add("shown");
  setTimeout(() => status.classList.remove("shown"), 4000);
}

/** For pages that are not served safely, where browsers have no other clipboard. */
function copyOld(text) {
  const area = document.createElement("textarea");
  area.value = text;
  (card.matches(":popover-open") ? card : document.body).append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function copyWhole(anchor) {
  const { citation, url } = cited(await labels(), anchor, language);
  await copy(`${citation}, ${url}`);
}

async function offer(link, anchor) {
  const found = await labels();
  asked = { link, anchor };
  for (const place of card.querySelectorAll("[data-citation]")) {
    place.textContent = cited(found, anchor, place.dataset.citation).citation;
  }
  card.querySelector("[data-url]").textContent = cited(found, anchor, language).url;
  const line = found[language].edit?.[anchor];
  if (line) Object.assign(wrong, { href: line, textContent: wrong.dataset.wrong });
  card.showPopover();
  const box = link.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16);
  card.style.left = `${Math.max(8, left) + scrollX}px`;
  card.style.top = `${box.bottom + 6 + scrollY}px`;
  card.focus({ preventScroll: true });
}

for (const button of buttons) {
  button.addEventListener("click", () => copy(button.closest("div").querySelector("[data-citation], [data-url]").textContent));
}
card.addEventListener("toggle", (event) => {
  if (event.newState === "closed" && card.contains(document.activeElement)) asked?.link.focus({ preventScroll: true });
});

const article = document.querySelector("article.protocol");
const wanted = (event) => event.target.closest(".permalink, .number") && labels().catch(() => {});
article.addEventListener("pointerover", wanted);
article.addEventListener("focusin", wanted);
article.addEventListener("click", (event) => {
  const link = event.target.closest(".permalink");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const anchor = link.closest(".provision").id;
  offer(link, anchor).catch(() => {}); // the link leads to the clause all the same
});

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
  const anchor = card.contains(event.target) ? asked?.anchor : event.target.closest("article.protocol .provision")?.id;
  if (!anchor || event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  copyWhole(anchor).catch(() => {});
});
