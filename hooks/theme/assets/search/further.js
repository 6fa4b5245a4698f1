// Further wordings, where not all are in the first file.

import { mark } from "./collection.js";
import { having, rarestOf } from "./having.js";

/** Files of further wordings that a query fetches at most, and results that such a file lists for a word. */
const FURTHER = 4;
const LISTED = 24;

/** Adds to the wordings at hand those that have the words of a query. */
export async function fetchFurther(at, terms, filters) {
  const wanted = furtherFiles(at, terms, filters);
  const fetched = await Promise.all(wanted.map(({ file }) => at.files.json(`more/${file}`)));
  fetched.forEach(({ records, words }, index) => {
    for (const head of wanted[index].heads) at.everywhere.add((words[head] ?? []).map((number) => records[number]));
  });
}

/** The files in which the words of a query are, those of the words that tell most before others. */
function furtherFiles({ data, vocabulary }, terms, filters) {
  const marks = ["kind", "nation", "topic", "party"].filter((kind) => filters[kind]).map((kind) => mark(kind, filters[kind]));
  const rarest = [...terms].sort((a, b) => having(a, vocabulary) - having(b, vocabulary));
  const heads = [...marks, ...rarest.flatMap(({ alternatives }) => alternatives.flatMap((one) => headsOf(one, vocabulary)))];
  const files = new Map();
  for (const head of heads) {
    const file = fileOf(head, data.more);
    if (file && (files.has(file) || files.size < FURTHER)) files.set(file, [...(files.get(file) ?? []), head]);
  }
  return [...files].map(([file, wanted]) => ({ file, heads: wanted }));
}

/** The words by which what has an alternative is listed. */
const headsOf = ({ words, topic }, vocabulary) => (topic ? [mark("topic", topic)] : rarestOf(words, vocabulary));

/** The file whose name is the longest beginning of a word. */
function fileOf(head, files) {
  for (let size = head.length; size; size -= 1) if (files.includes(head.slice(0, size))) return head.slice(0, size);
  return null;
}

/** @returns {boolean} whether there may be results that no file lists */
export function isCut({ data, vocabulary }, { terms }) {
  return data.more.length > 0 && terms.some((term) => having(term, vocabulary) > LISTED);
}
