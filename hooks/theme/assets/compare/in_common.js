// How many words two texts have in common in the same order, fast: every statement is weighed against every other.

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
  let isUnlike = true;
  for (const key of other) {
    const here = places.get(key);
    if (!here) continue;
    isUnlike = false;
    let carry = 0;
    for (let index = 0; index < row.length; index++) {
      const sum = (row[index] >>> 0) + ((row[index] & here[index]) >>> 0) + carry;
      carry = sum >= FULL ? 1 : 0;
      row[index] = (sum | 0) | (row[index] & ~here[index]);
    }
  }
  return isUnlike ? 0 : unset(row, one.length);
}

/** How many of the first bits are not set. */
function unset(row, length) {
  let found = 0;
  for (let place = 0; place < length; place++) if (!((row[place >> 5] >>> (place & 31)) & 1)) found++;
  return found;
}
