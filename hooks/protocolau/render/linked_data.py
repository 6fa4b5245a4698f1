"""Linked data: a protocol as schema.org's Legislation."""

from protocolau.library.addresses import version_address
from protocolau.model.protocol import Council, Version
from protocolau.render.context import RenderContext
from protocolau.translation.reading import Reading


def legislation(rendering: RenderContext, council: Council, version: Version) -> dict[str, object]:
    """JSON-LD for a version as the language of the pages shows it (schema.org/Legislation)."""
    address = version_address(council.slug, version.slug)
    url = rendering.url(address)
    original = rendering.settings.addresses.url(version.language, address)
    reading = Reading(version, rendering.language)
    shown = version.language if reading.state == "missing" else rendering.language
    dates = {"legislationDate": version.adopted, "datePublished": version.issued}
    return {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": url,
        "url": url,
        "name": reading.title.text,
        "inLanguage": shown,
        "legislationType": "Protocol",
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": council.name[rendering.language]},
        "legislationLegalForce": "InForce"
        if version is rendering.library.version_shown(council.slug)
        else "NotInForce",
        **{key: str(date) for key, date in dates.items() if date},
        **({"translationOfWork": {"@id": original}} if reading.is_original is False else {}),
    }
