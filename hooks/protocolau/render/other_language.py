"""What pages say of the other language of a version: whether the council has it too, and what stands here instead.

Where both languages were adopted alike, neither prevails. Where the council has a text that is not held here, nothing
is said of which of its two prevails, and what stands here is called our own.
"""

from protocolau.language import other
from protocolau.model.protocol import Version
from protocolau.render.context import RenderContext
from protocolau.translation import notices
from protocolau.translation.reading import Reading


def translation_words(rendering: RenderContext, version: Version) -> str:
    """How a version stands in the language in which it was not adopted, or in which it is not held here."""
    t, state = rendering.messages, Reading(version, other(version.language)).state
    if version.other_language == "exists":
        return t(f"state.{state}.exists")
    if version.other_language == "equal":
        return t("state.adopted" if state == "adopted" else "state.equal.partly")
    return t(f"state.{state}")


def translation_notice(rendering: RenderContext, version: Version, both: bool = False) -> str | None:
    """What stands above a version about the language of its words, or above `both` languages side by side.

    None where nothing need be said: above words in the one language in which they were adopted.
    """
    return notices.translation_notice(rendering.messages, version, rendering.language, both)


def adopted_in(rendering: RenderContext, version: Version) -> str:
    """In which language or languages a version was adopted, as far as is known."""
    t = rendering.messages
    if version.other_language == "equal":
        return t("adopted_in.equal")
    if version.other_language == "exists":
        return t(f"adopted_in.{version.language}.exists")
    return t(f"adopted_in.{version.language}")
