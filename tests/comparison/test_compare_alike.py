"""Comparing in Chromium and in Python: the same alignments, differences, verdicts and counts, in both languages."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from protocolau.comparison.alignment import AlignedText, align, stems_of
from protocolau.comparison.compared_statements import compared_statement, statements_on
from protocolau.comparison.difference import difference
from protocolau.comparison.turning import are_led_apart
from protocolau.comparison.turning_words import turning_words
from protocolau.comparison.verdicts import DIFFERS, NEARLY, OTHER, SAME, verdict_of
from protocolau.language.tokens import PartyNames, comparison_keys, word_tokens
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Version
from protocolau.render.comparison_data import thresholds
from tests.browsing import PREFIX, both_languages, whole_comparison, with_modules
from tests.conftest import DESKTOP

CASES = yaml.safe_load((Path(__file__).parents[1] / "comparison/cases.yml").read_text("utf-8"))
VERY_LONG = [" ".join(random.Random(seed).choices(["clerk", "member", "officer"], k=3_000)) + " end" for seed in (1, 2)]
"""Two texts of which a table of every word by every word would be too large for a browser."""

IN_BROWSER = """async ([base, names, thresholds, turning, differences, alignments, verdicts]) => {
  const { difference } = await import(`${base}assets/compare/difference.js`);
  const { align, stems } = await import(`${base}assets/compare/alignment.js`);
  const { verdictOf } = await import(`${base}assets/compare/verdicts.js`);
  const { keys, words } = await import(`${base}assets/compare/tokens.js`);
  const named = new Map(Object.entries(names));
  const both = (text) => ({ words: words(text), keys: keys(text, named) });
  return {
    differences: differences.map(([old, now]) => difference(old, now, named).map((piece) => Object.values(piece))),
    keys: differences.map(([old]) => keys(old, named)),
    stems: differences.map(([old]) => [...stems(keys(old, named), thresholds)].sort()),
    words: differences.map(([old]) => words(old)),
    verdicts: verdicts.map(([one, other]) => verdictOf(both(one), both(other), thresholds, turning)),
    alignments: alignments.map(([left, right]) => {
      const text = ([words, side, isPrincipal, isEntry]) => ({ keys: keys(words, named), side, isPrincipal, isEntry });
      const groups = align(left.map(text), right.map(text), thresholds);
      return groups.map((group) => [group.left, group.right, group.byTopicAlone]);
    }),
  };
}"""


@pytest.fixture(scope="module")
def opened(browser, address):
    page = browser.new_page(viewport=DESKTOP)

    def open_page(path: str) -> Page:
        """A page of the site, with every row of the comparison that it shows."""
        page.goto(address + path)
        if "councils=" in path:
            whole_comparison(page)
        return page

    yield open_page
    page.close()


def texts_of(library: Library, language: str) -> list[str]:
    return [
        compared_statement(version, one, language).text
        for version in library.relations.versions
        for one in version.statements
        if one.topics
    ]


Said = list[tuple[str, str | None, bool, bool]]
"""What a version says on a topic: of each statement the words by which it is compared, its side, whether it is mainly
on the topic, and whether a head names it in a table."""


def said_on(library: Library, version: Version, topic: str, language: str) -> Said:
    return [
        (
            one.compared_text(one.language) or "",
            library.vocabulary.side_of(one.statement.by),
            one.is_mainly_on(topic),
            bool(one.head_in(one.language)),
        )
        for one in statements_on(version, topic, language)
    ]


def aligned(said: Said, names: PartyNames) -> list[AlignedText]:
    return [AlignedText(comparison_keys(text, names), *how) for text, *how in said]


def of_case(said: list) -> Said:
    parts = ([one, None] if isinstance(one, str) else one for one in said)
    return [(text, side, "further" not in how, "entry" in how) for text, side, *how in parts]


def all_pairs(library: Library, language: str) -> tuple[list, list]:
    """Every topic of every two real councils, and every two texts that stand side by side there."""
    names = party_names(library.vocabulary, language)
    differences, alignments = [], []
    for one in library.relations.versions:
        for other in library.relations.versions:
            for topic in sorted(one.by_topic.keys() & other.by_topic.keys()) if one is not other else ():
                left, right = (said_on(library, version, topic, language) for version in (one, other))
                alignments.append([left, right])
                groups = align(aligned(left, names), aligned(right, names))
                differences += [[left[i][0], right[j][0]] for group in groups for i in group.left for j in group.right]
    return differences, alignments


def varied(texts: list[str], names, chance: random.Random) -> list:
    """Pairs of real texts with words changed as editors change them, and of unlike ones."""
    made = []
    for _ in range(600):
        old, other = chance.choice(texts), chance.choice(texts).split()
        parts = old.split()
        for _ in range(chance.randint(0, 6)):
            place = chance.randrange(len(parts))
            word, new = parts[place], [chance.choice(other), chance.choice(names), ""]
            parts[place] = chance.choice([word.upper(), f"{word},", *new])
        made.append([old, chance.choice([" ".join(parts), " ".join(other)])])
    return made


@both_languages
def test_the_browser_and_the_build_compare_alike(opened, address, library, language):
    page = opened("compare/")
    names = party_names(library.vocabulary, language)
    differences, alignments = all_pairs(library, language)
    differences += [[case["old"], case["new"]] for case in CASES["differences"]]
    differences += [VERY_LONG]
    differences += varied(texts_of(library, language), sorted(names.phrases), random.Random(7))
    alignments += [[of_case(case["left"]), of_case(case["right"])] for case in CASES["alignments"]]
    verdicts = [*differences, *([case["one"], case["other"]] for case in CASES["verdicts"])]
    with_modules(page)
    found = page.evaluate(
        IN_BROWSER, [address, table_of(names), thresholds(), turning_words(language), differences, alignments, verdicts]
    )
    for (old, new), pieces in zip(differences, found["differences"], strict=True):
        assert [[p.kind, p.text, p.manner] for p in difference(old, new, names)] == pieces, (old, new)
    assert found["keys"] == [list(comparison_keys(old, names)) for old, _ in differences]
    assert found["stems"] == [sorted(stems_of(comparison_keys(old, names))) for old, _ in differences]
    assert found["words"] == [list(word_tokens(old)) for old, _ in differences]
    for (old, new), verdict in zip(verdicts, found["verdicts"], strict=True):
        assert verdict == verdict_in(names, old, new, language), (old, new)
    for (left, right), groups in zip(alignments, found["alignments"], strict=True):
        here = align(aligned(left, names), aligned(right, names))
        assert [[list(g.left), list(g.right), g.by_topic_alone] for g in here] == groups, (left, right)


def table_of(names: PartyNames) -> dict[str, list[str]]:
    """The names of parties as a script has them."""
    return {phrase: [name.party, name.radical] for phrase, name in names.phrases.items()}


IN_A_ROW = """async ([base, cases, tables, turning, thresholds]) => {
  const names = Object.fromEntries(Object.entries(tables).map(([one, table]) => [one, new Map(Object.entries(table))]));
  const { judgedRow } = await import(`${base}assets/compare/comparison.js`);
  const { words } = await import(`${base}assets/compare/tokens.js`);
  const text = "disclose what was said in confidence";
  const counted = () => ({ text, words: words(text), keys: words(text) });
  return cases.map(({ one, other, language = "en", by = [[], []] }) => {
    const said = (led, by) => [{ text, by, led: { [language]: led } }];
    const compared = { counted, thresholds, names, turning: turning[language], comparedIn: language };
    const { cells, verdict } = judgedRow([said(one, by[0]), said(other, by[1])], [true, true], compared);
    return [cells[1].state, verdict];
  });
}"""


def test_the_same_words_are_not_the_same_under_what_turns_them(opened, address, library):
    page = opened("compare/")
    with_modules(page)
    cases, turning = CASES["lead_ins"], {language: turning_words(language) for language in PREFIX}
    tables = {language: table_of(party_names(library.vocabulary, language)) for language in PREFIX}
    found = page.evaluate(IN_A_ROW, [address, cases, tables, turning, thresholds()])
    assert found == [["led", "differs"] if case["apart"] else ["same", "same"] for case in cases]
    bound = ["chair"], ["members"], [], ["chair"]
    of_others = [{"one": "", "other": "", "by": [bound[0], by]} for by in bound[1:]]
    found = page.evaluate(IN_A_ROW, [address, of_others, tables, turning, thresholds()])
    assert [state for state, _ in found] == ["led", "same", "same"]


def verdict_in(names: PartyNames, old: str, new: str, language: str = "en") -> str:
    keys, new_keys = (comparison_keys(text, names) for text in (old, new))
    return verdict_of(word_tokens(old), word_tokens(new), keys, new_keys, language)


Row = tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]
"""The statements of a row, of either side, by anchor and position."""


def expected_rows(library: Library, one: str, other: str) -> Counter[str]:
    """How the rows of two councils compare, each once, as the build would count them by the adopted words."""
    names = party_names(library.vocabulary, "en")
    here, there = (library.version_shown(slug) for slug in (one, other))
    rows: dict[Row, str] = {}
    for topic in library.vocabulary.topics:
        left, right = (said_on(library, version, topic, "en") for version in (here, there))
        places = [[(one.anchor, one.position) for one in version.by_topic.get(topic, ())] for version in (here, there)]
        led = [[one.led_in("en") for one in statements_on(version, topic, "en")] for version in (here, there)]
        for group in align(aligned(left, names), aligned(right, names)):
            row = (tuple(places[0][i] for i in group.left), tuple(places[1][j] for j in group.right))
            texts = [[left[i][0] for i in group.left], [right[j][0] for j in group.right]]
            above = [" ".join(dict.fromkeys(led[side][place] for place in group[side])) for side in (0, 1)]
            rows.setdefault(row, _row_verdict(names, texts, above, both_speak=bool(left and right)))
    answered = {statement for row in rows if all(row) for side, of in enumerate(row) for statement in _on(side, of)}
    alone = {row for row in rows if not all(row)}
    counted: Counter[str] = Counter()
    for row, verdict in rows.items():
        statements = {statement for side, of in enumerate(row) for statement in _on(side, of)}
        counted["elsewhere" if row in alone and statements <= answered else verdict] += 1
    return counted


def _on(side: int, statements: tuple[tuple[str, int], ...]) -> set[tuple[int, str, int]]:
    return {(side, *statement) for statement in statements}


def _row_verdict(names: PartyNames, texts: list[list[str]], led: list[str], both_speak: bool) -> str:
    left, right = texts
    if not left or not right:
        return "also" if both_speak else "only"
    verdict = verdict_in(names, " ".join(left), " ".join(right))
    if verdict in (SAME, NEARLY) and are_led_apart(*led, names, "en"):
        return DIFFERS
    return verdict if verdict in (SAME, OTHER) or len(left) == len(right) == 1 else DIFFERS


@both_languages
@pytest.mark.parametrize(("one", "other"), [("conwy", "barrow"), ("bursledon", "halewood")])
def test_the_sentence_counts_what_the_library_counts(opened, library, one, other, language):
    page = opened(f"{PREFIX[language]}compare/?councils={one},{other}")
    expect(page.locator(".sum")).not_to_be_empty()
    figures = [int(number) for number in re.findall(r"\d+", page.locator(".sum").text_content())]
    here, there = (set(library.version_shown(slug).by_topic) for slug in (one, other))
    topics = {topic.slug for topic in library.relations.topics}
    rows = expected_rows(library, one, other)
    beside = [rows["same"], rows["nearly"], rows["differs"], rows["other"]]
    assert figures[:5] == [
        len(topics),
        len(here & there),
        len(here - there),
        len(there - here),
        len(topics - here - there),
    ]
    assert figures[5:] == [sum(beside), *beside, rows["also"] + rows["only"]]
    expect(page.locator("tbody[data-topic]:not(#lead-ins)")).to_have_count(len(here | there))


@pytest.mark.parametrize("councils", ["conwy,barrow", "bursledon,halewood,conwy,taffs-well-and-nantgarw"])
def test_rows_and_results_are_the_same_in_both_languages(opened, councils):
    told = []
    for prefix in PREFIX.values():
        page = opened(f"{prefix}compare/?councils={councils}")
        told.append(
            page.locator("table.comparison tbody tr:not(.group, .topic-row)").evaluate_all(
                """(rows) => {
                  const places = (cell) => [...cell.querySelectorAll("a.number")].map((link) => link.hash).join(" ");
                  const cells = (row) => [...row.querySelectorAll("td")].map(places);
                  return rows.map((row) => [row.parentElement.dataset.topic, row.className, ...cells(row)]);
                }"""
            )
        )
    assert told[0] == told[1]


def test_no_row_sets_what_members_do_against_what_officers_do(opened, library):
    page = opened("compare/?councils=conwy,barrow,halewood,bursledon")
    with_modules(page)
    found = page.evaluate(
        """async () => {
          const { compare } = await import("/assets/compare/comparison.js");
          const { councilOf, settingOf, unpacked } = await import("/assets/compare/council.js");
          const setting = settingOf(JSON.parse(document.getElementById("compare-data").textContent));
          const slugs = ["conwy", "barrow", "halewood", "bursledon"];
          const fetched = async (slug) => unpacked(await fetch(`/councils/${slug}/comparison.packed`));
          const chosen = await Promise.all(slugs.map(async (slug) => councilOf({ en: await fetched(slug) }, "en")));
          const topics = compare(chosen, setting);
          const sides = (row) => row.cells.flatMap((cell) => cell?.statements ?? []).map((one) => one.side ?? null);
          return topics.flatMap((topic) => topic.rows.map(sides));
        }"""
    )
    assert len(found) > 100
    assert not [sides for sides in found if {"members", "officers"} <= set(sides)]
