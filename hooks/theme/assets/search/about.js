// What a query is about as a whole, and who is its subject, as far as its words tell. Pure functions of data.

import { listMark, partiesNamed } from "./features.js";
import { rootsIn } from "./mutation.js";
import { isTelling } from "./terms.js";
import { tokens } from "./text.js";

/**
 * What one text says of a topic by having a word: a statement of which it is the principal topic, or not, a saying, its name. How much
 * the length of all that is said of a topic takes away; what a word counts for that is like others alone, beside them, and one that
 * tells nothing by itself; what every topic is given, that a word that is not said of it may be meant of it all the same.
 * Settled as the weights of rank.js.
 */
const SAYS = { principal: 0.25, also: 0.12, saying: 1, name: 2, length: 0.8, alike: 0.6, beside: 0.3, untelling: 0.35, unsaid: 0.3, doubt: 0.02 };
/** Telling words that a query needs to be about any topic: one is a word that is looked up. */
const LEAST = 2;

/** Topics by the words that are said of them: in the statements on them, in their names, and by people who look for them. */
export class TopicWords {
  /**
   * @param {Iterable<import("./collection.js").Entry>} entries
   * @param {import("./features.js").Features} features
   */
  constructor(entries, features) {
    this.data = features.data;
    this.features = features;
    /** @type {Map<string, Map<string, number>>} by a word, a mark or a list what is said of each topic by it */ this.said = new Map();
    /** @type {Map<string, number>} */ this.whole = new Map();
    for (const { features: words, topics, isName } of features.sayings) for (const topic of topics) this.#add(topic, words, isName ? SAYS.name : SAYS.saying);
    for (const entry of entries) this.#addStatement(entry);
    this.mean = [...this.whole.values()].reduce((sum, count) => sum + count, 0) / this.whole.size;
  }

  #addStatement({ wording, fields }) {
    if (wording.language) return;
    const heads = new Set([...fields.text, ...(fields.text.length ? [] : fields.heading)].flatMap((word) => word.heads));
    const words = [...heads].map((head) => this.features.ofSaying(partiesNamed([head], this.data)[0] ?? head));
    (wording.topics ?? []).forEach((topic, index) => this.#add(topic, words, index ? SAYS.also : SAYS.principal));
  }

  #add(topic, words, count) {
    for (const { word, lists } of words) for (const key of [word, ...lists.map(listMark)]) this.#count(key, topic, count);
  }

  #count(key, topic, count) {
    if (!this.said.has(key)) this.said.set(key, new Map());
    this.said.get(key).set(topic, (this.said.get(key).get(topic) ?? 0) + count);
    this.whole.set(topic, (this.whole.get(topic) ?? 0) + count);
  }

  /**
   * @param {import("./features.js").TypedFeature[]} typed the words of a query
   * @returns {Map<string, number>} the part of each topic in what the query is likely about, 1 in all: as Bayes has it, where every
   *   topic is as likely at first, and each word tells by itself
   */
  likely(typed) {
    if (typed.filter(({ typed: word }) => isTelling(word, this.data)).length < LEAST) return new Map();
    const sums = new Map([...this.whole.keys()].map((topic) => [topic, 0]));
    for (const one of typed) {
      const weight = isTelling(one.typed, this.data) ? 1 : SAYS.untelling;
      const [own, like] = [this.#told([...one.words, ...one.marks]), this.#told(one.lists.map(listMark))];
      if (own || like) for (const [topic, sum] of sums) sums.set(topic, sum + weight * ((own?.(topic) ?? 0) + (own ? SAYS.beside : SAYS.alike) * (like?.(topic) ?? 0)));
    }
    const most = Math.max(...sums.values());
    const parts = [...sums].map(([topic, sum]) => /** @type {const} */ ([topic, Math.exp(sum - most)]));
    const whole = parts.reduce((sum, [, part]) => sum + part, 0);
    return new Map(parts.map(([topic, part]) => [topic, part / whole]));
  }

  /** How much likelier a topic is than any, in logarithms, by the one of some words that tells most of it; null where none is said. */
  #told(keys) {
    const known = keys.map((key) => this.said.get(key)).filter(Boolean).map((said) => this.#parts(said));
    if (!known.length) return null;
    return (topic) => Math.max(...known.map(({ parts, any }) => Math.log(((parts.get(topic) ?? 0) + SAYS.unsaid * any + SAYS.doubt) / ((1 + SAYS.unsaid) * any + SAYS.doubt))));
  }

  /** What is said of topics by one word, beside all that is said of them; `any` is the mean over all topics. */
  #parts(said) {
    const parts = new Map([...said].map(([topic, count]) => [topic, count / (this.whole.get(topic) / this.mean) ** SAYS.length]));
    return { parts, any: [...parts.values()].reduce((sum, part) => sum + part, 0) / this.whole.size };
  }
}

/** Words after which somebody who is named is not who does something. */
const NOT_SUBJECT = {
  en: ["about", "against", "by", "for", "from", "of", "to", "whom", "with"],
  cy: ["am", "at", "dros", "efo", "gan", "gyda", "gydag", "heb", "hefo", "mewn", "o", "wrth", "bwy", "pwy"],
};

/** @returns {string | null} the side of those who are said to do something: "may a councillor …" asks what binds members */
export function subjectOf(text, data) {
  const words = tokens(text, data.language).map(({ words: [word] }) => word);
  if (words.filter((word) => isTelling(word, data)).length < LEAST) return null;
  const sideOf = (word) => partiesNamed(rootsIn(word, data), data)[0];
  const place = words.findIndex(sideOf);
  const before = words.slice(0, Math.max(place, 0));
  const isSubject = before.length > 0 && before.every((word) => !isTelling(word, data) && !NOT_SUBJECT[data.language].includes(word));
  return isSubject ? sideOf(words[place]).toLowerCase() : null;
}
