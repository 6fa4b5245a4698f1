"""Topic pages as critical editions: grouped, led by the wording most in use, the others by their differences."""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from protocolau.comparison import edition as editions
from protocolau.comparison.compared_statements import common_language
from protocolau.comparison.edition import Collation, edition
from protocolau.comparison.topic_wordings import topic_wordings
from protocolau.language.tokens import PartyNames
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Document
from protocolau.render import comparison_file
from protocolau.render.pages import roles, topics
from protocolau.repository.repository import ProtocolRepository
from protocolau.search.searchable_statements import searchable_statements
from tests.assembled import version_of
from tests.bench.generate import generate
from tests.browsing import both_languages
from tests.conftest import ROOT
from tests.rendering import render_context

ANSWERED = {"same", "nearly", "differs", "led_same", "led", "other", "several", "among", "by_topic", "language"}
"""The verdicts on statements to which something answers."""


@pytest.fixture(scope="module")
def sixty(tmp_path_factory) -> Library:
    """Sixty generated councils."""
    folder = tmp_path_factory.mktemp("sixty") / "protocols"
    generate(ROOT / "protocols", folder, 60)
    return ProtocolRepository(folder).load(date.today())


def names_of(library: Library) -> dict[str, PartyNames]:
    return {language: party_names(library.vocabulary, language) for language in ("en", "cy")}


@both_languages
def test_every_council_that_speaks_is_in_one_wording_and_one_alone(library: Library, language):
    names = names_of(library)
    for topic, speakers in library.relations.speakers.items():
        found = edition(speakers, topic, language, names)
        every = [found.leading, *found.others] if found.leading else []
        versions = [speaker.version for one in every for speaker in one.speakers]
        assert sorted(version.council for version in versions) == sorted(version.council for version in speakers)
        assert [len(one.speakers) for one in found.others] == sorted(
            (len(one.speakers) for one in found.others), reverse=True
        )


@both_languages
def test_each_wording_has_all_of_its_clauses_and_names_what_it_lacks(library: Library, language):
    names = names_of(library)
    for topic, speakers in library.relations.speakers.items():
        found = edition(speakers, topic, language, names)
        for wording in found.others:
            made = Collation(topic, found.leading, library.vocabulary, names).variant(wording)
            assert [one.statement for one in made.statements] == list(wording.first.statements)
            for one in made.statements:
                own = "".join(piece.text for piece in one.pieces if piece.kind != "deleted")
                assert not one.pieces or own == one.statement.text
            if not any(one.verdict in ANSWERED for one in made.statements):
                assert len(made.missing) == len(found.leading.first.statements)


@pytest.mark.parametrize(
    ("led", "said", "verdict"),
    [
        ("Councillors must not:", "disclose what members said in confidence;", "led_same"),
        ("Councillors may:", "disclose what members said in confidence;", "led_same"),
        ("Councillors may:", "disclose what councillors said in confidence;", "led"),
        ("All Members shall:", "disclose what members said in confidence;", "same"),
    ],
)
def test_the_same_words_are_not_the_same_under_what_turns_them(library: Library, tmp_path, led, said, verdict):
    topic = "confidential-information"
    lists = (("Councillors must:", "disclose what members said in confidence;"), (led, said))
    leading, own = (
        topic_wordings([version_of(tmp_path / f"{place}.yml", [{"text": lead_in, "items": [item]}])], topic, "en")[0]
        for place, (lead_in, text) in enumerate(lists)
        for item in [{"text": text, "topic": topic, "by": "members"}]
    )
    names = {"en": party_names(library.vocabulary, "en")}
    (judged,) = Collation(topic, leading, library.vocabulary, names).variant(own).statements
    assert judged.verdict == verdict


def test_the_same_words_are_not_the_same_of_others_whom_they_do_not_name(library: Library, tmp_path):
    topic, names = "external-representation", {"en": party_names(library.vocabulary, "en")}

    def judged(text: str, *parties: str) -> str:
        leading, own = (
            topic_wordings([version_of(tmp_path / f"{by}.yml", [{"heading": by, "items": [item]}])], topic, "en")[0]
            for by in parties
            for item in [{"text": text, "topic": topic, "by": by}]
        )
        (said,) = Collation(topic, leading, library.vocabulary, names).variant(own).statements
        return said.verdict

    ambassador = "act as an ambassador for the area"
    assert judged(ambassador, "leader-and-cabinet", "members") == judged(ambassador, "both", "members") == "led_same"
    assert judged("The Clerk acts as an ambassador for the area.", "clerk", "officers") == "same"


