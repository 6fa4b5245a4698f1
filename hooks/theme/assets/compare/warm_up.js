// While a reader chooses the second council the browser makes the code ready by which two are compared and shown: the
// first is compared with itself, a group of topics at a time, and nothing comes of it.

import { compare } from "./comparison.js";
import { sentence } from "./summary.js";
import { bodies } from "./view.js";

const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
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
  const twice = [council, council];
  const groups = [...setting.groups];
  const next = () => {
    const topics = compare(twice, { ...setting, groups: groups.splice(-1) });
    sentence(topics, twice, setting);
    for (const _ of bodies(topics, twice, setting));
    if (groups.length) whenIdle(next);
  };
  whenIdle(next);
}
