// What a query is about as a whole, and who is its subject, as far as its words tell. Pure functions of data.

import { radicals } from "./mutation.js";
import { tokens } from "./text.js";
import { isTelling } from "./terms.js";

/**
 * What one text says of a topic by having a word: a statement of which it is not the principal topic, a saying, its name. How
 * much the length of all that is said of a topic takes away, and how many words it takes to be sure. Settled as the weights of rank.js.
 */
const SAYS = { principal: 1, also: 0.5, saying: 1, name: 2, length: 0.5, doubt: 1 };
/** Topics that a query may be about, and telling words that it needs to be about any: one is a word that is looked up. */
const TOPICS = 5;
const LEAST = 2;

/** Topics by the words that are said of them: in the statements on them, in their names, and by people who look for them. */
export class TopicWords {
  /**
   * @param {Iterable<import("./collection.js").Entry>} entries
   * @param {object} data
   * @param {import("./vocabulary.js").Vocabulary} vocabulary
   * @param {import("./alike.js").Alike} alike
   */
  constructor(entries, data, vocabulary, alike) {
    this.vocabulary = vocabulary;
    this.alike = alike;
    /** @type {Map<string, Map<string, number>>} */ this.ofWord = new Map();
    /** @type {Map<string, number>} */ this.whole = new Map();
    for (const entry of entries) this.#addStatement(entry);
    const headsIn = (text) => text.split(" ").filter((word) => isTelling(word, data)).flatMap((word) => this.#heads(word));
    for (const [said, , topics] of data.everyday) {
      for (const topic of topics) for (const saying of said) this.#add(topic, headsIn(saying), SAYS.saying);
    }
    for (const [topic, name] of data.topics) this.#add(topic, headsIn(tokens(name, data.language).flatMap(({ words }) => words).join(" ")), SAYS.name);
  }

  #addStatement({ wording, fields }) {
    const heads = [...fields.text, ...fields.heading].flatMap((word) => word.heads);
    (wording.topics ?? []).forEach((topic, index) => this.#add(topic, heads, index ? SAYS.also : SAYS.principal));
  }

  #add(topic, heads, count) {
    this.whole.set(topic, (this.whole.get(topic) ?? 0) + count);
    for (const head of new Set(heads.flatMap((one) => [one, ...this.#lists(one)]))) {
      const topics = this.ofWord.get(head) ?? this.ofWord.set(head, new Map()).get(head);
      topics.set(topic, (topics.get(topic) ?? 0) + count);
    }
  }

  /** The lists of words of which one may stand for another that a word is in, as words of their own. */
  #lists(word) {
    return this.alike.listsOf(word).map((list) => `=${list}`);
  }

  #heads(word) {
    const found = this.vocabulary.lookUp(word);
    return found.length ? found : [word];
  }

  /**
   * @param {string[]} words the telling words of a query
   * @returns {Map<string, number>} the topics that it is likeliest about, each from 0 to 1
   */
  likely(words) {
    if (words.length < LEAST) return new Map();
    const found = words.map((word) => this.#told(word));
    const whole = found.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const likely = new Map();
    for (const { weight, parts } of found) for (const [topic, part] of parts) likely.set(topic, (likely.get(topic) ?? 0) + (weight * part) / whole);
    return new Map([...likely].sort((a, b) => b[1] - a[1]).slice(0, TOPICS));
  }

  /** Of which topics a word tells, each by its part, and how much it weighs: the more, the fewer topics have it. */
  #told(word) {
    const own = this.#heads(word).map((head) => this.ofWord.get(head)).filter(Boolean);
    const known = own.length ? own : this.#lists(word).map((list) => this.ofWord.get(list)).filter(Boolean);
    if (!known.length) return { weight: 1, parts: [] };
    const counts = known.flatMap((topics) => [...topics.values()]).reduce((sum, count) => sum + count, 0);
    const topics = new Map();
    for (const [topic, count] of known.flatMap((one) => [...one])) topics.set(topic, Math.max(topics.get(topic) ?? 0, count / this.whole.get(topic) ** SAYS.length));
    const sum = [...topics.values()].reduce((one, other) => one + other, 0);
    const sure = counts / (counts + SAYS.doubt);
    return { weight: Math.log(1 + this.whole.size / topics.size), parts: [...topics].map(([topic, part]) => [topic, (sure * part) / sum]) };
  }
}

/** Words after which somebody who is named is not who does something. */
const NOT_SUBJECT = {
  en: ["about", "against", "by", "for", "from", "of", "to", "whom", "with"],
  cy: ["am", "at", "dros", "efo", "gan", "gyda", "gydag", "heb", "hefo", "mewn", "o", "wrth", "bwy", "pwy"],
};
const SIDES = { MEMBERS: "members", OFFICERS: "officers" };

/** @returns {string | null} the side of those who are said to do something: "may a councillor …" asks what binds members */
export function subjectOf(text, data) {
  const words = tokens(text, data.language).map(({ words: [word] }) => word);
  if (words.filter((word) => isTelling(word, data)).length < LEAST) return null;
  const sideOf = (word) => Object.keys(SIDES).find((mark) => rootsOf(word, data).some((root) => data.parties[mark].includes(root)));
  const place = words.findIndex(sideOf);
  const before = words.slice(0, Math.max(place, 0));
  const isSubject = before.length > 0 && before.every((word) => !isTelling(word, data) && !NOT_SUBJECT[data.language].includes(word));
  return isSubject ? SIDES[sideOf(words[place])] : null;
}

const rootsOf = (word, data) => (data.mutates ? radicals(word, data.tables) : [word]);
