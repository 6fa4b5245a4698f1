// The page of the search: what is asked stands in its address, which can be sent to someone.

import { h } from "../elements.js";
import { stillHere } from "../focus.js";
import { words } from "../words.js";
import { search } from "./engine.js";
import { entries, failure, offers, otherPlaces, summed } from "./results.js";

const AT_A_TIME = 20;
const FILTERS = ["kind", "nation", "topic", "party"];

/** @param {HTMLElement} box the part of the page that only a script can fill */
export async function begin(box) {
  await new Page(box).load();
}

class Page {
  constructor(box) {
    this.box = box;
    this.form = box.querySelector("form");
    this.root = new URL(box.dataset.searchPage, location.href).href;
    this.search = search(`${this.root}search/`);
    this.part = (name) => document.querySelector(`[data-part="${name}"]`);
    this.council = this.form.querySelector("#search-council");
    this.list = this.form.querySelector("datalist");
    this.names = new Map();
    this.asked = 0;
    this.title = document.title;
    this.#read();
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.#go()));
    for (const select of this.form.querySelectorAll("select")) select.addEventListener("change", () => this.#go());
    this.council.addEventListener("input", () => (this.council.setCustomValidity(""), this.#name()));
    this.council.addEventListener("change", () => this.#go());
    this.part("clear").addEventListener("click", () => this.#clear());
    this.part("more").addEventListener("click", () => this.#more());
    addEventListener("popstate", () => (this.#read(), this.#show()));
  }

  async load() {
    try {
      const { data, vocabulary } = await this.search.begin();
      this.at = { root: this.root, t: words(data.words, data.language), data, vocabulary, search: this.search };
    } catch (error) {
      this.form.hidden = true;
      return this.#fail(error);
    }
    await this.#show();
  }

  /** Says that a file was not to be had, and leaves no results there that answer something else. */
  #fail(error) {
    this.#fill(null);
    this.part("status").textContent = failure(error, this.box.dataset);
  }

  /** What the address asks for, put into the form. */
  #read() {
    const asked = new URLSearchParams(location.search);
    this.wanted = { q: asked.get("q") ?? "", council: asked.get("council") ?? "", most: history.state?.most ?? AT_A_TIME };
    this.form.elements.q.value = this.wanted.q;
    for (const name of FILTERS) {
      this.form.elements[name].value = asked.get(name) ?? "";
      this.wanted[name] = this.form.elements[name].value; // nothing, where there is no such topic (any more)
    }
    this.council.value = this.names.get(this.wanted.council) ?? this.wanted.council;
    this.part("filters").open = [...FILTERS, "council"].some((name) => this.wanted[name]);
  }

  /** What the form asks for, put into the address. */
  async #go() {
    try {
      await this.#name();
    } catch (error) {
      return this.#fail(error);
    }
    const elements = this.form.elements;
    const slug = [...this.names].find(([, name]) => name === this.council.value.trim())?.[0] ?? "";
    this.council.setCustomValidity(slug || !this.council.value.trim() ? "" : this.council.dataset.unknown);
    if (!this.form.reportValidity()) return;
    const asked = { q: elements.q.value.trim(), council: slug, ...Object.fromEntries(FILTERS.map((name) => [name, elements[name].value])) };
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    this.wanted = { ...asked, most: AT_A_TIME };
    const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    await this.#show();
  }

  #clear() {
    for (const name of FILTERS) this.form.elements[name].value = "";
    this.council.value = "";
    this.#go();
  }

  async #more() {
    const isHere = stillHere();
    this.wanted.most += AT_A_TIME;
    history.replaceState({ most: this.wanted.most }, ""); // who comes back finds as many
    const before = this.part("found").querySelectorAll("li.result").length;
    await this.#show();
    if (isHere()) this.part("found").querySelectorAll("li.result .result-where a")[before]?.focus();
  }

  /** The councils whose names may be meant by what stands in their field. */
  async #name() {
    const text = this.council.value.trim();
    if (!text || [...this.names.values()].includes(text)) return;
    const found = (await this.search.councils(text)).slice(0, 12);
    for (const [slug, name] of found) this.names.set(slug, name);
    this.list.replaceChildren(...found.map(([, name]) => h("option", { value: name })));
    if (document.activeElement !== this.council && found.length === 1) this.council.value = found[0][1];
  }

  /** Names the council that the address asks for, or forgets it, where there is none. */
  async #nameCouncil() {
    const slug = this.wanted.council;
    if (!slug || this.names.has(slug)) return;
    const found = (await this.search.councils(slug.replaceAll("-", " "))).find(([one]) => one === slug);
    const name = found?.[1] ?? ((await this.search.has(slug)) ? slug : ""); // which need not be like a name
    if (name) this.names.set(slug, name);
    else this.wanted.council = "";
    this.council.value = name;
  }

  async #show() {
    const asked = ++this.asked;
    document.title = [this.wanted.q, this.title].filter(Boolean).join(" · "); // for the history, and for paper, on which there is no form
    try {
      await this.#nameCouncil();
      const { q, most, ...filters } = this.wanted;
      const isAsked = q || Object.values(filters).some(Boolean);
      const found = isAsked ? await this.search.find(q, { filters, most }) : null;
      if (asked === this.asked) this.#fill(found);
    } catch (error) {
      if (asked === this.asked) this.#fail(error);
    }
  }

  #fill(found) {
    const made = found ? entries(found, this.at) : [];
    this.part("status").textContent = found ? summed(found, this.at.t) : "";
    this.part("offers").replaceChildren(...(found ? offers(found, this.at, (text) => this.#choose(text)) : []));
    this.part("found").replaceChildren(...this.#groups(made));
    this.part("more").hidden = !(found && found.total > found.results.length);
    this.part("ways").hidden = !!made.length;
  }

  async #choose(text) {
    const isHere = stillHere();
    this.form.elements.q.value = text;
    await this.#go();
    if (isHere()) this.part("found").querySelector("a")?.focus(); // what was pressed is gone
  }

  #groups(made) {
    const titles = [...new Set(made.map((entry) => entry.title))];
    return titles.map((title) => {
      const items = made.filter((entry) => entry.title === title).map((entry) => this.#item(entry));
      return h("section", {}, h("h2", {}, title), h("ol", { class: "result-list" }, ...items));
    });
  }

  #item({ kind, href, where, body, result }) {
    const link = h("p", { class: "result-where" }, h("a", { href }, ...where));
    const rest = result ? otherPlaces(result, this.at) : null;
    return h("li", { class: `result-item ${kind}` }, link, ...body.map((one) => h("p", {}, one)), rest);
  }
}
