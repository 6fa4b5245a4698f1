// What a reader does not want: "gifts -conwy", "complaint -staff", "gifts not in Conwy".

import { read } from "./collection.js";
import { councilsNamed, whatIsMeant } from "./meaning.js";
import { hits } from "./rank.js";

/** Behind a hyphen anything is not wanted, but behind a word only a council: what one must NOT do is asked for. */
const UNWANTED = /(?<!\S)(-|(?:NOT|NID|except|not in|nid y(?:ng?|m)) )("[^"]+"|\p{L}[^\s"]*)/gu;

/**
 * @param {object} at
 * @param {string} text what is typed
 * @returns {Promise<{wanted: string, own: import("./result.js").Filters}>} what of it is wanted, and the filter that the rest is
 */
export async function parted(at, text) {
  let [wanted, rest] = [` ${text}`, ""];
  for (const [all, how, what] of text.matchAll(UNWANTED)) {
    if (how !== "-" && !(await councilsNamed(at, what, false)).named.length) continue;
    wanted = wanted.replace(` ${all}`, "");
    rest += ` ${what}`;
  }
  const { named, isWhole, terms } = await whatIsMeant(at, { text: rest, filters: {}, isTyping: false });
  const words = isWhole ? [] : terms.map((term) => ({ ...term, alternatives: term.alternatives.filter(({ worth }) => worth === 1) }));
  const isUnwanted = ({ heading = "", text: own = "", language = at.data.language }, slug) =>
    named.some(({ council }) => council[0] === slug.split("/")[0]) || hits(read(`${heading} . ${own}`, at, language), words).length > 0;
  return { wanted: wanted.trim(), own: rest ? { isUnwanted } : {} };
}