@pytest.mark.parametrize(
    ("led", "wordings"),
    [
        ("Councillors must not:", 2),
        ("Councillors may:", 2),
        ("All Members shall:", 1),
        ("Each Councillor MUST –", 1),
        ("If the Chair agrees, Councillors must:", 2),
    ],
)
def test_councils_that_say_the_same_under_what_turns_it_do_not_use_one_wording(tmp_path, led, wordings):
    topic = "confidential-information"
    items = [{"text": "disclose what was said in confidence;", "topic": topic, "by": "members"}]
    versions = [
        version_of(tmp_path / f"{place}.yml", [{"text": text, "items": items}])
        for place, text in enumerate(("Councillors must:", led))
    ]
    assert len(topic_wordings(versions, topic, "en")) == wordings


@pytest.mark.parametrize(
    ("one", "other", "wordings"),
    [
        ("Officers support:", "Officers challenge:", 2),
        ("Officers support:", "Staff support:", 1),
        ("Officers have three duties:", "Officers have two duties:", 1),
        ("Bullying includes:", "Respect includes:", 2),
        ("Examples of breaches are:", "Examples of good conduct are:", 2),
        ("Stage one:", "Stage two:", 2),
        ("Stage 1 of a complaint:", "Stage 2 of a complaint:", 2),
        ("Officers have 3 duties:", "Officers have 2 duties:", 1),
        ("Matters reserved to the Council:", "Matters delegated to the Clerk:", 2),
    ],
)
def test_councils_that_say_the_same_of_other_things_that_officers_do_use_no_one_wording(tmp_path, one, other, wordings):
    items = [{"text": "decisions of the council;", "topic": "decision-making", "by": "officers"}]
    versions = [
        version_of(tmp_path / f"{place}.yml", [{"text": text, "items": items}])
        for place, text in enumerate((one, other))
    ]
    assert len(topic_wordings(versions, "decision-making", "en")) == wordings


@pytest.mark.parametrize(
    ("heading", "led", "wordings"),
    [
        ("Rights of members", "", 2),
        ("What members may do", "Members must:", 1),
        ("Responsibilities", "Members must:", 1),
        ("What members must not do", "Members must:", 2),
        ("In an emergency", "Members must:", 2),
        ("During election periods", "Members must:", 2),
        ("When things go wrong", "Members must:", 1),
    ],
)
def test_a_heading_says_what_people_must_where_what_leads_in_below_it_does_not(tmp_path, heading, led, wordings):
    items = [{"text": "inspect documents;", "topic": "decision-making", "by": "members"}]
    lists = {"text": led, "items": items} if led else {"items": items}
    bodies = [{"heading": "Duties of members", "items": items}, {"heading": heading, "provisions": [lists]}]
    versions = [version_of(tmp_path / f"{place}.yml", [body]) for place, body in enumerate(bodies)]
    assert len(topic_wordings(versions, "decision-making", "en")) == wordings


def test_verdicts_and_rows_are_the_same_in_both_languages(library: Library):
    names = names_of(library)
    for topic, speakers in library.relations.speakers.items():
        told = []
        for language in ("en", "cy"):
            found = edition(speakers, topic, language, names)
            collation = Collation(topic, found.leading, library.vocabulary, names)
            variants = [collation.variant(one) for one in found.others]
            told.append([[line.verdict for line in one.statements] for one in variants])
        assert told[0] == told[1], topic


def test_no_statement_is_set_against_one_that_binds_the_other_party(library: Library):
    """What only the other party is bound by answers to nothing."""
    names, side_of = names_of(library), library.vocabulary.side_of
    for topic, speakers in library.relations.speakers.items():
        found = edition(speakers, topic, "en", names)
        sides = {side_of(one.statement.by) for one in found.leading.first.statements} if found.leading else set()
        for wording in found.others:
            for one in Collation(topic, found.leading, library.vocabulary, names).variant(wording).statements:
                side = side_of(one.statement.statement.by)
                if side in ("members", "officers") and sides == {"members", "officers"} - {side}:
                    assert one.verdict == "also", (topic, one.statement.text)


def test_the_wording_most_in_use_leads(sixty: Library):
    names = names_of(sixty)
    for topic, speakers in sixty.relations.speakers.items():
        found = edition(speakers, topic, "en", names)
        if found.leading:
            assert len(found.leading.speakers) >= max((len(one.speakers) for one in found.others), default=1)


def test_where_no_two_use_the_same_words_the_one_most_like_the_others_leads(the_five: Library):
    chairs = edition(the_five.relations.speakers["chairs"], "chairs", "en", names_of(the_five))
    assert not chairs.in_common
    assert chairs.leading.first.version.council == "halewood"


