// How many words two texts have in common in the same order, fast: every statement is weighed against every other.

const WORD = 32;
const FULL = 2 ** WORD;
const placesKnown = new WeakMap();

/** For each word of a text the places where it stands, as bits. */
function placesOf(keys) {
  if (!placesKnown.has(keys)) {
    const places = new Map();
    for (const [place, key] of keys.entries()) {
      if (!places.has(key)) places.set(key, new Uint32Array(Math.ceil(keys.length / WORD)));
      places.get(key)[place >> 5] |= 1 << (place & 31);
    }
    placesKnown.set(keys, places);
  }
  return placesKnown.get(keys);
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
  const row = new Uint32Array(Math.ceil(one.length / WORD)).fill(FULL - 1);
  for (const key of other) {
    const here = places.get(key);
    if (!here) continue;
    let carry = 0;
    for (let index = 0; index < row.length; index++) {
      const matching = (row[index] & here[index]) >>> 0;
      const sum = row[index] + matching + carry;
      carry = sum >= FULL ? 1 : 0;
      row[index] = sum | (row[index] & ~here[index]);
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
