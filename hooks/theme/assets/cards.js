// A card that a place in the text opens: the browser's own popover, so that Escape or a click elsewhere closes it. It
// stands behind that place in the order of the page and in room made for it below the words, so that it covers nothing.
// Its words can be copied by themselves; where what stands round it is copied, they are passed over.

const WORDS = "td, th, caption, p, h2, h3, h4, h5, h6";

/**
 * @param {HTMLElement} card with the attribute popover
 * @param {HTMLElement} opener what has asked for it; it says whether the card is open
 */
export function openCard(card, opener) {
  const block = opener.closest(".margin")?.previousElementSibling ?? opener.closest(WORDS);
  opener.after(card);
  card.showPopover();
  opener.setAttribute("aria-expanded", "true");
  block.classList.add("has-card");
  place(card, block);
  const placeAgain = () => place(card, block);
  const left = (event) => !card.contains(event.target) && event.target !== opener && card.hidePopover();
  const passOver = () => {
    const { anchorNode, focusNode } = getSelection();
    card.classList.toggle("passed-over", !card.contains(anchorNode) || !card.contains(focusNode));
  };
  addEventListener("resize", placeAgain);
  document.addEventListener("focusin", left);
  document.addEventListener("copy", passOver);
  card.addEventListener("toggle", function closed(event) {
    if (event.newState === "open") return;
    card.removeEventListener("toggle", closed);
    removeEventListener("resize", placeAgain);
    document.removeEventListener("focusin", left);
    document.removeEventListener("copy", passOver);
    opener.setAttribute("aria-expanded", "false");
    block.classList.remove("has-card");
  });
}

/** Makes room below the words of a block, and puts the card there. */
function place(card, block) {
  block.style.setProperty("--room", `${card.offsetHeight + 12}px`);
  const box = block.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16);
  card.style.left = `${Math.max(8, left) + scrollX}px`;
  card.style.top = `${box.bottom - card.offsetHeight - 6 + scrollY}px`;
}
