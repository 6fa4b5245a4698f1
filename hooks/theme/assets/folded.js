/** A text without accents and case, so that "ty" finds "tŷ". */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
