// Going back from a mutated word of Welsh, without accents: the same as protocolau/language/welsh/mutation.py, which has the rules.

/**
 * @typedef {{changes: [string, string][], initials: string[], losesG: string[]}} Tables which radical becomes what,
 *   the letters written with two signs or more, and the letters before which a g is lost
 */

/** The first letter of a word, be it written with two signs or three. */
function initialOf(word, { initials }) {
  return [3, 2].map((size) => word.slice(0, size)).find((letter) => initials.includes(letter)) ?? word.slice(0, 1);
}

/** Whether a changed initial stays itself before what follows: no Welsh word turns t+d to dd. */
function isPossible(changed, rest, tables) {
  const first = initialOf(changed + rest, tables);
  return changed ? changed.startsWith(first) : tables.losesG.includes(first);
}

/** @returns {string[]} the words of which one may be a form on the pages of a language, itself first: in English itself alone */
export const rootsIn = (/** @type {string} */ word, { mutates, tables }) => (mutates ? radicals(word, tables) : [word]);

/**
 * @param {string} form folded
 * @param {Tables} tables
 * @returns {string[]} every radical that it may come from, itself first
 */
export function radicals(form, tables) {
  const found = new Set([form]);
  for (const [radical, changed] of tables.changes) {
    const rest = form.slice(changed.length);
    if (!form.startsWith(changed) || !rest || !isPossible(changed, rest, tables)) continue;
    if (initialOf(radical + rest, tables) === radical) found.add(radical + rest);
  }
  return [...found];
}
