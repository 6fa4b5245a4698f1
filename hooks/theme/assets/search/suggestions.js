// What may have been meant instead of what is typed. Pure functions of data.

/** @returns {{word: string, text: string}[]} queries that differ from this one in a letter or two of a word that nothing is known by */
export function suggestions({ text, isTyping }, { terms }, { spelling, data }) {
  const numbers = [...data.numberWords, ...Object.values(data.divisions).flat()];
  const isDoubtful = ({ how, word, typed, isPhrase }) =>
    !isPhrase && how !== "known" && !(isTyping && how === "completed") && !typed.includes("-") && !numbers.includes(word) && isWhole(text, typed);
  return terms
    .filter(isDoubtful)
    .flatMap(({ word, typed, misspelt }) => spelling.near(misspelt ?? word).map((near) => ({ word: near, text: text.replace(typed, near) })))
    .slice(0, 3);
}

/** Whether a word stands by itself: "bull*" and "e-mail@example" are no misspelt words. */
const isWhole = (text, typed) => text.split(/\s+/).some((word) => word.replace(/^[("'“‘]+|[)"'”’.,;:?!]+$/g, "") === typed);
