"""Linked data: a protocol as schema.org's Legislation."""

from protocolau.library.reading import read_in
from protocolau.model.protocol import Council, Version
from protocolau.render.page import Studio


def legislation(studio: Studio, council: Council, version: Version) -> dict:
    """JSON-LD for a version as the studio's language shows it (schema.org/Legislation)."""
    address = f"councils/{council.slug}/{version.slug}/"
    url = studio.setting.url(studio.language, address)
    original = studio.setting.url(version.language, address)
    reading = read_in(version, studio.language)
    shown = version.language if reading.state == "missing" else studio.language
    dates = {"legislationDate": version.adopted, "datePublished": version.issued}
    return {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": url,
        "url": url,
        "name": reading.title.text,
        "inLanguage": shown,
        "legislationType": "Protocol",
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": council.name[studio.language]},
        "legislationLegalForce": "InForce" if version is council.in_force else "NotInForce",
        **{key: str(date) for key, date in dates.items() if date},
        **({"translationOfWork": {"@id": original}} if reading.is_original is False else {}),
    }
