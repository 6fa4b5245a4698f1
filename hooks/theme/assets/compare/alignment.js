// Which provisions stand side by side: the same as protocolau/comparison/alignment.py, case by case; see there for the rules.

import { inCommon } from "./difference.js";

/**
 * @typedef {{alike: number, held: number, telling: number, marked: number}} Thresholds those of alignment.py
 * @typedef {{left: number[], right: number[], inOtherWords: boolean}} Group provisions by their places
 */

/** @returns {number} from 0 to 1: how many of the words of both stand in both, in the same order */
export function likeness(one, other) {
  const both = one.length + other.length;
  return both ? (2 * inCommon(one, other)) / both : 0;
}

/**
 * @param {string[][]} left provisions, each as its words
 * @param {string[][]} right
 * @param {Thresholds} thresholds
 * @returns {Group[]} every provision of both in one of them
 */
export function align(left, right, thresholds) {
  const groups = pairs(left, right, thresholds.alike);
  let freeLeft = left.map((_, i) => i).filter((i) => !groups.some((group) => group.left.includes(i)));
  let freeRight = right.map((_, j) => j).filter((j) => !groups.some((group) => group.right.includes(j)));
  for (const i of [...freeLeft]) {
    const j = heldBy(left[i], right, thresholds);
    if (j === null) continue;
    join(groups, "left", i, "right", j);
    freeLeft = freeLeft.filter((one) => one !== i);
    freeRight = freeRight.filter((one) => one !== j);
  }
  for (const j of [...freeRight]) {
    const i = heldBy(right[j], left, thresholds);
    if (i === null) continue;
    join(groups, "right", j, "left", i);
    freeRight = freeRight.filter((one) => one !== j);
    freeLeft = freeLeft.filter((one) => one !== i);
  }
  return inOrder([...groups, ...leftOver(freeLeft, freeRight)]);
}

/** One beside one, the likest first. */
function pairs(left, right, alike) {
  const likely = left.flatMap((one, i) => right.map((other, j) => ({ likeness: likeness(one, other), i, j })));
  likely.sort((a, b) => b.likeness - a.likeness || a.i - b.i || a.j - b.j);
  const groups = [];
  for (const found of likely) {
    const taken = groups.some((group) => group.left[0] === found.i || group.right[0] === found.j);
    if (found.likeness >= alike && !taken) groups.push({ left: [found.i], right: [found.j], inOtherWords: false });
  }
  return groups;
}

/** The place of the provision that shares most of the shorter one's words, the first such; null where none does. */
function heldBy(one, others, { held, telling }) {
  let best = held;
  let place = null;
  for (const [index, other] of others.entries()) {
    const shorter = Math.min(one.length, other.length);
    const share = shorter >= telling ? inCommon(one, other) / shorter : 0;
    if (share > best || (place === null && share === best)) [best, place] = [share, index];
  }
  return place;
}

/** Puts a provision of one side beside one of the other, with whatever stands there already. */
function join(groups, side, one, otherSide, other) {
  const known = groups.find((group) => group[otherSide].includes(other));
  if (known) known[side].push(one);
  else groups.push({ [side]: [one], [otherSide]: [other], inOtherWords: false });
}

function leftOver(freeLeft, freeRight) {
  if (freeLeft.length && freeRight.length) return [{ left: freeLeft, right: freeRight, inOtherWords: true }];
  return [
    ...freeLeft.map((i) => ({ left: [i], right: [], inOtherWords: false })),
    ...freeRight.map((j) => ({ left: [], right: [j], inOtherWords: false })),
  ];
}

function inOrder(groups) {
  const ascending = (places) => [...places].sort((a, b) => a - b);
  const sorted = groups.map((group) => ({ ...group, left: ascending(group.left), right: ascending(group.right) }));
  const first = (places) => places[0] ?? Infinity;
  return sorted.sort((a, b) => first(a.left) - first(b.left) || first(a.right) - first(b.right));
}
