"""Checks of translations. They warn, and fail nothing; a unit may waive one with a reason:

"2.1":
  en: …
  cy: …
  waive: {numbers: The English misprints the year.}
"""

from protocolau.translation.checks.accepted_words import AcceptedWords, load_accepted_words
from protocolau.translation.checks.consistency import memory_warnings
from protocolau.translation.checks.finding import BilingualWarning
from protocolau.translation.checks.warnings import CHECKS, WAIVABLE, bilingual_warnings, library_warnings

__all__ = [
    "CHECKS",
    "WAIVABLE",
    "BilingualWarning",
    "AcceptedWords",
    "bilingual_warnings",
    "library_warnings",
    "load_accepted_words",
    "memory_warnings",
]
