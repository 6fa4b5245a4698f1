// Which statements stand side by side: the same as protocolau/comparison/alignment.py, case by case; see there for the rules.

/**
 * @typedef {{alike: number, certain: number, pairing: number, joining: number, mostAsked: number, answered: number,
 *   fewPairs: number, passingWords: number, passingContent: number, passingJoining: number, otherSide: number,
 *   months: string[], principalWeight: number, lastWeight: number, nearlyAll: number,
 *   fewestStems: number, stem: number, shortest: number,
 *   marked: number, fewWords: number}} Thresholds those of alignment.py and verdicts.py
 * @typedef {{keys: string[], side?: string, isPrincipal: boolean, isEntry?: boolean}} Text a statement as it is aligned
 * @typedef {{left: number[], right: number[], byTopicAlone: boolean}} Group statements by their places
 * @typedef {{i: number, j: number, weight: number, areAlike: boolean, mayPair: boolean, mayJoin: boolean,
 *   mayJoinAnswered: boolean, isCertain: boolean}} Likeness
 *   how like two statements are that may be a pair
 */

// ---- how many words two texts have in common in the same order, fast: every statement is weighed against every other ----

const WORD = 32;
const FULL = 2 ** WORD;
const placesKnown = new WeakMap();

/** For each word of a text the places where it stands, as bits. Plain lists: most texts are short, and there are many. */
function placesOf(keys) {
  let places = placesKnown.get(keys);
  if (places) return places;
  places = new Map();
  const size = Math.ceil(keys.length / WORD);
  for (let place = 0; place < keys.length; place++) {
    let bits = places.get(keys[place]);
    if (!bits) places.set(keys[place], (bits = Array(size).fill(0)));
    bits[place >> 5] |= 1 << (place & 31);
  }
  placesKnown.set(keys, places);
  return places;
}

/**
 * The length of the longest common subsequence, by the bits of whole rows (Hyyrö 2004): a bit that is not set is a place
 * of the first text up to which the subsequence is longer by one than before it.
 *
 * @param {string[]} one
 * @param {string[]} other
 * @returns {number} how many words stand in both, in the same order
 */
export function inCommon(one, other) {
  const places = placesOf(one);
  const row = Array(Math.ceil(one.length / WORD)).fill(-1);
  for (const key of other) {
    const here = places.get(key);
    if (!here) continue;
    let carry = 0;
    for (let index = 0; index < row.length; index++) {
      const sum = (row[index] >>> 0) + ((row[index] & here[index]) >>> 0) + carry;
      carry = sum >= FULL ? 1 : 0;
      row[index] = (sum | 0) | (row[index] & ~here[index]);
    }
  }
  return unset(row, one.length);
}

/** How many of the first bits are not set. */
function unset(row, length) {
  let found = 0;
  for (let place = 0; place < length; place++) if (!((row[place >> 5] >>> (place & 31)) & 1)) found++;
  return found;
}

// ---- how like two texts are ----

/** @returns {number} from 0 to 1: how many of the words of both stand in both, in the same order */
export function likeness(one, other) {
  const both = one.length + other.length;
  return both ? (2 * inCommon(one, other)) / both : 0;
}

/** @returns {Set<string>} the beginnings of the longer words of a text, without the names of parties */
export const stems = (keys, { stem, shortest }) =>
  new Set(keys.filter((key) => key.length >= shortest && !key.includes("/")).map((key) => key.slice(0, stem)));

const DAY = /^[0-9]{1,2}[a-z]*$/;
const YEAR = /^(19|20)[0-9]{2}$/;

/** @returns {string[]} words with every date as one of them: the same as protocolau/language/dates.py */
function withDates(keys, { months }) {
  if (!keys.some((key) => YEAR.test(key))) return keys;
  const dated = [];
  for (const key of keys) {
    if (YEAR.test(key) && months.includes(dated.at(-1))) {
      dated.pop();
      if (DAY.test(dated.at(-1))) dated.pop();
      dated.push("/date");
    } else dated.push(key);
  }
  return dated;
}

const toldKnown = new WeakMap();

/** The words of a text and its stems, worked out once: a statement is aligned under each topic, and for each council. */
export function told(text, thresholds) {
  if (!toldKnown.has(text)) {
    const keys = withDates(text, thresholds);
    toldKnown.set(text, { keys, stems: stems(keys, thresholds) });
  }
  return toldKnown.get(text);
}

