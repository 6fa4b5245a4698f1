// The number of a clause as people write it, and the anchor that it stands for.

import { folded } from "./folded.js";

/** @typedef {Object<string, string[]>} Divisions by kind (part, schedule, appendix), what it is called in either language */

/** What is short for a division, or another word for it. */
const SHORT = { part: "pt", schedule: "sched?|atodl", appendix: "appx?|atod|annexe?|anecs" };

/** Words that may stand before the number of a division, or of a clause in it, for an expression. */
export const SHORT_WORDS = Object.values(SHORT).join("|");

/** @returns {string} a number with its division in full: of "app. 1.3" appendix 1.3, of "annex B" appendix B */
export function inFull(number) {
  const before = "\\.?\\s*(?=\\d|(?<=\\s)[a-z](?:[\\s,.]*\\d|$))";
  return Object.entries(SHORT).reduce((text, [kind, words]) => text.replace(new RegExp(`(^|\\s)(?:${words})${before}`, "gi"), `$1${kind} `), number);
}

/**
 * @param {string} number "3.1 (a)" is 3.1.a, "6(1)(a)" 6.1.a, the second 1.1 is "1.1 (2)", "Appendix 1.5" is appendix.1.5,
 *   "Part 3, 4" is part-3.4
 * @param {Divisions} divisions
 * @returns {string} the anchor
 */
export function anchorOf(number, divisions) {
  let plain = inFull(folded(number));
  for (const [kind, words] of Object.entries(divisions)) {
    const word = `(^|\\s)(?:${[kind, ...words].join("|")})`;
    plain = plain.replace(new RegExp(`${word}\\s+(\\d+[a-z]?|[ivx]+|[a-z])(?=[\\s,]|$)[\\s,]*`), `$1${kind}-$2 `);
    plain = plain.replace(new RegExp(`${word}(?=\\s|$)`), `$1${kind}`);
  }
  plain = plain.replace(/(\d) \((\d)\)(?=\(|$)/, "$1-$2");
  return plain.split(/[\s().,·]+/).filter(Boolean).join(".");
}

const DIVISION = /^(?:(?:part|schedule|appendix)(?:-[\da-z]+)?\.)+(?=\d)/;

/**
 * @param {string} anchor as typed
 * @param {string[]} anchors those that there are
 * @returns {string | undefined} the one that is meant: that very number, whatever stands round it, and no other, however near
 */
export function anchorAmong(anchor, anchors) {
  if (anchors.includes(anchor)) return anchor;
  const small = new Map(anchors.map((one) => /** @type {const} */ ([one.toLowerCase(), one])).reverse());
  return small.get(anchorsMeant(anchor.toLowerCase(), small).find((one) => small.has(one)));
}

/**
 * What an anchor that is typed may stand for, the likeliest first: "Appendix 1" may be clause 1 of the only one, a space
 * before a bracket need not count a repeated number, 3.1a may be 3.1(a), and a word such as "paragraph" is part of none.
 */
function anchorsMeant(typed, anchors) {
  const division = typed.match(DIVISION)?.[0];
  const meant = [typed, typed.replace(/^(appendix|schedule)-/, "$1."), typed.replace(/(\d)-(\d)/, "$1.$2"), typed.replace(/(\d)([a-z])(?=\.|$)/, "$1.$2")];
  if (!division) return [...meant, typed.replace(/^(?:[a-z-]+\.)+(?=\d)/, "")];
  return runsOn(division, anchors) ? [...meant, typed.slice(division.length)] : meant;
}

/** Whether the numbers run on through a part, so that it is before none of them. */
function runsOn(division, anchors) {
  const inIt = (one) => one.startsWith(division) && /\d/.test(one[division.length]);
  return anchors.has(division.slice(0, -1)) && ![...anchors.keys()].some(inIt);
}
