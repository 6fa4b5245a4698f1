"""Linked data: a version of a document as schema.org's Legislation.

That it is in force is said only where it is known: what stands without a date says nothing of it, nor does a
translation that is not the council's. A translation names the text of which it is one. Two texts that were adopted
alike are two expressions of one work, and neither is said to be a translation of the other.
"""

from protocolau.language import LANGUAGES, other
from protocolau.library.addresses import version_address
from protocolau.model.protocol import Council, Version
from protocolau.model.standing import Standing, is_sure
from protocolau.render.context import RenderContext
from protocolau.render.other_language import translation_words
from protocolau.translation.reading import Reading

LinkedData = dict[str, object]


def legislation(rendering: RenderContext, version: Version) -> LinkedData:
    """JSON-LD for a version as the language of the pages shows it (schema.org/Legislation)."""
    url = rendering.url(version_address(version))
    reading, council = Reading(version, rendering.language), rendering.library.councils[version.council]
    kind = rendering.library.vocabulary.documents[version.kind]
    dates = {"legislationDate": version.adopted, "datePublished": version.issued, "expires": version.withdrawn}
    return {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": url,
        "url": url,
        "name": reading.title.text,
        "inLanguage": version.language if reading.state == "missing" else rendering.language,
        "legislationType": kind.name[rendering.language],
        "legislationPassedBy": {
            "@type": "GovernmentOrganization",
            "name": council.name[rendering.language],
            **({"url": council.website} if council.website else {}),
        },
        "legislationJurisdiction": _jurisdiction(rendering, council),
        **_force(rendering, version, reading),
        **({"isBasedOn": version.source_address} if version.source_address else {}),
        **{key: str(date) for key, date in dates.items() if date},
        **_expression(rendering, version, reading),
    }


def _jurisdiction(rendering: RenderContext, council: Council) -> LinkedData:
    """The area of the council: a document of its own holds nowhere else."""
    nation = rendering.library.vocabulary.nations[council.nation][rendering.language]
    return {
        "@type": "AdministrativeArea",
        "name": council.short_name[rendering.language],
        "containedInPlace": {"@type": "Country", "name": nation},
    }


def _force(rendering: RenderContext, version: Version, reading: Reading) -> LinkedData:
    """Whether it is in force, which is said neither of what has no date, or only one that may have come, nor of words
    that the council did not adopt."""
    is_ours = version.other_language != "equal" and reading.state not in ("missing", "adopted")
    if not reading.is_original and is_ours:
        return {}
    library = rendering.library
    standing, council = library.standings[version], library.councils[version.council]
    sure = is_sure(council, library.document_of(version), version, library.today)
    if standing is Standing.LATEST_KNOWN or not sure:
        return {}
    force = "InForce" if standing is Standing.IN_FORCE else "NotInForce"
    return {"legislationLegalForce": f"https://schema.org/{force}"}


def _expression(rendering: RenderContext, version: Version, reading: Reading) -> LinkedData:
    """How the words shown stand to those that the council adopted."""
    addresses, address = rendering.settings.addresses, version_address(version)
    if version.other_language == "equal":
        expressions = [{"@id": addresses.url(language, address)} for language in LANGUAGES]
        work = f"{addresses.url(LANGUAGES[0], address)}#-work"
        return {"exampleOfWork": {"@type": "Legislation", "@id": work, "workExample": expressions}}
    if reading.is_original or reading.state == "missing":
        return {}
    return {
        "translationOfWork": {"@id": addresses.url(other(rendering.language), address)},
        "creativeWorkStatus": translation_words(rendering, version),
    }