/** @returns {number} from 0 to 1: how much of the content of the one with less stands in the other, in any order */
function contentLikeness(one, other, thresholds) {
  const fewest = Math.min(one.stems.size, other.stems.size);
  if (fewest < thresholds.fewestStems) return 0;
  let inBoth = 0;
  for (const stem of one.stems) if (other.stems.has(stem)) inBoth++;
  return inBoth / fewest;
}

const OF_CLAUSE = 6; // words from which a text is known within another that has all of them, however few its stems

export const areOpposite = (one, other) => one && other && one !== "both" && other !== "both" && one !== other;

/**
 * @param {Text[]} left
 * @param {Text[]} right
 * @param {Thresholds} thresholds
 * @returns {Group[]} every statement of both in one of them, or in one for each party
 */
export function align(left, right, thresholds) {
  const withTold = ({ keys, side, isPrincipal, isEntry }) => ({ side, isPrincipal, isEntry, ...told(keys, thresholds) });
  return groups(left.map(withTold), right.map(withTold), thresholds);
}

/** How like every two statements are that may be a pair, null where they are none: a row for each on the left. */
function likenesses(left, right, thresholds) {
  const choices = (texts, one) =>
    one.isPrincipal ? texts.filter((other) => other.isPrincipal && !areOpposite(one.side, other.side)).length : 0;
  const besideLeft = left.map((one) => choices(right, one));
  const besideRight = right.map((one) => choices(left, one));
  return left.map((one, i) =>
    right.map((other, j) => {
      if (areOpposite(one.side, other.side)) return null;
      return { i, j, ...likenessOf(one, other, besideLeft[i] * besideRight[j], thresholds) };
    }),
  );
}

/** How like two statements are; `choices` is how many pairs those mainly on the topic that may stand beside either could make. */
function likenessOf(one, other, choices, thresholds) {
  const words = likeness(one.keys, other.keys);
  const content = contentLikeness(one, other, thresholds);
  const isCertain = words >= thresholds.alike || content >= thresholds.certain;
  const areAlike = words >= thresholds.marked;
  const hasEntry = one.isEntry || other.isEntry;
  if (!one.isPrincipal && !other.isPrincipal) {
    const weight = words + content - (words < thresholds.nearlyAll ? thresholds.lastWeight : 0);
    return { weight, areAlike, mayPair: areAlike, isCertain };
  }
  if (!one.isPrincipal || !other.isPrincipal) {
    const isPair = words >= thresholds.passingWords || content >= thresholds.passingContent;
    const mayJoin = !hasEntry && words + content >= thresholds.passingJoining;
    return { weight: words + content, areAlike, mayPair: isPair, mayJoin, isCertain };
  }
  const times = (one.side ?? null) === (other.side ?? null) ? 1 : thresholds.otherSide;
  const areLike = (asked) => words + content >= Math.min(asked * times * (choices - 1), thresholds.mostAsked);
  const fewest = Math.min(one.keys.length, other.keys.length);
  const isWhole = fewest >= OF_CLAUSE && words === (2 * fewest) / (one.keys.length + other.keys.length); // in order in the other
  const isShort = (text) => !isWhole && text.stems.size < thresholds.fewestStems;
  const isInLonger = isShort(one) !== isShort(other); // a short phrase in a longer clause
  const mayHold = times === 1 && !hasEntry && (isShort(one) || isShort(other));
  const mayJoin = !hasEntry && !(isInLonger && choices > thresholds.fewPairs) && areLike(thresholds.joining);
  return {
    weight: words + content + thresholds.principalWeight,
    areAlike,
    mayPair: !fewest || areLike(thresholds.pairing),
    mayJoin,
    mayJoinAnswered: mayJoin && !isInLonger && words + content >= thresholds.answered,
    isHeld: mayHold && words >= thresholds.alike && holdsAll(one.stems, other.stems),
    isCertain,
  };
}

/** Whether of two sets of stems, neither of them empty, one is in the other. */
function holdsAll(one, other) {
  const [less, more] = one.size <= other.size ? [one, other] : [other, one];
  return less.size > 0 && [...less].every((stem) => more.has(stem));
}

