// The number of a clause as people write it, and the anchor that it stands for.

import { folded } from "./folded.js";

/**
 * @param {string} number "3.1 (a)" is 3.1.a, the second 1.1 is "1.1 (2)", "Appendix 1.5" is appendix.1.5
 * @param {string} appendix what an appendix is called in the reader's language
 * @returns {string} the anchor
 */
export function anchorOf(number, appendix) {
  const plain = folded(number).replace(appendix, "appendix").replace(/(\d) \((\d)\)$/, "$1-$2");
  return plain.split(/[\s().]+/).filter(Boolean).join(".");
}
