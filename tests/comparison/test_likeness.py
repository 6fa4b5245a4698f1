"""How like two protocols are: figures that can be checked by hand, and properties that hold of any."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolau.comparison import likeness
from protocolau.comparison.alignment import AlignedText
from protocolau.comparison.likeness import (
    Likenesses,
    families,
    likeness_in_coverage,
    likeness_in_wording,
    topic_words,
)
from protocolau.library.council_values import CouncilValues
from protocolau.library.library import Library
from protocolau.render.pages.likeness import nearest, pages
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime.parallel import ENOUGH
from tests.assembled import COUNCIL
from tests.bench.generate import generate
from tests.comparison.published import AGREEMENTS, PAGES, agreement_rows, published, rows
from tests.conftest import ROOT
from tests.pages import page
from tests.rendering import render_context

statements = st.builds(
    AlignedText,
    st.lists(st.sampled_from(["members", "shall", "respect", "officers", "and", "each"])).map(tuple),
    st.sampled_from(["members", "officers", "both", None]),
)
said = st.dictionaries(st.sampled_from(["purpose", "trust", "media"]), st.lists(statements, max_size=4).map(tuple))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"trust": (("a", "b", "c", "d"),)}, {"trust": (("a", "b", "c", "d"),)}, 1.0),
        ({"trust": (("a", "b", "c", "d"),)}, {"trust": (("a", "b", "x", "y"),)}, 0.5),
        ({"trust": (("a", "b"),)}, {"media": (("a", "b"),)}, 0.0),
        ({"trust": (("a", "b"),), "media": (("c", "d"),)}, {"trust": (("a", "b"),)}, 4 / 6),
        ({"trust": (("a", "b", "c"), ("d", "e", "f"))}, {"trust": (("d", "e", "f"), ("a", "b", "c"))}, 1.0),
        ({}, {}, 0.0),
    ],
)
def test_likeness_in_wording_is_the_share_of_words_alike(one, other, expected):
    left, right = ({topic: tuple(map(AlignedText, said)) for topic, said in side.items()} for side in (one, other))
    assert likeness_in_wording(left, right) == pytest.approx(expected)


def test_the_same_words_of_the_other_party_are_not_alike():
    members, officers = ({"trust": (AlignedText(("a", "b", "c"), side),)} for side in ("members", "officers"))
    assert likeness_in_wording(members, officers) == 0
    assert likeness_in_wording(members, members) == 1


def test_likeness_in_coverage_is_the_share_of_topics_common():
    assert likeness_in_coverage(["a", "b", "c"], ["b", "c", "d"]) == 0.5
    assert likeness_in_coverage([], []) == 0.0


@given(said, said)
def test_likeness_lies_between_nothing_and_the_same_and_is_whole_with_itself(one, other):
    assert 0 <= likeness_in_wording(one, other) <= 1
    assert likeness_in_wording(one, one) in (0, 1)


def test_every_real_council_is_as_like_another_as_that_one_is_to_it(library: Library):
    likenesses = Likenesses(library.relations.versions, library.vocabulary)
    for council in library.councils:
        words = topic_words(library.version_shown(council), library.vocabulary)
        for near in likenesses.of(council).in_wording:
            back = likenesses.between(near.council, council)
            assert (back.wording, back.coverage, back.topics) == (near.wording, near.coverage, near.topics)
            direct = likeness_in_wording(words, topic_words(library.version_shown(near.council), library.vocabulary))
            assert direct == pytest.approx(near.wording, abs=0.02)  # of several ways to align, either may come first


def test_families_are_no_larger_than_the_figures_carry(library: Library):
    likenesses = Likenesses(library.relations.versions, library.vocabulary)
    found = families(likenesses.all())
    related = {slug for family in found for slug in family}
    for slug in library.councils:
        near = {
            other
            for other in library.councils
            if other != slug and likenesses.between(slug, other).wording >= likeness.FAMILY_LIKENESS
        }
        assert bool(near) == (slug in related)
        assert all(near <= set(family) for family in found if slug in family)
    assert {"bursledon", "halewood"} <= related and "conwy" not in related


def test_among_many_councils_the_nearest_are_found_without_comparing_all(tmp_path, monkeypatch):
    generate(ROOT / "protocols", tmp_path / "protocols", 60)
    repository, values = ProtocolRepository(tmp_path / "protocols"), CouncilValues()
    library = repository.load(date(2026, 1, 1))
    assert len(library.councils) < ENOUGH  # so that all is counted in this process
    counted = []
    whole = likeness.likeness_in_wording
    monkeypatch.setattr(likeness, "likeness_in_wording", lambda one, other: counted.append(1) or whole(one, other))
    likenesses = Likenesses(library.relations.versions, library.vocabulary, values)
    neighbours = likenesses.all()
    assert len(counted) <= len(library.councils) * (likeness.CANDIDATES + likeness.NEAREST)
    for slug in list(library.councils)[:6]:
        everyone = (likenesses.between(slug, other) for other in library.councils if other != slug)
        best = max(other.wording for other in everyone)
        assert neighbours[slug].in_wording[0].wording >= best - 0.05

    changed, other = sorted((tmp_path / "protocols").glob("council-*/undated.yml"))[:2]
    changed.write_text(other.read_text("utf-8"), "utf-8")  # so that it is near to others than before
    library = repository.load(date(2026, 1, 1))
    counted.clear()
    again = Likenesses(library.relations.versions, library.vocabulary, values).all()
    assert 0 < len(counted) <= 2 * likeness.CANDIDATES + likeness.COMPARED_WITH_ALL // 2, "those changed alone"
    assert again == Likenesses(library.relations.versions, library.vocabulary).all() != neighbours


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_picture_and_the_table_say_the_same_in_both_languages(site, library, prefix):
    sections = page(site, f"{prefix}compare/likeness/").css(".likeness-map")
    assert len(sections) == 2, "in wording, and in what is spoken of"
    for section in sections:
        pictured = sorted(node.text().rpartition(": ")[2] for node in section.css("svg rect > title"))
        figures = sorted(node.text() for node in section.css("table td a"))
        assert pictured == figures
        assert len(figures) == len(library.councils) * (len(library.councils) - 1)


def test_what_has_nothing_in_common_is_not_called_most_like(tmp_path: Path):
    """Of another topic, of the same topic in other words, and of the same words."""
    clause = 'title: Protocol\nlanguage: en\nbody:\n  - {{number: "1", text: {}, topic: {}}}\n'
    said = {"bryn": ("Cats sleep.", "media"), "cefn": ("Dogs bark.", "chairs"), "dolau": ("Birds sing.", "chairs")}
    said["erw"] = said["dolau"]
    shutil.copytree(ROOT / "protocols/vocabulary", tmp_path / "protocols/vocabulary")
    for slug, (words, topic) in said.items():
        (tmp_path / "protocols" / slug).mkdir()
        (tmp_path / "protocols" / slug / "council.yml").write_text(COUNCIL, "utf-8")
        (tmp_path / "protocols" / slug / "undated.yml").write_text(clause.format(words, topic), "utf-8")
    library = ProtocolRepository(tmp_path / "protocols").load(date(2026, 1, 1))
    rendering = render_context(library, "en")
    named = {
        slug: {
            measure: [(one.slug, n) for one, n in found]
            for measure, found in nearest(rendering, council)["likeness"].items()
        }
        for slug, council in library.councils.items()
    }
    assert named == {
        "bryn": {"wording": [], "coverage": []},
        "cefn": {"wording": [], "coverage": [("dolau", 100), ("erw", 100)]},
        "dolau": {"wording": [("erw", 100)], "coverage": [("cefn", 100), ("erw", 100)]},
        "erw": {"wording": [("dolau", 100)], "coverage": [("cefn", 100), ("dolau", 100)]},
    }


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_a_council_s_page_names_the_protocols_most_like_it(site, library, prefix):
    rows = page(site, f"{prefix}councils/halewood/").css("#-likeness .measures > div:first-child li")
    figures = [int(re.search(r"(\d+)%", row.text())[1]) for row in rows]
    assert figures == sorted(figures, reverse=True)
    assert "bursledon" in rows[0].css_first("a").attributes["href"]
    assert rows[0].css_first(".where").attributes["href"].endswith("compare/?councils=halewood,bursledon")


def test_the_alignment_is_as_good_as_the_page_on_comparison_says(the_five: Library):
    for language, path in PAGES.items():
        assert published(path) == "".join(rows(the_five, language))
        assert published(path, AGREEMENTS) == "".join(agreement_rows(the_five, language))


WELSH = """\
title: Protocol Cysylltiadau
language: cy
adopted: 2020-02-01
body:
  - {number: "1", text: Rhaid i aelodau drin swyddogion â pharch., topic: respect-and-courtesy, by: members}
  - {number: "2", text: Rhaid i swyddogion roi cyngor i aelodau., topic: giving-advice, by: officers}
