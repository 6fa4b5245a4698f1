// Which topics people ask for in words nearly like those of a query: the sayings that have most in common with it. Pure functions of data.

import { stemmed } from "./endings.js";
import { radicals } from "./mutation.js";
import { tokens } from "./text.js";

/** What a word counts for that is only like that of a saying, and a second saying of the same topic. Settled as the weights of rank.js. */
export const NEAREST = { alike: 0.6, second: 0.3 };

/**
 * @typedef {{word: string, lists: number[], marks: string[]}} Feature a word without its ending, the lists of words alike that it is in,
 *   and the parties that it names
 */

/** Every saying that leads to topics, by its words. Words that tell nothing alone (who, how long, on her own) tell something together. */
export class NearestSayings {
  /**
   * @param {object} data the first file of the search
   * @param {import("./alike.js").Alike} alike
   */
  constructor(data, alike) {
    this.data = data;
    this.alike = alike;
    const named = data.topics.map(([topic, name]) => [tokens(name, data.language).map(({ words: [word] }) => word).join(" "), [topic]]);
    const said = data.everyday.filter(([, , topics]) => topics.length).flatMap(([sayings, , topics]) => sayings.map((saying) => [saying, topics]));
    /** @type {{features: Feature[], topics: string[], size: number}[]} */
    this.sayings = [...said, ...named].map(([text, topics]) => ({ features: text.split(" ").map((word) => this.#featureOfSaying(word)), topics, size: 0 }));
    /** @type {Map<string, Set<number>>} */ this.having = new Map();
    this.sayings.forEach(({ features }, number) => features.forEach((feature) => keysOf(feature).forEach((key) => this.#enter(key, number))));
    for (const saying of this.sayings) saying.size = saying.features.reduce((sum, feature) => sum + this.#weight(feature.word) ** 2, 0);
  }

  #enter(key, number) {
    if (!this.having.has(key)) this.having.set(key, new Set());
    this.having.get(key).add(number);
  }

  #featureOfSaying(word) {
    return this.data.parties[word] ? { word, lists: [], marks: [word] } : { word: stemmed(word, this.data.language), lists: this.alike.listsOf(word), marks: [] };
  }

  /** The more, the fewer sayings have a word. */
  #weight(word) {
    return Math.log(1 + this.sayings.length / Math.max(1, this.having.get(word)?.size ?? 0));
  }

  /**
   * @param {string} text a query
   * @returns {Map<string, number>} topics, each with how like a query what is said of it is, from 0 to about 1
   */
  likely(text) {
    const typed = tokens(text, this.data.language).map(({ words: [word] }) => this.#typed(word));
    const whole = typed.reduce((sum, { weight }) => sum + weight ** 2, 0);
    const candidates = new Set(typed.flatMap(({ keys }) => keys.flatMap((key) => [...(this.having.get(key) ?? [])])));
    const likeness = new Map();
    for (const number of candidates) {
      const { features, topics, size } = this.sayings[number];
      const common = features.reduce((sum, feature) => sum + this.#weight(feature.word) ** 2 * Math.max(...typed.map((one) => credit(feature, one))), 0);
      const like = common / Math.sqrt(size * Math.max(whole, size));
      for (const topic of topics) likeness.set(topic, [...(likeness.get(topic) ?? []), like]);
    }
    const summed = ([first, second = 0]) => first + NEAREST.second * second;
    return new Map([...likeness].map(([topic, all]) => [topic, summed(all.sort((a, b) => b - a)) / (1 + NEAREST.second)]));
  }

  /** A word of a query by what it may be a form of. */
  #typed(word) {
    const { data, alike } = this;
    const roots = data.mutates ? radicals(word, data.tables) : [word];
    const words = new Set(roots.map((root) => stemmed(root, data.language)));
    const marks = Object.keys(data.parties).filter((mark) => roots.some((root) => data.parties[mark].includes(root)));
    const lists = alike.listsOf(word);
    const known = [...words].filter((one) => this.having.has(one));
    const weight = Math.min(...(known.length ? known : [...words]).map((one) => this.#weight(one)), ...marks.map((mark) => this.#weight(mark)));
    return { words, lists, marks, weight, keys: [...words, ...marks, ...lists.map((list) => `=${list}`)] };
  }
}

const keysOf = ({ word, lists }) => [word, ...lists.map((list) => `=${list}`)];

/** What a typed word counts for as one of a saying. */
function credit({ word, lists, marks }, typed) {
  if (typed.words.has(word) || marks.some((mark) => typed.marks.includes(mark))) return 1;
  return lists.some((list) => typed.lists.includes(list)) ? NEAREST.alike : 0;
}
