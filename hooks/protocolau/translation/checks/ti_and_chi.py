"""Ti and chi: the reader is spoken to as one or the other."""

from collections.abc import Iterator

from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled

_TI = compiled("ti|tithau|dithau|dy|wyt|~dylet|byddi|fyddi|gelli|gennyt|arnat|wrthyt|atat|iti|\\w{1,5}['’]th")
_CHI = compiled("chi|chwi|chithau|eich|ydych|~dylech|~gallwch|~byddwch|gennych|arnoch|wrthych|atoch|\\w{1,5}['’]ch")


def ti_and_chi(pair: CheckedUnit) -> Iterator[Finding]:
    """Who is spoken to as ti is not spoken to as chi in the same text: "dy gŵyn" and "eich enw" do not go together.

    Thomas, Gramadeg y Gymraeg, on the second person.
    """
    familiar, polite = (one.search(pair.target) if pair.language == "cy" else None for one in (_TI, _CHI))
    if familiar and polite:
        first, second = sorted((familiar, polite), key=lambda one: one.start())
        yield f"“{first[0]} … {second[0]}” do not agree", "speak to the reader as chi throughout, or as ti"
