// Words that may be misspelt for another: which nobody knows, and which are nearly the same. Pure functions of data.

import { BEGINNING, byBeginning, isInflected, SHORT_STEM } from "./endings.js";
import { rootsIn } from "./mutation.js";

/** Letters from which on a word may be wrong in its first, and from which on it may be wrong in two places. */
const LONG = 6;
const VERY_LONG = 8;
const MOST = 3;
/** How a word ends that is no other misspelt: localism is neither locality nor locals, nor is a datblygwr datblygu. */
const OF_ITS_OWN = /(?:is[mt]s?|wy?r)$/;

/** Every word that the search knows: those of protocols, and those that people say for them. */
export class Spelling {
  /**
   * @param {object} data the first file of the search
   * @param {import("./vocabulary.js").Vocabulary} vocabulary
   */
  constructor(data, vocabulary) {
    this.data = data;
    this.vocabulary = vocabulary;
    const said = data.everyday.flatMap(([sayings]) => sayings).concat(data.alike, Object.values(data.parties).flat());
    this.said = [...new Set(said.flatMap((text) => text.split(" ")))].filter((word) => word.length >= SHORT_STEM);
    this.beginnings = byBeginning(this.said, (word) => word);
    /** @type {Map<string, string[]>} */ this.found = new Map();
  }

  /** @returns {boolean} whether anything is known by a word, in any of its forms */
  isKnown(word) {
    const { data, vocabulary } = this;
    return vocabulary.lookUp(word).length > 0 || data.stop.includes(word) || this.isSaid(word) || vocabulary.related(word).length > 0;
  }

  /** @returns {boolean} whether people say a word for something that protocols say, in any of its forms */
  isSaid(word) {
    const { data } = this;
    return rootsIn(word, data).some((root) => (this.beginnings.get(root.slice(0, BEGINNING)) ?? []).some((one) => one === root || isInflected(one, root, data.language)));
  }

  /** @returns {string[]} words nearly like one that is not known, those of protocols first and the commonest first */
  near(word) {
    if (!this.found.has(word)) this.found.set(word, word.length > SHORT_STEM ? this.#nearest(word) : []);
    return this.found.get(word);
  }

  #nearest(word) {
    const { vocabulary } = this;
    const count = (one) => Math.max(0, ...vocabulary.lookUp(one).map((head) => vocabulary.count(head)));
    const all = [...new Set([...vocabulary.forms, ...this.said])];
    const within = (most) => all.filter((one) => isLikely(word, one, most)).sort((a, b) => count(b) - count(a));
    const nearest = within(1);
    // What is only said may be misspelt itself: for councelor not councilor, but councillor.
    const right = (said) => (said.length < VERY_LONG || vocabulary.heads.has(said) ? [] : vocabulary.forms.filter((one) => isLikely(said, one, 1)));
    const better = [...new Set([...nearest.flatMap(right), ...nearest])];
    return (better.length || word.length < VERY_LONG ? better : within(2)).slice(0, MOST);
  }
}

/** @returns {boolean} whether a word may be misspelt for another, in so many letters: few get the first letter of a short word wrong */
export function isLikely(word, other, most) {
  if (other.length < SHORT_STEM || Math.abs(word.length - other.length) > most) return false;
  if (word[0] !== other[0] && (word.length < LONG || most > 1)) return false;
  if (OF_ITS_OWN.test(word) && !OF_ITS_OWN.test(other)) return false;
  if (word.startsWith(other) && /[eo]rs?$/.test(word)) return false; // a developer is who does it
  const away = distance(word, other);
  return away > 0 && away <= most;
}

/** How many letters are put in, left out, changed, or changed about with the next between one word and another. */
function distance(one, other) {
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwapped ? before[j - 2] + 1 : Infinity;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1), swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
