"""Two ways of making written words equal: one forgets accents and capitals, the other capitals and kinds of marks."""

import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans("’‘“”–—", "''\"\"--")
"""Characters that print the same mark."""


@lru_cache(maxsize=65536)
def unaccented(word: str) -> str:
    """A word without accents and capitals: `gŵyn` and `Gwyn` are one."""
    letters = (letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return "".join(letters).casefold()


def lower_with_plain_marks(text: str) -> str:
    """A text, accents kept, in small letters and with the plainest of the marks that print alike."""
    return text.lower().translate(_ALIKE)