function groups(left, right, thresholds) {
  const table = likenesses(left, right, thresholds);
  const made = [];
  const freeLeft = new Set(left.keys());
  const freeRight = new Set(right.keys());
  const answeredLeft = new Set();
  const answeredRight = new Set();

  const areFree = ({ i, j }) => freeLeft.has(i) && freeRight.has(j);
  const take = ({ i, j }) => {
    freeLeft.delete(i);
    freeRight.delete(j);
  };
  const pair = (one, byTopicAlone) => {
    made.push({ left: [one.i], right: [one.j], byTopicAlone });
    take(one);
  };

  /** One beside one, the likest first. */
  const pairTheLikest = () => {
    const pairs = table.flat().filter((one) => one?.mayPair);
    for (const one of pairs.sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j)) {
      if (!areFree(one)) continue;
      pair(one, !one.isCertain);
      if (!one.areAlike) continue;
      answeredLeft.add(one.i);
      answeredRight.add(one.j);
    }
  };

  /** A short phrase that is left beside the only one left that says all of it and little more. */
  const pairWhatIsHeld = () => {
    const held = table.flat().filter((one) => one?.isHeld && areFree(one));
    for (const one of held) if (held.filter(({ i, j }) => i === one.i || j === one.j).length === 1) pair(one, false);
  };

  /** Whether nothing in a group binds the other party than these two do. */
  const fits = (group, i, j) => {
    const sides = [...[...group.left, i].map((place) => left[place].side), ...[...group.right, j].map((place) => right[place].side)];
    return !sides.some((one) => sides.some((other) => areOpposite(one, other)));
  };

  /** The group of one of two statements, where they fit; that of the one that may stand nowhere else, if any. */
  const groupFor = ({ i, j }) => {
    const fitting = made.filter((one) => (one.left.includes(i) || one.right.includes(j)) && fits(one, i, j));
    const [ofOne, ofOther] = [left[i].side, right[j].side].map((side) => side && side !== "both");
    return fitting.find((one) => (ofOne && one.left.includes(i)) || (ofOther && one.right.includes(j))) ?? fitting[0];
  };

  /** Two statements, of which one is free, join the partner's group, or make one of their own. */
  const join = (one) => {
    const group = groupFor(one);
    if (!group) return pair(one, !one.isCertain);
    group.left = [...new Set([...group.left, one.i])];
    group.right = [...new Set([...group.right, one.j])];
    group.byTopicAlone &&= !one.isCertain;
    take(one);
  };

  /** Of some pairs the likest in which one that is left may join the other is joined, the first such. */
  const joinTheLikest = (pairs) => {
    const isAnswered = ({ i, j }) => answeredLeft.has(i) || answeredRight.has(j);
    const joining = pairs.filter((one) => one && (isAnswered(one) ? one.mayJoinAnswered : one.mayJoin));
    if (joining.length) join(joining.reduce((found, one) => (one.weight > found.weight ? one : found)));
  };

  /** What is left joins what is like enough, taken or not. */
  const joinTheLeft = () => {
    for (const i of freeLeft) joinTheLikest(table[i]);
    for (const j of freeRight) joinTheLikest(table.map((row) => row[j]));
  };

  const repeat = (row, isOther) => {
    const pairs = row.filter((one) => one && isOther(one));
    if (!pairs.some(({ i, j }) => made.some((group) => group.left.includes(i) && group.right.includes(j)))) joinTheLikest(pairs);
  };

  /** What binds both parties, and stands beside what binds one, stands beside what binds the other too. */
  const repeatForTheOtherParty = () => {
    for (const group of [...made]) {
      for (const [i, j] of group.left.flatMap((i) => group.right.map((j) => [i, j]))) {
        const [one, other] = [left[i].side, right[j].side];
        if (one === "both") repeat(table[i], (pair) => areOpposite(right[pair.j].side, other));
        else if (other === "both") repeat(table.map((row) => row[j]), (pair) => areOpposite(left[pair.i].side, one));
      }
    }
  };

  pairTheLikest();
  pairWhatIsHeld();
  joinTheLeft();
  repeatForTheOtherParty();
  for (const i of freeLeft) made.push({ left: [i], right: [], byTopicAlone: false });
  for (const j of freeRight) made.push({ left: [], right: [j], byTopicAlone: false });
  return inOrder(made);
}

function inOrder(groups) {
  const ascending = (places) => [...places].sort((a, b) => a - b);
  const compared = (one, other) => {
    const index = one.findIndex((place, at) => place !== other[at]);
    return index < 0 ? one.length - other.length : one[index] - (other[index] ?? -1);
  };
  return groups
    .map((group) => ({ ...group, left: ascending(group.left), right: ascending(group.right) }))
    .sort((a, b) => Number(!a.left.length) - Number(!b.left.length) || compared(a.left, b.left) || compared(a.right, b.right));
}
