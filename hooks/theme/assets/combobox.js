// A field with a list of options below it, which the keys alone can use (WAI-ARIA's combobox).

export class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list of role listbox
   * @param {{choose: (index: number) => void, other?: () => void, open?: () => Promise<void>}} on an option is chosen; Enter is
   *   pressed without a choice; the list is wanted: one that can be opened by the arrows is closed by Escape
   */
  constructor(input, list, { choose, other = () => {}, open = null }) {
    this.input = input;
    this.list = list;
    this.choose = choose;
    this.other = other;
    this.open = open;
    this.options = [];
    this.active = -1;
    input.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus, and the list stays
  }

  /** Shows options, each an element with an id; `content` is what holds them, where they stand in groups. */
  fill(options, content = options) {
    this.options = options;
    this.list.replaceChildren(...content);
    this.list.hidden = !options.length;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.point(-1);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.point(-1);
  }

  /** Says to which option the keys have come; -1 is none. */
  point(index) {
    this.active = index;
    for (const [place, option] of this.options.entries()) option.setAttribute("aria-selected", String(place === index));
    const option = this.options[index];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  async #key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden && !this.open) return;
      event.preventDefault();
      if (this.list.hidden) await this.open();
      this.#step(event.key === "ArrowDown");
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (!this.list.hidden && this.options[this.active]) this.choose(this.active);
      else this.other();
    } else if (event.key === "Escape" && this.open && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  #step(isDown) {
    const count = this.options.length;
    if (!count) return;
    const next = isDown ? this.active + 1 : (this.active < 0 ? count : this.active) - 1;
    this.point((next + count) % count);
  }
}
