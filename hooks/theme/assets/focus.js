// Where the focus may go when what was pressed is answered only after a while.

/** @returns {() => boolean} whether the focus is still where it is now, or nowhere: whoever has gone on is not brought back */
export function stillHere() {
  const before = document.activeElement;
  return () => [before, document.body, null].includes(document.activeElement);
}
