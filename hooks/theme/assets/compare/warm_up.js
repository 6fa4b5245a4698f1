// While a reader chooses the second council the browser makes the code ready by which two are compared and shown: the
// first is compared with itself, its statements set under each other's topics, a group of topics at a time, and nothing
// comes of it.

import { compare } from "./comparison.js";
import { sentence } from "./summary.js";
import { bodies } from "./view.js";

const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
/** How far statements are moved, once each: what a browser has done but once it does slowly. */
const MOVED = [1, 2];
let isWarm = false;

/**
 * Compares a council with itself, once for the page, while nothing else is to be done.
 *
 * @param {import("./council.js").Council & {title: string, address: string}} council
 * @param {Object} setting as of a comparison, with what its table needs
 */
export function warmUp(council, setting) {
  if (isWarm) return;
  isWarm = true;
  const left = MOVED.flatMap((by) => setting.groups.map((group) => ({ twice: [council, moved(council, by)], groups: [group] })));
  const next = () => {
    const { twice, groups } = left.pop();
    const topics = compare(twice, { ...setting, groups });
    sentence(topics, twice, { ...setting, groups });
    for (const _ of bodies(topics, twice, setting));
    if (left.length) whenIdle(next);
  };
  whenIdle(next);
}

/** A council that says the same under other topics. */
function moved(council, by) {
  const { statements } = council;
  const topicsOf = (place) => statements[(place + by) % statements.length].topics;
  return { ...council, statements: statements.map((one, place) => ({ ...one, topics: topicsOf(place) })) };
}
