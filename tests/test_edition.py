"""Topic pages as critical editions: grouped, led by the wording most in use, the others by their differences."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from protocolau.comparison import edition as editions
from protocolau.comparison.compared_statements import common_language, statements_on
from protocolau.comparison.edition import Collation, edition, on_page
from protocolau.comparison.index import ComparisonIndex
from protocolau.comparison.topic_wordings import same_words, topic_wordings
from protocolau.language.marks import plain
from protocolau.language.tokens import PartyNames
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Document
from protocolau.render import comparison_file
from protocolau.render.pages import roles, topics
from protocolau.repository.repository import ProtocolRepository
from protocolau.search.searchable_statements import searchable_statements
from tests import test_site
from tests.assembled import version_of
from tests.bench.generate import BASES, generate
from tests.conftest import ROOT, build, copy_project, served
from tests.pages import CLAUSE_LINKS, page
from tests.rendering import render_context
from tests.test_accessibility import EVERY_RULE, faults

PREFIX = {"en": "", "cy": "cy/"}
ANSWERED = {"same", "nearly", "differs", "led", "other", "several", "by_topic", "language"}
"""The verdicts on statements to which something answers."""
FEW_ON_A_PAGE = 30
both_languages = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """A project with the first section of the protocols of fifty generated councils, built as if fewer wordings were to
    stand on a page than of most topics there are."""
    project = copy_project(tmp_path_factory.mktemp("many") / "project")
    with (project / "hooks" / "main.py").open("a") as hooks:
        hooks.write(f"\nfrom protocolau.comparison import edition\n\nedition.WORDINGS_ON_A_PAGE = {FEW_ON_A_PAGE}\n")
    shutil.rmtree(project / "protocols")
    generate(ROOT / "protocols", project / "protocols", 50, bases=BASES[:2], section="1", share=0.9)
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    return project


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
    ("led", "verdict"),
    [("Councillors must not:", "led"), ("Councillors may:", "led"), ("All Members shall:", "same")],
)
def test_the_same_words_are_not_the_same_under_what_turns_them(library: Library, tmp_path, led, verdict):
    topic = "confidential-information"
    items = [{"text": "disclose what was said in confidence;", "topic": topic, "by": "members"}]
    leading, own = (
        topic_wordings([version_of(tmp_path / f"{place}.yml", [{"text": text, "items": items}])], topic, "en")[0]
        for place, text in enumerate(("Councillors must:", led))
    )
    names = {"en": party_names(library.vocabulary, "en")}
    (judged,) = Collation(topic, leading, library.vocabulary, names).variant(own).statements
    assert judged.verdict == verdict


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


def holds(one: list[str], other: list[str]) -> bool:
    """Whether some statement of one stands whole in the other, alone or, where it is not a mere phrase, within more."""
    return any(words in other or (len(words.split()) > 4 and words in " ".join(other)) for words in one)


@both_languages
def test_no_two_councils_use_the_same_words_is_said_only_where_it_is_so(site, library, language):
    said = {"en": "No two councils use the same words.", "cy": "Nid oes dau gyngor yn defnyddio’r un geiriau."}
    for topic, speakers in library.relations.speakers.items():
        text = re.sub(r"\s+", " ", page(site, f"{PREFIX[language]}topics/{topic}/").css_first(".sum").text())
        words = [[same_words(plain(one.text)) for one in version.by_topic[topic]] for version in speakers]
        alike = any(holds(one, other) for one in words for other in words if one is not other)
        assert (said[language] in text) == (len(speakers) > 1 and not alike), topic


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
    assert "Mae gan y cyngor; ni chedwir ef yma" in made.content
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


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (30, 1), (61, 3), (62, 3), (7, 7)])
def test_wordings_are_spread_over_pages_without_loss(count, pages):
    wordings = list(range(count))
    shares = [on_page(wordings, number, pages) for number in range(1, pages + 1)]
    assert [one for share in shares for one in share] == wordings
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


def test_many_wordings_are_split_into_pages_that_hold_them_all(many, monkeypatch):
    monkeypatch.setattr(editions, "WORDINGS_ON_A_PAGE", FEW_ON_A_PAGE)
    library = ProtocolRepository(many / "protocols").load(date.today())
    comparison = ComparisonIndex(library)
    split = [topic for topic in library.vocabulary.topics if comparison.page_count(topic) > 1]
    assert len(split) > 3
    for topic in split[:6]:
        for prefix in ("", "cy/"):
            files = sorted((many / "site" / f"{prefix}topics/{topic}").rglob("index.html"))
            assert len(files) == comparison.page_count(topic)
            trees = [LexborHTMLParser(file.read_text("utf-8")) for file in files]
            quoted = {
                node.attributes["href"].rpartition("councils/")[2] for tree in trees for node in tree.css(CLAUSE_LINKS)
            }
            assert quoted == {
                f"{v.council}/#{one.anchor}" for v in library.relations.speakers[topic] for one in v.by_topic[topic]
            }
            assert all(len(tree.css(".wordings > .wording")) <= FEW_ON_A_PAGE for tree in trees)
            assert len({tree.css_first("title").text() for tree in trees}) == len(trees)
            links = {node.text() for node in trees[0].css(".further li a")}
            assert links == {str(number) for number in range(1, len(files) + 1)}


def test_a_split_topic_keeps_every_promise_of_the_site(many):
    site = many / "site"
    prose = {
        f"{prefix}{address}" for prefix in PREFIX.values() for address in test_site.PROSE
    }  # speaks of the real councils
    assert [one for one in test_site.broken_links(site) if one[0] not in prose] == []
    test_site.test_every_page_has_one_heading_of_the_first_level_and_skips_none(site)
    test_site.test_ids_are_unique_on_every_page(site)
    test_site.test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own(site)
    test_site.test_languages_point_at_each_other_absolutely(site)
    test_site.test_the_sitemap_lists_every_indexed_page_in_both_languages(site)


@both_languages
def test_further_wordings_are_walked_page_by_page_and_have_no_fault_of_access(emptied, many, language):
    topic = next(
        one
        for one in ProtocolRepository(many / "protocols").load(date.today()).vocabulary.topics
        if (many / f"site/topics/{one}/2").is_dir()
    )
    with served(many / "site") as address:
        reader = emptied()
        reader.goto(f"{address}{PREFIX[language]}topics/{topic}/")
        expect(reader.locator(".further a[rel=prev]")).to_have_count(0)
        reader.locator(".further a[rel=next]").click()
        expect(reader).to_have_url(f"{address}{PREFIX[language]}topics/{topic}/2/")
        expect(reader.locator(".further [aria-current]")).to_have_text("2")
        expect(reader.locator(".leading blockquote").first).to_be_hidden()
        reader.locator(".leading > summary").press("Enter")
        expect(reader.locator(".leading blockquote").first).to_be_visible()
        assert faults(reader, EVERY_RULE) == []
        reader.locator(".masthead [data-language-switch]").press("Enter")
        other = {"en": "cy", "cy": "en"}[language]
        expect(reader).to_have_url(f"{address}{PREFIX[other]}topics/{topic}/2/")
        reader.locator(".further a[rel=prev]").click()
        expect(reader).to_have_url(f"{address}{PREFIX[other]}topics/{topic}/")


def test_the_table_of_coverage_is_split_by_name(many):
    parts = [page(many / "site", f"compare/coverage/{part}") for part in ("", "2/", "3/")]
    columns = [len(tree.css("table.matrix thead th")) - 1 for tree in parts]
    assert columns == [20, 20, 10]
    assert len(parts[0].css("nav.parts a")) == 3


@both_languages
def test_a_page_says_how_many_speak_in_how_many_wordings(site, library, language):
    text = re.sub(r"\s+", " ", page(site, f"{PREFIX[language]}topics/chairs/").css_first(".sum").text())
    speakers = library.relations.speakers["chairs"]
    chairs = edition(speakers, "chairs", language, names_of(library))
    speaking, total, wordings = len(speakers), len(library.relations.versions), len(chairs.others) + 1
    said = {"en": f"Relations protocols that speak of this: {speaking} of {total}. There are {wordings} wordings.",
            "cy": f"Protocolau cysylltiadau sy’n sôn am hyn: {speaking} o {total}. Ceir {wordings} "}  # fmt: skip
    assert said[language] in text


# ---- what do most councils say? ----


@both_languages
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_resident_reads_what_councils_say_on_a_topic_and_turns_the_marks_off(opened, library, language, scripts):
    reader = opened(PREFIX[language], java_script_enabled=scripts)
    topic = library.vocabulary.topics["chairs"]
    (name,) = [group.name[language] for group in library.vocabulary.groups if group.slug == topic.group]
    group = reader.locator(".topic-groups > li").filter(has_text=name)
    group.locator("summary").first.click()
    group.get_by_role("link", name=topic.name[language], exact=True).click()
    chairs = edition(library.relations.speakers["chairs"], "chairs", language, names_of(library))
    leading = library.councils[chairs.leading.first.version.council]
    slug = "halewood" if leading.slug == "bursledon" else "bursledon"
    expect(reader.locator(".wording.leading h2")).to_have_text(leading.short_name[language])
    other = reader.locator(".wordings .wording").filter(has=reader.locator(f"h2 a[href$='councils/{slug}/']"))
    expect(other.locator("del:not(.quiet)").first).to_be_visible()
    reader.locator("#marks").focus()
    reader.keyboard.press("Space")
    expect(other.locator("del:not(.quiet)").first).to_be_hidden()
    plain = re.sub(r"\s+", " ", other.locator("blockquote p:not(.context)").first.inner_text())
    shown = statements_on(library.version_shown(slug), "chairs", language)[0].text
    assert re.sub(r"\s+", " ", shown) in plain
    expect(reader.locator(".silences li")).to_have_count(len(library.relations.silent("chairs")))


@both_languages
def test_with_the_marks_off_nothing_but_the_words_of_each_council_can_be_copied(opened, library, language):
    topic, names = "mutual-respect", names_of(library)
    reader = opened(f"{PREFIX[language]}topics/{topic}/")
    expect(reader.locator("ins.renamed").first).to_be_visible()
    reader.locator("#marks").uncheck()
    said = []
    for wording in edition(library.relations.speakers[topic], topic, language, names).others:
        said += [statement.text for statement in wording.first.statements]
    shown = reader.locator(".wordings blockquote > p:not(.context)").all_inner_texts()
    numbers = reader.locator(".wordings blockquote a").all_inner_texts()
    spaced = [
        re.sub(r"\s+", " ", text.removeprefix(number)).strip() for text, number in zip(shown, numbers, strict=True)
    ]
    assert spaced == [re.sub(r"\s+", " ", text).strip() for text in said]


@both_languages
def test_a_filter_by_party_stays_in_the_address(opened, address, language):
    reader = opened(f"{PREFIX[language]}topics/")
    entries = reader.locator(".topics > div").filter(visible=True)
    whole = entries.count()
    reader.locator("#topic-party").select_option("officers")
    expect(reader).to_have_url(f"{address}{PREFIX[language]}topics/?party=officers")
    reader.locator("#topic-group").select_option("roles")
    few = entries.count()
    assert 0 < few < whole
    expect(reader.locator(".topic-group").filter(visible=True)).to_have_count(1)
    reader.reload()
    expect(entries).to_have_count(few)
    reader.go_back()
    reader.go_back()
    expect(entries).to_have_count(whole)


def test_a_party_that_a_wording_does_not_concern_hides_it(opened, library):
    named = {
        topic: {library.vocabulary.side_of(one.by) for version in speakers for one in version.by_topic[topic]}
        for topic, speakers in library.relations.speakers.items()
    }
    topic = next(topic for topic, parties in named.items() if {"members", "officers"} <= parties)
    reader = opened(f"topics/{topic}/?party=members")
    every = reader.locator(".edition [data-party]")
    parts = every.filter(visible=True)
    assert 0 < parts.count() < every.count()
    assert {part.get_attribute("data-party") for part in parts.all()} <= {"members", "both"}
    shown = parts.locator(":is(blockquote, .again) a")
    expect(reader.locator("[data-filter-count]")).to_have_text(f"Shown: {shown.count()}")


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
