// What may have been meant instead of what is typed. Pure functions of data.

import { termsMeant } from "./terms.js";
import { nameWords } from "./text.js";

/** @returns {string[]} queries that differ from this one in a letter or two of the words that nothing is known by, in neither language: of all of them, then of one */
export function suggestions({ text, isTyping }, { terms, known }, { spelling, data, vocabulary }, isTurned) {
  const numbers = [...data.numberWords, ...Object.values(data.divisions).flat()];
  const isDoubtful = ({ how, word, typed, isPhrase, misspelt }) =>
    !isPhrase && how !== "known" && !isTurned(typed) && !(isTyping && how === "completed") && !spelling.said.includes(misspelt ?? word) && !typed.includes("-") && !numbers.includes(word) && !data.stop.includes(word) && isWhole(text, typed);
  // What finds something needs no other word but one of the protocols' own that is not in it; what finds nothing, one that does, or is in the glossary.
  const isBetter = (near, { how, word }) => (how === "unknown" ? termsMeant(near, known).some(({ alternatives }) => alternatives.length) || nameWords(data.terms.join()).includes(near) : vocabulary.lookUp(near).length > 0 && !word.startsWith(near) && near !== `${word}s`);
  const offered = terms.filter(isDoubtful).map((term) => spelling.near(term.misspelt ?? term.word).filter((near) => isBetter(near, term)).map((near) => [term.typed, near]));
  const whole = offered.reduce((all, [first]) => (first ? all.replace(...first) : all), text);
  return [...new Set([whole, ...offered.flat().map((one) => text.replace(...one))])].filter((one) => one !== text).slice(0, 3);
}

/** Whether a word stands by itself: "bull*" and "e-mail@example" are no misspelt words. */
const isWhole = (text, typed) => text.split(/\s+/).some((word) => word.replace(/^[("'“‘]+|(?:['’]\p{L}{1,2})?[)"'”’.,;:?!]*$/gu, "") === typed);