def test_differences_are_worked_out_once_for_a_wording_whatever_the_number_of_councils(sixty: Library, monkeypatch):
    asked = []
    whole = editions.align
    monkeypatch.setattr(editions, "align", lambda *sides: asked.append(1) or whole(*sides))
    names = names_of(sixty)
    wordings = 0
    for topic, speakers in sixty.relations.speakers.items():
        found = edition(speakers, topic, "en", names)
        wordings += len(found.others)
        for wording in found.others:
            Collation(topic, found.leading, sixty.vocabulary, names).variant(wording)
    assert 0 < len(asked) <= wordings < sum(len(speakers) for speakers in sixty.relations.speakers.values())


def test_words_in_another_language_are_said_to_be_so_and_not_marked_beside_others(tmp_path):
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    for council in ("bursledon", "barrow"):
        next((tmp_path / "protocols" / council).glob("*.cy.yml")).unlink()
    library = ProtocolRepository(tmp_path / "protocols").load(date.today())
    rendering = render_context(library, "cy")
    names, seen = rendering.comparison.party_names, set()
    for topic in library.vocabulary.topics.values():
        found = edition(library.relations.speakers[topic.slug], topic.slug, "cy", names)
        for wording in found.others:
            for one in Collation(topic.slug, found.leading, library.vocabulary, names).variant(wording).statements:
                assert not one.pieces or one.statement.language == found.leading.first.statements[0].language
        (made,) = topics.topic_pages(rendering, topic)
        for clause in LexborHTMLParser(made.content).css(".wording blockquote"):
            language = clause.css_first("p:last-child").attributes.get("lang", "cy")
            chips = [chip.text() for chip in followed_by(clause).css("b")]
            assert ("Heb ei gyfieithu eto" in chips) == (language == "en"), (topic.slug, chips)
            seen.add((language, bool(clause.css("ins, del"))))
    assert {("en", False), ("cy", False)} <= seen


def test_nothing_is_said_to_be_unanswered_beside_words_that_cannot_be_compared(library: Library, tmp_path):
    protocols = shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    shutil.copytree(protocols / "conwy", protocols / "gwynfa")
    for path in (protocols / "gwynfa").glob("undated*"):
        path.unlink()
    words = "Diben y protocol hwn yw rhoi arweiniad i aelodau a swyddogion."
    body = [{"number": "1", "text": words, "topic": "purpose", "by": "both"}]
    version = {"title": "Protocol", "language": "cy", "adopted": "2024-01-09", "body": body}
    (protocols / "gwynfa" / "2024-01-09.yml").write_text(yaml.safe_dump(version), "utf-8")
    found = ProtocolRepository(protocols).load(date.today()).relations.by_council
    one, other = (topic_wordings([found[slug]], "purpose", "en")[0] for slug in ("gwynfa", "conwy"))
    for leading, own in ((one, other), (other, one)):
        variant = Collation("purpose", leading, library.vocabulary, names_of(library)).variant(own)
        assert {judged.verdict for judged in variant.statements} == {"language"} and variant.missing == ()


def test_what_was_translated_from_other_words_is_not_quoted_for_what_a_council_says(tmp_path):
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    translation = tmp_path / "protocols/barrow/2019-07-16.cy.yml"
    adopted = "Professional advice not influenced by personal preferences, political views or personality"
    said = translation.read_text("utf-8").replace(f"en: {adopted}", "en: Professional advice on politics")
    translation.write_text(
        re.sub("(en: Professional advice on politics\n *cy:).*", r"\1 Cyngor gwrthgyferbyniol", said), "utf-8"
    )
    library = ProtocolRepository(tmp_path / "protocols").load(date.today())
    rendering, barrow = render_context(library, "cy"), library.version_shown("barrow")
    (made,) = topics.topic_pages(rendering, library.vocabulary.topics["impartial-advice"])
    compared = comparison_file.of_version(rendering, library.councils["barrow"], barrow, "")
    (all_roles,) = roles.pages(rendering)
    found = searchable_statements(rendering, library.councils["barrow"])
    for text in (made.content, all_roles.content, str(compared), str(found)):
        assert "gwrthgyferbyniol" not in text
    (quote,) = (one for one in LexborHTMLParser(made.content).css(".wording blockquote") if adopted in one.text())
    assert quote.css_first("p:last-child").attributes["lang"] == "en"
    assert followed_by(quote).css_first("b").text().startswith("Mae’r cyfieithiad wedi dyddio")
    assert None in compared["texts"]


def test_councils_are_compared_in_a_language_in_which_both_adopted(tmp_path):
    english, welsh = (version_of(tmp_path / f"{place}.yml", [{"text": "Be civil."}]) for place in "ab")
    welsh = replace(welsh, language="cy")
    assert common_language(welsh, welsh) == "cy"
    assert common_language(english, welsh) == common_language(welsh, english) == "en"
    assert common_language(replace(english, other_language="equal"), welsh) == "cy"
    assert common_language(english, replace(welsh, other_language="equal")) == "en"


