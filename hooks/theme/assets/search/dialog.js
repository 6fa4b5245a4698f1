// The search in a dialog over any page: a combobox with a list of links (WAI-ARIA's pattern), which the keys alone can use.

import { Combobox } from "../combobox.js";
import { h } from "../elements.js";
import { words } from "../words.js";
import { search } from "./engine.js";
import { entries, offers, others, summed } from "./results.js";

const SHOWN = 8;
const PAUSE = 120;
/** A word of which no more is typed yet; the item (a) of a clause has its number before it. */
const LETTER = /(?:^|(?<=\p{L}\s))\p{L}$/u;

let dialog = null;

/**
 * @param {string} address of the search page in the language of this one
 * @param {HTMLElement} button by which the dialog is opened
 * @param {URL} styles of the search, which no page needs until now
 */
export async function open(address, button, styles) {
  await styled(styles);
  dialog ??= new Dialog(address, button.textContent.trim());
  dialog.show();
}

let isStyled = null;

/** A dialog without its styles would be better than none. */
function styled(address) {
  isStyled ??= new Promise((done) => {
    const link = h("link", { rel: "stylesheet", href: address.href });
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  });
  return isStyled;
}

class Dialog {
  constructor(address, name) {
    this.address = new URL(address, location.href).href;
    this.root = new URL("..", this.address).href;
    this.search = search(this.address);
    this.asked = 0;
    this.#build(name);
    this.loading = this.#load();
  }

  show() {
    if (!this.box.open) this.box.showModal();
    this.input.focus();
    this.input.select();
  }

  #build(name) {
    this.input = h("input", {
      type: "text", role: "combobox", id: "search-box", "aria-expanded": "false", "aria-controls": "search-options",
      "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search",
    });
    this.list = h("div", { role: "listbox", id: "search-options", tabindex: "-1", hidden: true }); // or a list that scrolls would be a stop
    this.status = h("p", { role: "status", class: "search-status" });
    this.offers = h("div", { class: "search-offers", "aria-live": "polite" });
    this.label = h("label", { for: "search-box" }, name);
    this.close = h("button", { type: "button", class: "search-close" }, "×");
    this.keys = h("p", { class: "hint keys", id: "search-keys" });
    const head = h("div", { class: "search-head" }, this.label, this.input, this.close);
    this.box = h("dialog", { class: "search-dialog", "aria-labelledby": "search-dialog-name" },
      h("h2", { id: "search-dialog-name", class: "visually-hidden" }, name), head, this.status, this.offers, this.list, this.keys);
    document.body.append(this.box);
    this.close.addEventListener("click", () => this.box.close());
    this.box.addEventListener("click", (event) => event.target === this.box && this.box.close());
    this.input.addEventListener("input", () => this.#type());
    this.combobox = new Combobox(this.input, this.list, { choose: (index) => this.combobox.options[index].click(), other: () => this.#all() });
    this.list.addEventListener("click", (event) => event.target.closest("a") && !isElsewhere(event) && this.box.close());
  }

  async #load() {
    try {
      const { data, vocabulary } = await this.search.begin();
      this.at = { root: this.root, t: words(data.words, data.language), data, vocabulary, search: this.search };
      this.#name(this.at.t);
    } catch {
      this.#fail();
    }
  }

  #name(t) {
    this.label.textContent = this.box.querySelector("h2").textContent = t("search.label");
    this.close.setAttribute("aria-label", t("search.close"));
    this.list.setAttribute("aria-label", t("search.results"));
    this.keys.textContent = t("search.keys");
    if (!this.input.value) this.status.textContent = t("search.hint");
  }

  #type() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const asked = ++this.asked;
    await this.loading;
    const text = this.input.value.trim();
    try {
      const begun = text.replace(LETTER, "");
      const found = begun ? await this.search.find(begun, { isTyping: true, most: SHOWN }) : null;
      if (asked === this.asked) this.#show(text, found);
    } catch {
      this.#fail();
    }
  }

  /** The page of the search tries once more, or says in words what is wrong, and what can be done without it. */
  #fail() {
    location.href = this.input.value.trim() ? this.#addressOfAll(this.input.value.trim()) : this.address;
  }

  #show(text, found) {
    const { t } = this.at;
    const made = found ? entries(found, this.at) : [];
    this.status.textContent = found ? summed(found, t) : t("search.hint");
    this.offers.replaceChildren(...(found ? offers(found, this.at, (chosen) => this.#choose(chosen)) : []));
    const all = made.length ? [{ kind: "all", title: "", href: this.#addressOfAll(text), where: [t("search.all", { text })], body: [] }] : [];
    const options = [...made, ...all].map((entry, index) => this.#option(entry, index));
    this.combobox.fill(options.map(({ link }) => link), grouped(options));
  }

  #option(entry, index) {
    const more = entry.result ? others(entry.result, this.at.t) : "";
    const link = h("a", { role: "option", id: `search-option-${index}`, href: entry.href, tabindex: "-1", "aria-selected": "false", class: entry.kind },
      h("span", { class: "result-where" }, ...entry.where), ...entry.body, more ? h("span", { class: "result-more" }, more) : null);
    return { link, title: entry.title };
  }

  #choose(text) {
    this.input.value = text;
    this.input.focus();
    this.#ask();
  }

  #addressOfAll(text) {
    return `${this.address}?q=${encodeURIComponent(text)}`;
  }

  /** Enter without a choice leads to the page of all results. */
  #all() {
    const text = this.input.value.trim();
    if (text) location.href = this.#addressOfAll(text);
  }
}

const isElsewhere = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Options of one kind together, under what they are. */
function grouped(options) {
  const groups = [];
  for (const { link, title } of options) {
    if (groups.at(-1)?.title !== title) groups.push({ title, box: title ? h("div", { role: "group", "aria-label": title }, h("p", { role: "presentation", class: "group-name" }, title)) : h("div", { role: "presentation" }) });
    groups.at(-1).box.append(link);
  }
  return groups.map(({ box }) => box);
}