"""
"""What an imagined council has adopted in Welsh."""
ENGLISH = """\
language: en
state: draft
units:
  "1": {cy: Rhaid i aelodau drin swyddogion â pharch., en: Members must treat officers with respect.}
"""
"""The first half of it in English."""


def test_a_protocol_that_is_not_in_english_is_like_none_that_is_in_no_measure(tmp_path: Path):
    protocols = tmp_path / "protocols"
    shutil.copytree(ROOT / "protocols", protocols)
    for slug in ("bryn", "cefn", "dolau"):
        (protocols / slug).mkdir()
        (protocols / slug / "council.yml").write_text(COUNCIL, "utf-8")
        (protocols / slug / "2020-02-01.yml").write_text(WELSH, "utf-8")
    (protocols / "dolau/2020-02-01.en.yml").write_text(ENGLISH, "utf-8")
    library = ProtocolRepository(protocols).load(date(2026, 1, 1))
    rendering = render_context(library, "en")
    likenesses = rendering.comparison.relations.likenesses
    assert likenesses.between("bryn", "barrow").wording is None
    assert likenesses.between("bryn", "cefn").wording == 1
    assert likenesses.between("bryn", "dolau").wording is None
    assert [one.council for one in likenesses.of("bryn").in_wording] == ["cefn"]
    assert not {"bryn", "cefn", "dolau"} & {one.council for one in likenesses.of("barrow").in_wording}
    assert likenesses.untold == ["bryn", "cefn", "dolau"]
    said = next(pages(rendering)).content
    assert "too little is translated into English: Exampleton, Exampleton, Exampleton." in said
    assert "Barrow – Exampleton" not in said.split('id="coverage"')[0]


def test_a_name_of_one_usual_word_stands_on_one_line_of_the_table_on_a_small_telephone(opened):
    page = opened("compare/likeness/", viewport={"width": 320, "height": 640})
    lines = page.evaluate(
        """() => [...document.querySelectorAll(".figures tbody th a")].map((name) => {
            name.textContent = "Aberystwyth";
            return name.getClientRects().length;
        })"""
    )
    assert set(lines) == {1}
