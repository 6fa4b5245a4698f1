// Words of which one may stand for another: cousin for relative, tweak for change. Pure functions of data.

import { BEGINNING, byBeginning, isInflected } from "./endings.js";
import { rootsIn } from "./mutation.js";

/** Which lists of everyday_alike.yml a word is in, in any of its forms. */
export class Alike {
  /** @param {object} data the first file of the search */
  constructor(data) {
    this.data = data;
    /** @type {string[][]} */ this.lists = data.alike.map((words) => words.split(" "));
    this.beginnings = byBeginning(this.lists.flatMap((words, list) => words.map((word) => ({ word, list }))), ({ word }) => word);
    /** @type {Map<string, number[]>} */ this.known = new Map();
  }

  /** @returns {number[]} the lists that a word is in, as it is, mutated, or with another ending */
  listsOf(word) {
    const known = this.known.get(word);
    if (known) return known;
    const { data } = this;
    const near = rootsIn(word, data).flatMap((root) => (this.beginnings.get(root.slice(0, BEGINNING)) ?? []).map((one) => ({ root, ...one })));
    const same = near.filter(({ root, word: other }) => root === other);
    const found = same.length ? same : near.filter(({ root, word: other }) => isInflected(root, other, data.language));
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
