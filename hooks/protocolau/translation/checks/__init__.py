"""Checks of translations. They warn, and fail nothing; a unit may waive one with a reason:

"2.1":
  en: …
  cy: …
  waive: {numbers: The English misprints the year.}
"""

from protocolau.translation.checks.accepted_words import AcceptedWords, accepted_words_in, load_accepted_words
from protocolau.translation.checks.checker import TranslationChecker
from protocolau.translation.checks.finding import BilingualWarning
from protocolau.translation.checks.warnings import CHECKS, WAIVABLE

__all__ = [
    "CHECKS",
    "WAIVABLE",
    "AcceptedWords",
    "BilingualWarning",
    "TranslationChecker",
    "accepted_words_in",
    "load_accepted_words",
]
