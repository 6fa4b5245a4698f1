"""Language: the translation is in the one that it says, and nothing of the source is left in it."""

from collections.abc import Iterator

from protocolau.translation.checks.finding import CheckedUnit, Finding


def left_untranslated(pair: CheckedUnit) -> Iterator[Finding]:
    """No words of the source stand in the translation but names and words of both languages."""
    for phrase in pair.untranslated:
        remedy = "translate it, or list it under `names` in vocabulary/words.yml if it is a name"
        yield f"left in {pair.names[0]}: “{_short(phrase)}”", remedy


def wrong_language(pair: CheckedUnit) -> Iterator[Finding]:
    """Each sentence has more of the small words of its language than of the other."""
    if sentence := pair.foreign_sentence:
        yield f"this reads as {pair.names[0]}: “{_short(sentence)}”", f"write it in {pair.names[1]}"


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
