// What a reader does not want: "gifts -conwy", "complaint -staff", "gifts not in Conwy", "gifts without the Conwy protocol".

import { read } from "./collection.js";
import { councilsNamed, whatIsMeant } from "./meaning.js";
import { hits } from "./rank.js";
import { fitting, place } from "./result.js";
import { nameWords } from "./text.js";

/** Behind a hyphen anything is not wanted, but behind a word only councils: what one must NOT do is asked for. */
const UNWANTED = /(?<!\S)(?:-("[^"]+"|\p{L}[^\s"]*)|\(?(?:exc(?:ept|luding|l\.?)|other than|apart from|besides|minus|without|heb|ac eithrio|heblaw|ar wah[âa]n i|ond ddim|(?:(?:but|ond) )?n(?:o[tr]|id|either))(?: (?:for|in|am|the|including|gynnwys|y(?:ng?|m|r)?|(?:[bp]h?|mh)rotocol))*(?= ))/giu;
/** Who is "not reading" papers may not mean the council of Reading, and "without Conwy's consent" is what nobody may do: nothing may follow. */
const WEAK = /^(?:n(?:o[tr]|id|either)$|without|heb(?!l))/;
/** Words among which the names of councils that are not wanted are looked for. */
const LOOKED_FOR = 12;

/**
 * @param {object} at
 * @param {string} text what is typed
 * @returns {Promise<{wanted: string, unwanted: string[][], own: import("./result.js").Filters}>} what of it is wanted, each part of the
 *   rest as it is typed and without the sign of it, and the filter that the rest is
 */
export async function parted(at, text) {
  let [wanted, next] = [text, text.length];
  const unwanted = [];
  // From the last on: behind "not Conwy, not Barrow" nothing follows, nor does anything behind the first of both.
  for (const { 0: sign, 1: word, index } of [...text.matchAll(UNWANTED)].reverse()) {
    const behind = text.slice(index + sign.length, next);
    const what = word ?? (await councilsFirst(at, behind));
    const all = word ? sign : sign + what + (/^ protocols?(?!\p{L})/iu.exec(behind.slice(what.length)) ?? "");
    const after = wanted.slice(index + all.length);
    next = index;
    if (!what || (WEAK.test(sign) && /[\p{L}\p{N}]/u.test(after))) continue;
    wanted = wanted.slice(0, index).trimEnd() + after;
    unwanted.unshift([all, what.trim()]);
  }
  const rest = unwanted.map(([, what]) => what).join(" ");
  const { named, inside, isWhole } = await councilsNamed(at, rest, false);
  const councils = (inside.length ? inside : named).map(({ council: [slug] }) => slug);
  const { terms } = await whatIsMeant(at, { text: isWhole ? "" : rest, filters: {}, isTyping: false });
  const words = terms.map((term) => ({ ...term, alternatives: term.alternatives.filter(({ worth }) => worth === 1) }));
  const isUnwanted = ({ heading = "", text: own = "", language = at.data.language }, slug) =>
    councils.includes(slug.split("/")[0]) || hits(read(`${heading} . ${own}`, at, language), words).length > 0;
  return { wanted: wanted.trim(), unwanted, own: rest ? { isUnwanted } : {} };
}

/** How a text begins, as far as it names councils and nothing else: of " Cardiff and Swansea gifts" the first three words. */
async function councilsFirst(at, text) {
  const words = (text.match(/ \S+/g) ?? []).slice(0, LOOKED_FOR);
  const isStop = (word) => at.data.stop.includes(nameWords(word)[0]);
  if (isStop(words.join(""))) return "";
  while (words.length && (isStop(words.at(-1)) || !(await councilsNamed(at, words.join(""), false)).isWhole)) words.pop();
  return words.join("");
}

/**
 * What is found with what is left out of it: said, part of all that is offered, and counted in no result, as what is of another kind or nation.
 * @param {object} at
 * @param {string[][]} unwanted
 * @param {import("./result.js").Filters} filters
 * @param {object} found
 */
export async function leftOut(at, unwanted, filters, found) {
  const { kind, nation, isUnwanted } = filters;
  const results = kind || nation || isUnwanted ? await Promise.all(found.results.map((one) => counted(at, { ...one, filters }))) : found.results;
  if (!isUnwanted) return { ...found, results };
  const still = (text) => text && [text, ...unwanted.map(([typed]) => typed)].join(" ");
  return {
    ...found,
    leftOut: unwanted.map(([, what]) => what.replace(/"|[^\p{L}\p{N}]+$/gu, "")),
    suggestions: found.suggestions.map(still),
    counterpart: still(found.counterpart),
    instead: still(found.instead),
    results,
  };
}

/** A result with as many others as fit. */
async function counted({ files }, result) {
  if (!result.rest) return result;
  const { same, nearly } = await everyPlace(files, result);
  return { ...result, count: same.length, nearly: nearly.reduce((sum, { places }) => sum + places.length, 0) };
}

/** @returns {Promise<{same: import("./result.js").Place[], nearly: {text: string, places: import("./result.js").Place[]}[]}>} every place of a result that fits */
export async function everyPlace(files, { rest: [group, own], clause, filters = {} }) {
  const all = (await files.json(`places/${group}`)).map(([said, places]) => {
    const text = said || clause.text;
    return { text, places: fitting({ ...clause, text, places }, filters).map(place) };
  });
  return { same: all[own].places, nearly: all.filter(({ places }, index) => index !== own && places.length) };
}
