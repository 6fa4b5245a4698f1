// Which topics people ask for in words nearly like those of a query: the sayings that have most in common with it. Pure functions of data.

import { listMark } from "./features.js";

/** What a word counts for that is only like that of a saying, and a second saying of the same topic. Settled as the weights of rank.js. */
const NEAREST = { alike: 0.6, second: 0.3 };

/** Every saying that leads to topics, by its words. Words that tell nothing alone (who, how long, on her own) tell something together. */
export class NearestSayings {
  /** @param {import("./features.js").Features} features */
  constructor({ sayings }) {
    /** @type {{features: import("./features.js").Feature[], topics: string[], size: number}[]} */
    this.sayings = sayings.map((saying) => ({ ...saying, size: 0 }));
    /** @type {Map<string, Set<number>>} */ this.having = new Map();
    this.sayings.forEach(({ features }, number) => features.forEach((feature) => keysOf(feature).forEach((key) => this.#enter(key, number))));
    for (const saying of this.sayings) saying.size = saying.features.reduce((sum, feature) => sum + this.#weight(feature.word) ** 2, 0);
  }

  #enter(key, number) {
    if (!this.having.has(key)) this.having.set(key, new Set());
    this.having.get(key).add(number);
  }

  /** The more, the fewer sayings have a word. */
  #weight(word) {
    return Math.log(1 + this.sayings.length / Math.max(1, this.having.get(word)?.size ?? 0));
  }

  /**
   * @param {import("./features.js").TypedFeature[]} typed the words of a query
   * @returns {Map<string, number>} topics, each with how like a query what is said of it is, from 0 to about 1
   */
  likely(typed) {
    const whole = typed.reduce((sum, one) => sum + this.#weightOfTyped(one) ** 2, 0);
    const candidates = new Set(typed.flatMap((one) => typedKeys(one).flatMap((key) => [...(this.having.get(key) ?? [])])));
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

  /** What a typed word weighs: as the commonest of those that it may be a form of. */
  #weightOfTyped({ words, marks }) {
    const known = words.filter((one) => this.having.has(one));
    return Math.min(...(known.length ? known : words).map((one) => this.#weight(one)), ...marks.map((mark) => this.#weight(mark)));
  }
}

const keysOf = ({ word, lists }) => [word, ...lists.map(listMark)];
const typedKeys = ({ words, marks, lists }) => [...words, ...marks, ...lists.map(listMark)];

/** What a typed word counts for as one of a saying. */
function credit({ word, lists, marks }, typed) {
  if (typed.words.includes(word) || marks.some((mark) => typed.marks.includes(mark))) return 1;
  return lists.some((list) => typed.lists.includes(list)) ? NEAREST.alike : 0;
}
