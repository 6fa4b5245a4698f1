// By what the words of a query and those of a saying are held against each other. Pure functions of data.

import { stemmed } from "./endings.js";
import { rootsIn } from "./mutation.js";
import { tokens } from "./text.js";

/**
 * @typedef {{word: string, lists: number[], marks: string[]}} Feature a word of a saying without its ending, the lists of words alike
 *   that it is in, and the parties of which it is the mark
 * @typedef {{words: string[], lists: number[], marks: string[], typed: string}} TypedFeature a word of a query: what it may be a form of,
 *   without endings; the lists of words alike that it is in, and the parties that it names
 */

export class Features {
  /**
   * @param {object} data the first file of the search
   * @param {import("./alike.js").Alike} alike
   */
  constructor(data, alike) {
    this.data = data;
    this.alike = alike;
    const named = data.topics.map(([topic, name]) => [this.#words(name).join(" "), [topic], true]);
    const said = data.everyday.filter(([, , topics]) => topics.length).flatMap(([sayings, , topics]) => sayings.map((saying) => [saying, topics, false]));
    /** @type {{features: Feature[], topics: string[], isName: boolean}[]} what leads to topics: every saying, and their names */
    this.sayings = [...said, ...named].map(([text, topics, isName]) => ({ features: text.split(" ").map((word) => this.ofSaying(word)), topics, isName }));
  }

  #words(text) {
    return tokens(text, this.data.language).map(({ words: [word] }) => word);
  }

  /** @returns {Feature} */
  ofSaying(word) {
    return this.data.parties[word] ? { word, lists: [], marks: [word] } : { word: stemmed(word, this.data.language), lists: this.alike.listsOf(word), marks: [] };
  }

  /** @returns {TypedFeature} */
  typed(word) {
    const { data, alike } = this;
    const roots = rootsIn(word, data);
    const words = [...new Set(roots.map((root) => stemmed(root, data.language)))];
    return { words, lists: alike.listsOf(word), marks: partiesNamed(roots, data), typed: word };
  }
}

/** @returns {string[]} the marks of the parties of which any of some words is a name */
export const partiesNamed = (roots, { parties }) => Object.keys(parties).filter((mark) => roots.some((root) => parties[mark].includes(root)));

/** The word by which a list of words alike is known beside words. */
export const listMark = (/** @type {number} */ list) => `=${list}`;
