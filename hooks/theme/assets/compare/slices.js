// What a reader sees first is made first. The rest follows in slices, between which the browser paints and hears the reader.

/** Milliseconds of work in one slice. */
const SLICE = 12;
/** Milliseconds after which work goes on where nothing is painted, as in a tab behind others. */
const UNPAINTED = 200;

/** @type {Generator | null} what is left to do */
let left = null;

/** Resolves once what stands on the page has been painted. */
export const painted = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    requestAnimationFrame(() => port2.postMessage(null));
    setTimeout(resolve, UNPAINTED);
  });

/**
 * Does some work once the page has been painted as it stands. What was left of earlier work is left undone.
 *
 * @param {Generator} work stops wherever the browser may do something else meanwhile
 */
export async function inSlices(work) {
  left = work;
  await painted();
  while (left === work) {
    const end = performance.now() + SLICE;
    while (left === work && performance.now() < end) step();
    if (left === work) await painted();
  }
}

/** Does all that is left at once: somebody goes to what is not there yet, or prints it. */
export function complete() {
  while (left) step();
}

/** Nothing is left to do. */
export function drop() {
  left = null;
}

function step() {
  const work = left;
  if (work.next().done && left === work) left = null;
}
