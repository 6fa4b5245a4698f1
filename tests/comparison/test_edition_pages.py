"""Topic pages as they are built and read: spread over several, walked in a browser, their marks and filters."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from protocolau.comparison import edition as editions
from protocolau.comparison.compared_statements import statements_on
from protocolau.comparison.edition import edition, on_page
from protocolau.comparison.index import ComparisonIndex
from protocolau.comparison.topic_wordings import words_in_line
from protocolau.language.marks import plain
from protocolau.repository.repository import ProtocolRepository
from tests.accessible import EVERY_RULE, faults
from tests.bench.generate import BASES, generate
from tests.browsing import PREFIX, both_languages
from tests.comparison.test_edition import names_of
from tests.conftest import ROOT, build, copy_project, served
from tests.pages import CLAUSE_LINKS, page
from tests.site import test_metadata, test_site

FEW_ON_A_PAGE = 30


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


def holds(one: list[str], other: list[str]) -> bool:
    """Whether some statement of one stands whole in the other, alone or, where it is not a mere phrase, within more."""
    return any(words in other or (len(words.split()) > 4 and words in " ".join(other)) for words in one)


@both_languages
def test_no_two_councils_use_the_same_words_is_said_only_where_it_is_so(site, library, language):
    said = {"en": "No two councils use the same words.", "cy": "Nid oes dau gyngor yn defnyddio’r un geiriau."}
    for topic, speakers in library.relations.speakers.items():
        text = re.sub(r"\s+", " ", page(site, f"{PREFIX[language]}topics/{topic}/").css_first(".sum").text())
        words = [[words_in_line(plain(one.text)) for one in version.by_topic[topic]] for version in speakers]
        alike = any(holds(one, other) for one in words for other in words if one is not other)
        assert (said[language] in text) == (len(speakers) > 1 and not alike), topic


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
    test_metadata.test_the_sitemap_lists_every_indexed_page_in_both_languages(site)


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
