// The words that the protocols use, with their forms. A form may come from several words; each is named by its head.

import { haveEndings } from "./endings.js";
import { radicals } from "./mutation.js";

/** Endings of words that belong together, in groups: who does something is with others who do, for cynghorwr is no cyngor
 * and a counciller no council. Rheolau are called rheole in the south. */
const ENDINGS = {
  en: [["", "s", "es", "d", "ed", "e", "ing", "y", "ies", "ied", "ly", "ment", "ion", "ions", "ation", "ary", "al", "ous", "ious", "able", "ance", "ise", "ised"], ["ent", "ence", "ency"], ["ant", "ance", "ancy"]],
  cy: [["", "au", "iau", "e", "ie", "ion", "on", "i", "o", "u", "ir", "wyd", "odd", "oedd", "ydd", "ol", "iad", "iadau"], ["ydd", "wr", "wyr"]],
};
const COMPLETIONS = 4;

export class Vocabulary {
  /**
   * @param {string} text lines of index_words.py's list
   * @param {string} language
   * @param {import("./mutation.js").Tables | null} tables null where mutations are to be left out
   */
  constructor(text, language, tables) {
    this.language = language;
    this.tables = tables;
    /** @type {Map<string, string[]>} */ this.heads = new Map();
    /** @type {Map<string, number>} */ this.counts = new Map();
    for (const line of text ? text.split("\n") : []) this.#add(line);
    this.forms = [...this.heads.keys()].sort();
  }

  #add(line) {
    const [count, first, ...others] = line.split(" ");
    const occurs = first[0] !== "-";
    const head = occurs ? first : first.slice(1);
    this.counts.set(head, Number(count));
    for (const form of occurs ? [head, ...others] : others) this.heads.set(form, [...(this.heads.get(form) ?? []), head]);
  }

  /** @returns {string[]} the heads of a form that occurs; of one that does not, those of another spelling or of what it may mutate */
  lookUp(form) {
    const found = this.#known(form);
    if (found.length) return found;
    const spelt = spellings(form).flatMap((one) => this.#known(one));
    if (spelt.length || !this.tables || form.length < 3) return [...new Set(spelt)];
    return [...new Set(radicals(form, this.tables).flatMap((one) => this.#known(one)))];
  }

  #known(form) {
    return this.heads.get(form) ?? (this.counts.has(form) ? [form] : []);
  }

  /** @returns {number} how many wordings have a word */
  count(head) {
    return this.counts.get(head) ?? 0;
  }

  /** @returns {string[]} the heads of words that differ from one in an ending alone */
  related(form) {
    const roots = this.tables ? radicals(form, this.tables) : [form];
    const isOne = (other) => roots.some((root) => ENDINGS[this.language].some((ends) => haveEndings(root, other, ends)));
    return this.#headsOf(this.forms.filter(isOne)).slice(0, COMPLETIONS);
  }

  /** @returns {string[]} the heads of words that begin so, the commonest first */
  completed(beginning) {
    return this.#headsOf(this.forms.filter((form) => form.startsWith(beginning))).slice(0, COMPLETIONS);
  }

  #headsOf(forms) {
    const found = [...new Set(forms.flatMap((form) => this.heads.get(form)))];
    return found.sort((a, b) => this.count(b) - this.count(a));
  }
}

/** The spellings of a word in -ise and -our, where it is in -ize and -or, and the other way about. */
function spellings(form) {
  const turned = [form.replace(/(?<=..)iz(?=e|a|i)/, "is"), form.replace(/(?<=...)or(?=$|s$|e|a|i)/, "our"), form.replace(/(?<=..)is(?=e|a|i)/, "iz")];
  return turned.filter((one) => one !== form);
}
