// How a text falls into words: the same as protocolau/search/tokens.py, case by case; see there for the rules.

import { folded } from "../folded.js";

const TOKEN = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const CLITIC = /^(.+)'(?:r|n|u|w|i|m|th|ch)$/s;
const SHORT = 3;

/** @returns {string[]} the words that a token stands for, folded; one with hyphens whole and in parts */
export function wordsOf(token, language) {
  let word = folded(token).replaceAll("’", "'");
  word = language === "cy" ? (CLITIC.exec(word)?.[1] ?? word) : word.replace(/'s$/, "");
  const parts = word.replaceAll("'", "").split("-");
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

/** @returns {string[]} the words of a name without accents and apostrophes: Taff's Well is taffs and well, and Saint Albans st and albans */
export function nameWords(name) {
  return (folded(name).replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word === "saint" ? "st" : word));
}
