// What two texts are to each other, in one word: the same as protocolau/comparison/verdicts.py, case by case.

import { inCommon, likeness } from "./alignment.js";
import { areSpeltApart, inFull, turns } from "./turning.js";

const equal = (one, other) => one.join() === other.join();

/**
 * @param {{words: string[], keys: string[]}} one its words, and these with the names of parties made one
 * @param {{words: string[], keys: string[]}} other
 * @param {import("./alignment.js").Thresholds} thresholds
 * @param {import("./turning.js").TurningWords} turning the words of their language that turn what is said
 * @returns {"same" | "nearly" | "differs" | "other"}
 */
export function verdictOf(one, other, { fewWords, marked }, turning) {
  if (equal(one.words, other.words)) return "same";
  if (equal(one.keys, other.keys)) return "nearly";
  const like = likeness(one.keys, other.keys);
  const [here, there] = [one, other].map(({ keys }) => inFull(keys, turning)); // "are required to" is no more than "must"
  const isNear = like >= marked && Math.max(here.length, there.length) - inCommon(here, there) <= fewWords;
  const areSorted = equal([...here].sort(), [...there].sort()); // two words the other way round are much of a short text
  if ((isNear || areSorted || areSpeltApart(one.words, other.words, turning)) && !turns(one.keys, other.keys, turning)) return "nearly";
  return like >= marked ? "differs" : "other";
}
