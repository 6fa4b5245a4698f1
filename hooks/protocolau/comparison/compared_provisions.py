"""What a version says on a topic, in the words that a reader of one language is shown."""

from dataclasses import dataclass

from protocolau.language.marks import plain
from protocolau.language.tokens import PartyNames, comparison_keys
from protocolau.model.protocol import Provision, Version
from protocolau.translation.reading import Reading


@dataclass(frozen=True, slots=True)
class ComparedProvision:
    """A provision as it is compared: its plain words, or its heading's where it has no others."""

    provision: Provision
    text: str
    language: str
    """The language of the words: the source's where there is no translation."""

    def keys(self, names: PartyNames) -> tuple[str, ...]:
        """Its words, as they are counted in a comparison."""
        return comparison_keys(self.text, names)


def compared_provision(version: Version, provision: Provision, language: str) -> ComparedProvision:
    """A provision of a version as a reader of a language is shown it."""
    unit = provision.anchor if provision.text else f"{provision.anchor} heading"
    shown = Reading(version, language).say(unit, provision.text or provision.heading or "", provision.language)
    return ComparedProvision(provision, plain(shown.text), shown.language)


def provisions_on(version: Version, topic: str, language: str) -> tuple[ComparedProvision, ...]:
    """What a version says on a topic, in the order of the document; nothing where it is silent."""
    return tuple(compared_provision(version, provision, language) for provision in version.by_topic.get(topic, ()))
