// How a text falls into words: the same as protocolau/language/search_tokens.py, case by case; see there for the rules.

import { folded } from "../folded.js";

/** A phrase in quotation marks. */
export const QUOTED = /["“”„«]([^"“”„«»]+)["“”„»]/gu;
const TOKEN = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** What is written to a word behind an apostrophe: a whole word in Welsh, and what tells whose something is in English. */
const WRITTEN_TO = { cy: /(?<=.)['’](?:r|n|u|w|i|m|th|ch)$/is, en: /['’]s$/i };
const SHORT = 3;

/** @returns {string} a token without what is written to it: of "teulu'n" teulu, of "solicitor's" solicitor */
export const alone = (token, language) => token.replace(WRITTEN_TO[language], "");

/** @returns {string[]} the words that a token stands for, folded; one with hyphens whole and in parts */
export function wordsOf(token, language) {
  const parts = alone(folded(token), language).replace(/['’]/g, "").split("-");
  return parts.length === 1 ? parts : [parts.join(""), ...parts.filter((part) => part.length >= SHORT)];
}

/** @returns {{start: number, end: number, words: string[]}[]} the tokens of a text where they stand */
export function tokens(text, language) {
  return [...text.normalize("NFC").matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: wordsOf(match[0], language),
  }));
}

/** Letters of a query that are read: more than a whole clause has. */
const READ = 1200;

/** @returns {string} what is typed, or taken from a page or a PDF, as keys would type it: "oﬃcer", "３.１", "8·6", "chwythu´r" and a phrase in ‘ ’ too */
export function asTyped(text) {
  const plain = text.normalize("NFKC").replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "");
  const apart = plain.replace(/(?<=\p{L})(?:(?:\s?\u0301|[`‘ʼ′])(?=\p{L})|\s[`‘ʼ′](?=(?:[rnuwim]|th|ch)(?!\p{L})))/gu, "'"); // ´ has a space in it
  return apart.replaceAll("\u2010", "-").replace(/(?<=\d)[·•∙⋅](?=\d)/g, ".").slice(0, READ).replace(/(?<![\p{L}\p{N}])[‘'‹]([^"“”]+?)[’'›](?![\p{L}\p{N}])/gu, '"$1"').normalize("NFC").trim();
}

/** @returns {string[]} the words of a name without accents and apostrophes: Taff's Well is taffs and well, and Saint Albans st and albans */
export function nameWords(name) {
  return (folded(name).replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word === "saint" ? "st" : word));
}