def test_of_a_text_that_the_council_has_and_that_is_not_held_here_it_is_not_said_that_there_is_none(tmp_path):
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    (tmp_path / "protocols/barrow/2019-07-16.cy.yml").unlink()
    protocol = tmp_path / "protocols/barrow/2019-07-16.yml"
    said = protocol.read_text("utf-8").replace("language: en\n", "language: en\nother_language: exists\n", 1)
    protocol.write_text(said, "utf-8")
    library = ProtocolRepository(tmp_path / "protocols").load(date.today())
    (made,) = topics.topic_pages(render_context(library, "cy"), library.vocabulary.topics["impartial-advice"])
    assert "Ni chedwir testun y cyngor yn yr iaith arall yma" in made.content
    assert "Heb ei gyfieithu eto" not in made.content
    compared = comparison_file.of_version(
        render_context(library, "cy"), library.councils["barrow"], library.version_shown("barrow"), ""
    )
    assert compared["state"] == "exists"


def test_the_words_of_who_adopted_both_languages_alike_stand_for_those_who_say_the_same(tmp_path):
    one, other = (
        version_of(tmp_path / f"{name}.yml", [{"text": "Be civil.", "topic": "mutual-respect"}]) for name in "ab"
    )
    alike = replace(other, other_language="equal")
    (wording,) = topic_wordings([one, alike], "mutual-respect", "cy")
    assert wording.first.version is alike


def followed_by(quote):
    """The line beneath a quote that says how its words compare."""
    below = quote.parent.css("blockquote + p:not(.again), .whole + p:not(.again), blockquote")
    after = below[below.index(quote) + 1 :]
    return after[0] if after else LexborHTMLParser("")


@both_languages
def test_of_every_clause_that_is_not_quoted_it_is_said_where_its_words_stand(tmp_path, language):
    generate(ROOT / "protocols", tmp_path / "protocols", 3, bases=("conwy/undated",))
    rendering = render_context(ProtocolRepository(tmp_path / "protocols").load(date.today()), language)
    told = set()
    for topic in rendering.library.vocabulary.topics.values():
        for made in topics.topic_pages(rendering, topic):
            for line in LexborHTMLParser(made.content).css(".again"):
                chip = line.next if line.next and line.next.tag == "b" else line.css_first("b")
                words = line.text(deep=False).strip(" ,\n") or (chip and chip.text())
                told.add(re.sub(" [A-Z].*, ", " …, ", words) if words else None)
    assert told == {
        "en": {"the same words", "The words of …, above."}, "cy": {"yr un geiriau", "Geiriau …, uchod."},
    }[language]  # fmt: skip


# ---- documents of other kinds ----


@pytest.fixture(scope="module")
def with_codes(library: Library) -> Library:
    """The library as if Halewood and Bursledon had a code of conduct too, in the words of their relations protocols."""
    councils = dict(library.councils)
    for slug in ("bursledon", "halewood"):
        code = replace(library.version_shown(slug), kind="conduct")
        document = Document(slug, "conduct", (code,))
        councils[slug] = replace(councils[slug], documents={**councils[slug].documents, "conduct": document})
    return Library(library.vocabulary, councils, library.today)


@both_languages
def test_what_documents_of_each_kind_say_stands_apart(with_codes, language):
    rendering = render_context(with_codes, language)
    topic = with_codes.vocabulary.topics["equal-rights"]
    (made,) = topics.topic_pages(rendering, topic)
    tree = LexborHTMLParser(made.content)
    sections = tree.css(".kind")
    kinds = [with_codes.vocabulary.documents[kind] for kind in ("relations", "conduct")]
    assert [section.css_first("h2").text() for section in sections] == [kind.plural[language] for kind in kinds]
    speaking = [len(with_codes.by_kind[kind.slug].speakers["equal-rights"]) for kind in kinds]
    heads = [{link.attributes["href"] for link in section.css(".wording > h3 a")} for section in sections]
    assert [len(addresses) for addresses in heads] == speaking == [4, 2]
    links = sections[1].css(".wording blockquote a")
    assert links and all("/conduct/#" in link.attributes["href"] for link in links)
    assert [len(section.css(".silences li")) for section in sections] == [1, 0]


def test_a_document_of_another_kind_makes_no_relations_protocol_speak(with_codes, library):
    for topic in library.vocabulary.topics:
        here, there = (one.relations for one in (with_codes, library))
        assert here.speakers[topic] == there.speakers[topic]
        assert here.silent(topic) == there.silent(topic)
