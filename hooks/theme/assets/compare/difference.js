// What differs between two texts, word by word: the same as protocolau/comparison/difference.py, case by case.

import { isWord, tokens } from "./tokens.js";

/** Words of one text times those of the other, up to which both are gone through word by word: there is no room for more. */
const LARGEST = 25e6;
const LOUD = "", QUIET = "quiet", RENAMED = "renamed";

/**
 * @typedef {{kind: "same" | "deleted" | "inserted", text: string, manner: string}} Piece `manner` is empty for other
 *   words, `quiet` for case, marks and punctuation alone, `renamed` for another name of the same party
 */

/** @returns {Piece[]} the pieces of which both texts are made: without the inserted the old, without the deleted the new */
export function difference(old, now, names) {
  const runs = [];
  for (const run of smoothed([...runsOf(tokens(old, names), tokens(now, names))])) add(runs, run);
  return runs.flatMap(/** @type {(run: any) => Piece[]} */ (pieces));
}

const isText = (run) => typeof run === "string";

/** What both have, as text, and what differs, as changes, in order. */
function* runsOf(before, after) {
  for (const { kind, old, now } of operations(before, after)) {
    if (kind === "equal") for (const [index, token] of old.entries()) yield ofOneKey(token, now[index]);
    else yield change(old, now);
  }
}

function ofOneKey(old, now) {
  if (old.text === now.text) return old.text;
  return { deleted: old.text, inserted: now.text, manner: old.name === now.name ? QUIET : RENAMED };
}

const textOf = (parts) => parts.map((token) => token.text).join("");

function change(old, now) {
  const manner = [...old, ...now].some(isWord) ? LOUD : QUIET;
  return { deleted: textOf(old), inserted: textOf(now), manner };
}

/** White space alone between two changes of words is part of them: whole phrases read better than single words. */
function smoothed(runs) {
  const isLoud = (run) => run !== undefined && !isText(run) && run.manner === LOUD;
  return runs.map((run, index) =>
    isText(run) && !run.trim() && isLoud(runs[index - 1]) && isLoud(runs[index + 1])
      ? { deleted: run, inserted: run, manner: LOUD }
      : run,
  );
}

/** Adds a run to those before it; neighbours of one kind are one. */
function add(runs, run) {
  const last = runs.at(-1);
  if (last === undefined || isText(run) !== isText(last)) runs.push(run);
  else if (isText(run)) runs[runs.length - 1] = last + run;
  else if (run.manner === last.manner && run.manner !== RENAMED) {
    last.deleted += run.deleted;
    last.inserted += run.inserted;
  } else runs.push(run);
}

function pieces(run) {
  if (isText(run)) return [{ kind: "same", text: run, manner: LOUD }];
  const { deleted, inserted, manner } = run;
  return Object.entries({ deleted, inserted })
    .filter(([, text]) => text)
    .map(([kind, text]) => ({ kind, text, manner }));
}

// ---- the longest common subsequence ----

/** For each place of two sequences of keys the length of the longest common subsequence up to there, row after row. */
function table(old, now) {
  const width = old.length + 1;
  const lengths = new Uint16Array(width * (now.length + 1));
  for (let row = 0; row < now.length; row++) {
    const key = now[row];
    for (let column = 0, above = row * width; column < old.length; column++, above++) {
      const here = above + width;
      lengths[here + 1] = old[column] === key ? lengths[above] + 1 : Math.max(lengths[above + 1], lengths[here]);
    }
  }
  return lengths;
}

/** With how many words two texts begin alike, and with how many of the others they end. */
export function endsAlike(one, other) {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one[start] === other[start]) start++;
  let end = 0;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [start, end];
}

/** The steps from one sequence of tokens to another. Of equally short ways it is rapidfuzz's: found from the end. */
function* operations(before, after) {
  const old = before.map((token) => token.key);
  const now = after.map((token) => token.key);
  const [start, end] = endsAlike(old, now);
  const steps = backwards(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const all = [...Array(start).fill("equal"), ...steps, ...Array(end).fill("equal")];
  yield* gathered(all, before, after);
}

function backwards(old, now) {
  if (old.length * now.length > LARGEST) return [...Array(old.length).fill("delete"), ...Array(now.length).fill("insert")];
  const lengths = table(old, now);
  const grows = (row, column) => lengths[row * (old.length + 1) + column] > lengths[row * (old.length + 1) + column - 1];
  const steps = [];
  let column = old.length;
  let row = now.length;
  while (row && column) {
    if (!grows(row, column)) {
      steps.push("delete");
      column--;
    } else {
      row--;
      if (row && grows(row, column)) steps.push("insert");
      else {
        steps.push("equal");
        column--;
      }
    }
  }
  while (column--) steps.push("delete");
  while (row--) steps.push("insert");
  return steps.reverse();
}

/** Steps of one kind together, and what is taken out together with what is put in beside it. */
function* gathered(steps, before, after) {
  let from = 0;
  let to = 0;
  for (let index = 0; index < steps.length; ) {
    const equal = steps[index] === "equal";
    const old = [];
    const now = [];
    for (; index < steps.length && (steps[index] === "equal") === equal; index++) {
      if (steps[index] !== "insert") old.push(before[from++]);
      if (steps[index] !== "delete") now.push(after[to++]);
    }
    yield { kind: equal ? "equal" : "change", old, now };
  }
}
