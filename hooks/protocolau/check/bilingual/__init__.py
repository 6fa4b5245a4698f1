"""Checks of translations. They warn, and fail nothing; a unit may waive one with a reason:

"2.1":
  en: …
  cy: …
  waive: {numbers: The English misprints the year.}
"""

from protocolau.check.bilingual.finding import BilingualWarning
from protocolau.check.bilingual.memory import memory_warnings
from protocolau.check.bilingual.warnings import CHECKS, WAIVABLE, bilingual_warnings, library_warnings
from protocolau.check.bilingual.words import Words, load_words

__all__ = [
    "CHECKS",
    "WAIVABLE",
    "BilingualWarning",
    "Words",
    "bilingual_warnings",
    "library_warnings",
    "load_words",
    "memory_warnings",
]
