// Words of which one may stand for another: cousin for relative, tweak for change. Pure functions of data.

import { radicals } from "./mutation.js";
import { BEGINNING, isInflected } from "./endings.js";

/** Which lists of everyday_alike.yml a word is in, in any of its forms. */
export class Alike {
  /** @param {object} data the first file of the search */
  constructor(data) {
    this.data = data;
    /** @type {string[][]} */ this.lists = data.alike.map((words) => words.split(" "));
    /** @type {Map<string, [string, number][]>} */ this.beginning = new Map();
    /** @type {Map<string, number[]>} */ this.known = new Map();
    this.lists.forEach((words, list) => words.forEach((word) => this.#enter(word, list)));
  }

  #enter(word, list) {
    const beginning = word.slice(0, BEGINNING);
    this.beginning.set(beginning, [...(this.beginning.get(beginning) ?? []), [word, list]]);
  }

  /** @returns {number[]} the lists that a word is in, as it is, mutated, or with another ending */
  listsOf(word) {
    const known = this.known.get(word);
    if (known) return known;
    const { data } = this;
    const roots = data.mutates ? radicals(word, data.tables) : [word];
    const near = roots.flatMap((root) => (this.beginning.get(root.slice(0, BEGINNING)) ?? []).map(([other, list]) => ({ root, other, list })));
    const same = near.filter(({ root, other }) => root === other);
    const found = same.length ? same : near.filter(({ root, other }) => isInflected(root, other, data.language));
    const lists = [...new Set(found.map(({ list }) => list))];
    this.known.set(word, lists);
    return lists;
  }

  /** @returns {boolean} whether one of two words may stand for the other */
  areAlike(one, other) {
    const lists = this.listsOf(one);
    return lists.length > 0 && this.listsOf(other).some((list) => lists.includes(list));
  }

  /** @returns {string[]} the words that may stand for one */
  wordsFor(word) {
    return [...new Set(this.listsOf(word).flatMap((list) => this.lists[list]))].filter((other) => other !== word);
  }
}
