// Which statements stand side by side: the same as protocolau/comparison/alignment.py, case by case; see there for the rules.

import { inCommon } from "./difference.js";

/**
 * @typedef {{alike: number, content: number, certain: number, fewestStems: number, stem: number, shortest: number,
 *   marked: number, fewWords: number, near: number}} Thresholds those of alignment.py and verdicts.py
 * @typedef {{keys: string[], side?: string, isPrincipal: boolean}} Text a statement as it is aligned
 * @typedef {{left: number[], right: number[], byTopicAlone: boolean}} Group statements by their places
 */

/** @returns {number} from 0 to 1: how many of the words of both stand in both, in the same order */
export function likeness(one, other) {
  const both = one.length + other.length;
  return both ? (2 * inCommon(one, other)) / both : 0;
}

/** @returns {Set<string>} the beginnings of the longer words of a text, without the names of parties */
export const stems = (keys, { stem, shortest }) =>
  new Set(keys.filter((key) => [...key].length >= shortest && !key.includes("/")).map((key) => [...key].slice(0, stem).join("")));

/** @returns {number} from 0 to 1: how much of the content of the one with less stands in the other, in any order */
function contentLikeness(one, other, thresholds) {
  const fewest = Math.min(one.stems.size, other.stems.size);
  if (fewest < thresholds.fewestStems) return 0;
  return [...one.stems].filter((stem) => other.stems.has(stem)).length / fewest;
}

export const areOpposite = (one, other) => Boolean(one && other) && one !== "both" && other !== "both" && one !== other;

const mayPair = (one, other) => (one.isPrincipal || other.isPrincipal) && !areOpposite(one.side, other.side);

/**
 * @param {Text[]} left
 * @param {Text[]} right
 * @param {Thresholds} thresholds
 * @returns {Group[]} every statement of both in one of them, or in one for each party
 */
export function align(left, right, thresholds) {
  const withStems = (texts) => texts.map((text) => ({ ...text, stems: stems(text.keys, thresholds) }));
  return new Alignment(withStems(left), withStems(right), thresholds).groups();
}

class Alignment {
  constructor(left, right, thresholds) {
    this.left = left;
    this.right = right;
    this.thresholds = thresholds;
    this.made = [];
    this.freeLeft = new Set(left.keys());
    this.freeRight = new Set(right.keys());
  }

  groups() {
    this.pairTheLikest();
    this.joinTheLeft();
    const alone = [
      ...[...this.freeLeft].map((i) => ({ left: [i], right: [], byTopicAlone: false })),
      ...[...this.freeRight].map((j) => ({ left: [], right: [j], byTopicAlone: false })),
    ];
    return inOrder([...this.made, ...alone]);
  }

  /** One beside one, the likest first. */
  pairTheLikest() {
    for (const { i, j, words, content } of this.likestFirst()) {
      if (!this.freeLeft.has(i) || !this.freeRight.has(j)) continue;
      const isCertain = words >= this.thresholds.alike || content >= this.thresholds.certain;
      this.made.push({ left: [i], right: [j], byTopicAlone: !isCertain });
      this.freeLeft.delete(i);
      this.freeRight.delete(j);
    }
  }

  likestFirst() {
    const weighed = this.left.flatMap((one, i) =>
      this.right.flatMap((other, j) => {
        if (!mayPair(one, other)) return [];
        const words = likeness(one.keys, other.keys);
        const content = contentLikeness(one, other, this.thresholds);
        return [{ i, j, words, content, weight: words + content }];
      }),
    );
    return weighed.sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j);
  }

  /** What is left joins what is like enough in content, taken or not. */
  joinTheLeft() {
    for (const i of [...this.freeLeft]) {
      const j = this.likest(this.left[i], this.right);
      if (j !== null) this.join(i, j);
    }
    for (const j of [...this.freeRight]) {
      const i = this.likest(this.right[j], this.left);
      if (i !== null) this.join(i, j);
    }
  }

  likest(text, others) {
    let largest = 0;
    let place = null;
    others.forEach((other, index) => {
      const share = mayPair(text, other) ? contentLikeness(text, other, this.thresholds) : 0;
      if (share >= this.thresholds.content && share > largest) [largest, place] = [share, index];
    });
    return place;
  }

  /** Two statements, of which one is free, join the partner's group, or make one of their own. */
  join(i, j) {
    const group = this.made.find((one) => (one.left.includes(i) || one.right.includes(j)) && this.fits(one, i, j));
    if (group) {
      group.left = [...new Set([...group.left, i])];
      group.right = [...new Set([...group.right, j])];
      group.byTopicAlone = false;
    } else {
      this.made.push({ left: [i], right: [j], byTopicAlone: false });
    }
    this.freeLeft.delete(i);
    this.freeRight.delete(j);
  }

  /** Whether nothing in a group binds the other party than these two do. */
  fits(group, i, j) {
    const sides = [...[...group.left, i].map((place) => this.left[place].side), ...[...group.right, j].map((place) => this.right[place].side)];
    return !sides.some((one) => sides.some((other) => areOpposite(one, other)));
  }
}

function inOrder(groups) {
  const ascending = (places) => [...places].sort((a, b) => a - b);
  const compared = (one, other) => {
    for (let index = 0; index < Math.max(one.length, other.length); index++) {
      const [a, b] = [one[index] ?? -1, other[index] ?? -1];
      if (a !== b) return a - b;
    }
    return 0;
  };
  return groups
    .map((group) => ({ ...group, left: ascending(group.left), right: ascending(group.right) }))
    .sort((a, b) => !a.left.length - !b.left.length || compared(a.left, b.left) || compared(a.right, b.right));
}
