"""The clauses that name each body and person: all of them, and no others."""

from pathlib import Path

import pytest
import yaml

from protocolau.library.library import Library
from protocolau.library.party_mentions import party_mentions
from tests.assembled import version_of
from tests.conftest import FIVE
from tests.pages import page

NAMED = yaml.safe_load("""
A Committee member may speak.: [committee]
The Committee Chair decides.: [chair]
A member of the public may ask the Clerk.: [clerk, public]
It may resolve to exclude press and public.: [other-bodies, public]
It is not in the public interest to ask the Press Office or to write on social media.: []
A complaint goes to the Public Services Ombudsman or to the public gallery.: [ombudsman]
Awareness of the public and political environment is a public service, and it is in the public domain.: []
They serve the electorate and the National Association of Local Councils.: [other-bodies, public]
Those on outside bodies and partner organisations speak first.: [other-bodies]
The Deputy Clerk and the Vice-Chair meet.: [chair]
The Standards Committee and the Borough Monitoring Officer decide.: [monitoring-officer, standards-committee]
Complaints go to the Public Services Ombudsman for Wales.: [ombudsman]
Senior officers advise the committees.: [committee, senior-officers]
""")
IN_WELSH = yaml.safe_load("""
Ni chaiff y wasg na'r cyhoedd fod yn bresennol.: [other-bodies, public]
Nid yw er budd y cyhoedd gofyn i swyddfa'r wasg am y cyfryngau cymdeithasol.: []
Rhaid ymgynghori ag aelodau o'r cyhoedd a chyrff allanol.: [other-bodies, public]
""")


@pytest.mark.parametrize("text", NAMED)
def test_a_party_is_named_by_its_own_names_and_by_no_phrase_that_holds_one(library, tmp_path: Path, text: str):
    version = version_of(tmp_path / "undated.yml", [{"number": "1", "text": text}])
    found = {party for _, parties in party_mentions(version, library.party_finders) for party in parties}
    assert sorted(found - {"members", "officers"}) == NAMED[text]


@pytest.mark.parametrize("text", IN_WELSH)
def test_those_outside_the_council_are_found_in_welsh(library, text: str):
    found = {party for one in library.party_finders["cy"].find(text) for party in one.meanings}
    assert sorted(found - {"members", "officers"}) == IN_WELSH[text]


def test_a_party_is_named_where_the_editors_say_so(library, tmp_path: Path):
    body = [{"number": "1", "text": "He may refuse.", "by": "clerk"}, {"heading": "The Chair"}, {"text": "It is so."}]
    version = version_of(tmp_path / "undated.yml", body)
    assert list(party_mentions(version, library.party_finders)) == [("1", {"clerk"}), ("the-chair", {"chair"})]


def clauses_naming(library: Library, party: str) -> dict[str, list[str]]:
    """By council the anchors of the provisions that name a party."""
    return {
        version.council: [
            anchor for anchor, parties in party_mentions(version, library.party_finders) if party in parties
        ]
        for version in library.relations.versions
    }


def test_the_monitoring_officer_is_named_where_the_texts_say_so(library):
    """By the crudest means: the very words in the English, or the editors' tag."""
    naming = clauses_naming(library, "monitoring-officer")
    for council in FIVE:
        provisions = library.version_shown(council).provisions.values()
        tagged = {
            one.anchor for one in provisions for s in one.statements if "monitoring-officer" in (*s.by, *s.to, *s.about)
        }
        said = {one.anchor for one in provisions if "monitoring officer" in (one.text or "").lower()}
        assert set(naming.get(council, ())) == said | tagged, council


@pytest.mark.parametrize("language", ["", "cy/"])
def test_each_body_has_its_place_on_the_page_and_each_clause_its_link(site, library, language: str):
    tree = page(site, f"{language}parties/")
    vocabulary = library.vocabulary
    assert [one.attributes["id"] for one in tree.css("main section")] == [
        slug for slug, party in vocabulary.parties.items() if slug != party.side
    ]
    names = {council: library.councils[council].short_name["cy" if language else "en"] for council in library.councils}
    for party in ("clerk", "monitoring-officer"):
        links = [link.attributes["href"] or "" for link in tree.css(f"#{party} .where")]
        naming = clauses_naming(library, party)
        expected = [
            f"councils/{council}/#{anchor}" for council in sorted(naming, key=names.get) for anchor in naming[council]
        ]
        assert [link.rpartition("../")[2] for link in links] == expected


@pytest.mark.parametrize("language", ["", "cy/"])
@pytest.mark.parametrize("address", ["glossary/", "roles/"])
def test_the_page_is_reached_from_the_glossary_and_from_the_roles(site, language: str, address: str):
    assert page(site, f"{language}{address}").css_first('main a[href$="parties/"]')
