// Wordings at hand, read once into words, and which of them have a word.

import { kindsTold } from "./asking.js";
import { tokens } from "./text.js";

/**
 * @typedef {[string, string, string, string, string, string]} PackedPlace document, anchor, label, council, its kind and nation
 * @typedef {{heading?: string, text?: string, context?: string, around?: string, language?: string, topics?: string[], party?: string,
 *   places: PackedPlace[], counts?: [string, string, number][], nearly?: number, rest?: [number, number]}} Wording as result_files.py
 *   packs it
 * @typedef {{start: number, end: number, heads: string[]}} Token a word where it stands, with the words it may be a form of
 * @typedef {{vocabulary: import("./vocabulary.js").Vocabulary, language: string, topicNames: Map<string, string>, stop: Set<string>}} Reading how
 *   texts are read
 * @typedef {{wording: Wording, fields: Object<string, Token[]>, topics: Token[][], told: import("./asking.js").Kind[]}} Entry `topics` are the
 *   telling words of their names, `told` the kinds of answer that it gives
 */

/** @returns {Token[]} the words of a text */
export function read(text, { vocabulary }, language) {
  return tokens(text, language).map(({ start, end, words }) => ({
    start,
    end,
    heads: words.flatMap((word) => vocabulary.heads.get(word) ?? [word]),
  }));
}

/** The word by which what has a value is found: the same as index_words.py's filter_term. */
export const mark = (kind, value) => `z${kind[0]}${value.replaceAll("-", "")}`;

export class Collection {
  /** @param {Reading} reading */
  constructor(reading) {
    this.reading = reading;
    /** @type {Map<string, Entry>} */ this.entries = new Map();
    /** @type {Map<string, Set>} */ this.having = new Map();
  }

  /** @param {Wording[]} wordings those that are known already make no difference */
  add(wordings) {
    for (const wording of wordings) {
      const [document, anchor] = wording.places[0];
      const key = `${document}#${anchor} ${wording.text ?? ""}`;
      if (!this.entries.has(key)) this.#enter(key, wording);
    }
    return this;
  }

  #enter(key, wording) {
    const spoken = wording.language ?? this.reading.language;
    const names = (wording.topics ?? []).map((slug) => this.reading.topicNames.get(slug)).filter(Boolean);
    const fields = { topic: read(names.join(" . "), this.reading, this.reading.language) };
    for (const field of ["text", "heading", "context", "around"]) fields[field] = read(wording[field] ?? "", this.reading, spoken);
    const isTelling = ({ heads }) => !heads.some((head) => this.reading.stop.has(head));
    const topics = names.map((name) => read(name, this.reading, this.reading.language).filter(isTelling));
    const told = kindsTold([wording.context, wording.heading, wording.text].filter(Boolean).join(" "), spoken);
    const entry = { wording, fields, topics, told };
    this.entries.set(key, entry);
    const heads = Object.values(fields).flatMap((words) => words.flatMap((word) => word.heads));
    for (const head of new Set([...heads, ...(wording.topics ?? []).map((slug) => mark("topic", slug))])) {
      if (!this.having.has(head)) this.having.set(head, new Set());
      this.having.get(head).add(entry);
    }
  }

  /** @returns the entries that have any of some words; all where none is asked for */
  withAny(heads) {
    if (!heads.length) return [...this.entries.values()];
    return [...new Set(heads.flatMap((head) => [...(this.having.get(head) ?? [])]))];
  }
}
