"""What is to be said of the language of a version's words: the notice that stands above them."""

from collections.abc import Callable

from protocolau.language import other
from protocolau.model.protocol import Version
from protocolau.translation.reading import Reading


def missing_unit(version: Version) -> str:
    """Which words of the interface, `missing.…`, say of a provision alone that it is not in a language. Where both were
    adopted alike nobody has to translate it: it is only not held here."""
    return "unit_alike" if version.other_language == "equal" else "unit"


def translation_notice(t: Callable[[str], str], version: Version, language: str, both: bool = False) -> str | None:
    """What stands above a version read in a language, or above `both` side by side, in the words of the interface.

    None where nothing need be said: above words in the one language in which they were adopted.
    """
    state = Reading(version, other(version.language)).state
    if version.other_language == "equal":
        return t("notice.equal" if state == "adopted" else "notice.equal.partly")
    if language == version.language and not both:
        if version.other_language != "exists":
            return None
        return t(f"notice.exists_alone.{language}" if state == "missing" else f"notice.exists.{language}")
    if version.other_language == "exists" and state != "adopted":
        return t(f"notice.{state}.{version.language}.exists")
    return t(f"notice.{state}.{version.language}")
