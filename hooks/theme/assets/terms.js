// A word of the glossary explains itself in a card below its line, which is fetched, with the words of the glossary, when
// one is first pointed at or reached; without scripts its link leads to the glossary. The focus stays on the word, so that
// Tab goes on from there.

const article = document.querySelector("article.protocol");
let fetched = null;
let wasOpen = false;

for (const link of article.querySelectorAll("a.term")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
}

async function wanted(event) {
  if (!event.target.closest("a.term")) return;
  fetched = await import("./term_card.js");
  fetched.glossary(event.target.closest("a.term")).catch(() => {});
}
article.addEventListener("pointerover", wanted);
article.addEventListener("focusin", wanted);

// A press elsewhere closes the card before the click arrives, and so must be remembered.
document.addEventListener("pointerdown", (event) => (wasOpen = fetched?.isOpenFor(event.target.closest("a.term"))), { capture: true });

article.addEventListener("click", async (event) => {
  const link = event.target.closest("a.term");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const { card, explain, isOpenFor } = await import("./term_card.js");
    if (!(event.detail ? wasOpen : isOpenFor(link))) await explain(link);
    else if (card.matches(":popover-open")) card.hidePopover();
  } catch {
    location.assign(link.href); // where the glossary cannot be fetched, its page still explains the word
  }
});

// What calls itself a button is pressed by the space bar too.
article.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a.term")) return;
  event.preventDefault();
  event.target.click();
});
