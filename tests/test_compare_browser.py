"""Comparing in Chromium: the same answers as the build gives, and the ways of readers, in both languages."""

import csv
import io
import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from protocolau.comparison.alignment import FEWEST_TELLING_WORDS, HELD_SHARE, MARKING_LIKENESS, PAIR_LIKENESS, align
from protocolau.comparison.compared_statements import compared_provision, statements_on
from protocolau.comparison.difference import difference
from protocolau.comparison.party_names import party_names
from protocolau.language.tokens import comparison_keys, word_tokens
from protocolau.library.library import Library

CASES = yaml.safe_load((Path(__file__).parent / "comparison/cases.yml").read_text("utf-8"))
PREFIX = {"en": "", "cy": "cy/"}
PHONE = {"width": 390, "height": 844}
THRESHOLDS = {"alike": PAIR_LIKENESS, "held": HELD_SHARE, "telling": FEWEST_TELLING_WORDS, "marked": MARKING_LIKENESS}
both_languages = pytest.mark.parametrize("language", ["en", "cy"])

IN_BROWSER = """async ([base, names, thresholds, differences, alignments]) => {
  const { difference } = await import(`${base}assets/compare/difference.js`);
  const { align } = await import(`${base}assets/compare/alignment.js`);
  const { keys, words } = await import(`${base}assets/compare/tokens.js`);
  const named = new Map(Object.entries(names));
  return {
    differences: differences.map(([old, now]) => difference(old, now, named).map((piece) => Object.values(piece))),
    keys: differences.map(([old]) => keys(old, named)),
    words: differences.map(([old]) => words(old)),
    alignments: alignments.map(([left, right]) => {
      const keyed = (texts) => texts.map((text) => keys(text, named));
      return align(keyed(left), keyed(right), thresholds).map((group) => [group.left, group.right, group.inOtherWords]);
    }),
  };
}"""


@pytest.fixture(scope="module")
def window(browser):
    page = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True).new_page()
    page.set_default_timeout(30_000)
    yield page
    page.context.close()


@pytest.fixture
def opened(window, address):
    def open_page(path: str) -> Page:
        window.goto("about:blank")
        window.goto(address + path)
        return window

    return open_page


def texts_of(library: Library, language: str) -> list[str]:
    return [
        compared_statement(version, one, language).text
        for version in library.versions
        for one in version.provisions.values()
        if one.topics
    ]


def all_pairs(library: Library, language: str) -> tuple[list, list]:
    """Every topic of every two real councils, and every two texts that stand side by side there."""
    names = party_names(library.vocabulary, language)
    differences, alignments = [], []
    for one in library.versions:
        for other in library.versions:
            for topic in sorted(one.by_topic.keys() & other.by_topic.keys()) if one is not other else ():
                left, right = ([found.text for found in statements_on(v, topic, language)] for v in (one, other))
                alignments.append([left, right])
                groups = align(
                    [comparison_keys(text, names) for text in left], [comparison_keys(text, names) for text in right]
                )
                differences += [[left[i], right[j]] for group in groups for i in group.left for j in group.right]
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
    differences += varied(texts_of(library, language), sorted(names.phrases), random.Random(7))
    alignments += [[case["left"], case["right"]] for case in CASES["alignments"]]
    table = {phrase: [name.party, name.radical] for phrase, name in names.phrases.items()}
    found = page.evaluate(IN_BROWSER, [address, table, THRESHOLDS, differences, alignments])
    for (old, new), pieces in zip(differences, found["differences"], strict=True):
        assert [[p.kind, p.text, p.manner] for p in difference(old, new, names)] == pieces, (old, new)
    assert found["keys"] == [list(comparison_keys(old, names)) for old, _ in differences]
    assert found["words"] == [list(word_tokens(old)) for old, _ in differences]
    for (left, right), groups in zip(alignments, found["alignments"], strict=True):
        here = align([comparison_keys(text, names) for text in left], [comparison_keys(text, names) for text in right])
        assert [[list(g.left), list(g.right), g.in_other_words] for g in here] == groups, (left, right)


# ---- how does ours differ from theirs? ----


def choose(page: Page, typed: str) -> None:
    page.keyboard.type(typed)
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def rows(page: Page):
    return page.locator("table.comparison tbody tr:not(.group, .topic-row)")


@both_languages
def test_a_clerk_compares_two_councils_by_keyboard_alone(opened, address, language):
    page = opened(PREFIX[language])
    page.get_by_role("link", name={"en": "Compare", "cy": "Cymharu"}[language], exact=True).first.press("Enter")
    page.wait_for_url(f"{address}{PREFIX[language]}compare/")
    box = page.get_by_role("combobox", name={"en": "Add a council", "cy": "Ychwanegu cyngor"}[language])
    box.focus()
    expect(page.get_by_role("option")).to_have_count(5)
    choose(page, "bursl")
    expect(page.locator(".hint")).to_be_visible()
    expect(box).to_be_focused()
    choose(page, "halewood")
    expect(page).to_have_url(f"{address}{PREFIX[language]}compare/?councils=bursledon,halewood")
    sentence = {"en": "Of 67 topics, both speak of 42.", "cy": "mae'r ddau'n sôn am 42."}[language]
    expect(page.locator(".sum")).to_contain_text(sentence)
    first = page.locator("tbody[data-topic=purpose]")
    expect(first.locator("ins:not(.renamed, .quiet)").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_differs_is_marked_and_said_in_words(opened):
    page = opened("compare/?councils=bursledon,halewood")
    purpose = page.locator("tbody[data-topic=purpose]")
    expect(purpose.locator(".verdict")).to_have_text("Differs")
    inserted = purpose.locator("ins:not(.renamed)").first
    assert inserted.text_content() == "[put in:] organisation"
    assert purpose.locator("del").first.text_content() == "[taken out:] council"
    renamed = purpose.locator("ins.renamed").first
    assert renamed.text_content() == "Town Council staff"
    assert renamed.get_attribute("title") == "[called there: officers]"
    said = set(page.locator("tbody tr > .verdict").all_text_contents())
    assert {"The same", "Differs", "Only in Bursledon", "Only in Halewood"} <= said
    silent = page.locator("tr.only td.silent", has_text="Silent").first
    expect(silent).to_have_text("Silent: says nothing on this topic.")


def verdicts(library: Library, one: str, other: str, language: str) -> Counter[str]:
    """How the topics of which both speak compare, as the build would count them."""
    names = party_names(library.vocabulary, language)
    here, there = (library.councils[slug].in_force for slug in (one, other))
    found: Counter[str] = Counter()
    for topic in here.by_topic.keys() & there.by_topic.keys():
        left, right = ([one.text for one in statements_on(version, topic, language)] for version in (here, there))
        groups = align(
            [comparison_keys(text, names) for text in left], [comparison_keys(text, names) for text in right]
        )
        sides = [([left[i] for i in group.left], [right[j] for j in group.right]) for group in groups]
        if all(a and b and _words(a) == _words(b) for a, b in sides):
            found["same"] += 1
        elif all(
            _words(a) == _words(b)
            or (len(a) == len(b) == 1 and comparison_keys(a[0], names) == comparison_keys(b[0], names))
            for a, b in sides
        ):
            found["renamed"] += 1
        else:
            found["differs"] += 1
    return found


def _words(texts: list[str]) -> list[str]:
    return [word for text in texts for word in word_tokens(text)]


@both_languages
@pytest.mark.parametrize(("one", "other"), [("conwy", "barrow"), ("bursledon", "halewood")])
def test_the_sentence_counts_what_the_library_counts(opened, library, one, other, language):
    page = opened(f"{PREFIX[language]}compare/?councils={one},{other}")
    expect(page.locator(".sum")).not_to_be_empty()
    figures = [int(number) for number in re.findall(r"\d+", page.locator(".sum").text_content())]
    here, there = (set(library.councils[slug].in_force.by_topic) for slug in (one, other))
    assert figures[:2] == [len(library.vocabulary.topics), len(here & there)]
    counted = verdicts(library, one, other, language)
    renamed = [counted["renamed"]] if counted["renamed"] else []
    assert figures[2:-3] == [counted["same"], counted["differs"], *renamed]
    assert figures[-3:] == [len(here - there), len(there - here), len(set(library.vocabulary.topics) - here - there)]
    expect(page.locator("tbody[data-topic]")).to_have_count(len(here | there))


@both_languages
def test_filters_stay_in_the_address_and_back_undoes_them(opened, address, language):
    page = opened(f"{PREFIX[language]}compare/?councils=conwy,barrow")
    every = page.locator("tbody[data-topic]")
    expect(every.first).to_be_visible()
    whole = every.count()
    page.locator("#compare-lacks").select_option("barrow")
    expect(page).to_have_url(re.compile(r"lacks=barrow"))
    expect(page.locator("tbody[data-topic] .chip:not(.only)")).to_have_count(0)
    page.locator("#compare-group").select_option("roles")
    page.get_by_role("checkbox").check()
    expect(page).to_have_url(
        f"{address}{PREFIX[language]}compare/?councils=conwy,barrow&show=differences&lacks=barrow&group=roles"
    )
    few = every.count()
    assert 0 < few < whole
    page.reload()
    expect(every).to_have_count(few)
    expect(page.locator("#compare-lacks")).to_have_value("barrow")
    for _ in range(3):
        page.go_back()
    expect(every).to_have_count(whole)
    expect(page.locator("#compare-lacks")).to_have_value("")


def test_the_switch_of_language_keeps_the_comparison(opened, address):
    page = opened("compare/?councils=conwy,barrow&group=roles")
    expect(page.locator("tbody[data-topic]").first).to_be_visible()
    page.locator(".masthead [data-language-switch]").click()
    page.wait_for_url(f"{address}cy/compare/?councils=conwy,barrow&group=roles")
    expect(page.locator(".notice")).to_contain_text("cyfieithiad answyddogol")


@both_languages
def test_a_newcomer_compares_two_councils_without_typing_and_prints_the_address(opened, address, language):
    page = opened(f"{PREFIX[language]}compare/")
    page.get_by_role("button", name="Conwy").click()
    expect(page.get_by_role("button", name="Conwy", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Barrow").click()
    expect(page.locator("table.comparison thead th")).to_have_count(3)
    expect(page).to_have_title(re.compile("^Conwy, Barrow · "))
    expect(page.locator("[data-part=address]")).to_have_text(
        f"{address}{PREFIX[language]}compare/?councils=conwy,barrow"
    )


def test_four_councils_stand_side_by_side_and_a_fifth_is_refused_in_words(opened):
    page = opened("compare/?councils=conwy,barrow,halewood,bursledon,taffs-well-and-nantgarw")
    expect(page.locator("table.comparison thead th")).to_have_count(5)
    expect(page.locator(".trouble")).to_contain_text("No more than 4 councils")
    expect(page.locator("[data-part=chooser]")).to_be_hidden()
    page.get_by_role("button", name="Put first").last.click()
    expect(page.locator("table.comparison thead th").nth(1)).to_have_text("Bursledon")
    page.get_by_role("button", name="Take out Conwy").click()
    expect(page.locator("table.comparison thead th")).to_have_count(4)


@both_languages
def test_a_council_that_is_not_here_is_named_and_the_others_are_shown(opened, language):
    page = opened(f"{PREFIX[language]}compare/?councils=conwy,atlantis,../barrow,barrow")
    expect(page.locator(".trouble")).to_contain_text("atlantis, ../barrow")
    expect(page.locator("table.comparison thead th")).to_have_count(3)


def test_a_filter_that_nothing_answers_to_says_so(opened):
    page = opened("compare/?councils=conwy,barrow&group=nothing-of-the-kind")
    expect(page.locator("[data-part=table]")).to_have_text("Nothing answers to these filters.")


def test_what_is_shown_can_be_saved_as_a_table(opened):
    page = opened("compare/?councils=bursledon,halewood&group=roles")
    expect(page.locator("tbody[data-topic]").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "bursledon_halewood.csv"
    text = Path(download.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert table[0][:4] == ["Topic", "Result", "Bursledon: clause", "Bursledon: words"]
    assert {row[4] for row in table[1:] if row[2]} == {""}
    assert {"Differs", "Nothing answers to this."} <= {row[7] for row in table[1:]}
    assert len(table) == rows(page).count() + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row)


def test_a_formula_in_a_text_is_no_formula_in_the_table(opened, address):
    page = opened("compare/")
    made = page.evaluate(
        """async (base) => {
          const { csv } = await import(`${base}assets/compare/csv.js`);
          const cells = [{ provisions: [{ label: "1", text: '=1+1 "quoted"' }] }, null];
          const same = (title) => title;
          const cell = (found) => (found ? "" : "-");
          const say = { topic: "T", verdict: "V", clause: same, words: same, result: same, row: () => "only", cell };
          return csv([{ name: "-x", rows: [{ cells }] }], [{ title: "A" }, { title: "B" }], say);
        }""",
        address,
    )
    assert list(csv.reader(io.StringIO(made.lstrip("\ufeff")))) == [
        ["T", "V", "A", "A", "A", "B", "B", "B"],
        ["'-x", "only", "1", '\'=1+1 "quoted"', "", "", "", "'-"],
    ]


@both_languages
def test_on_a_phone_each_text_stands_under_its_council_s_name(browser, address, language):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{address}{PREFIX[language]}compare/?councils=bursledon,halewood")
    cell = page.locator("tbody[data-topic=purpose] td").first
    expect(cell).to_be_visible()
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"Bursledon"'
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@both_languages
def test_without_scripts_the_table_of_coverage_leads_to_clauses_and_topics(browser, address, library, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{PREFIX[language]}compare/")
    expect(page.locator("[data-compare]")).to_be_hidden()
    matrix = page.locator("table.matrix")
    expect(matrix.locator("tbody tr:not(.group)")).to_have_count(len(library.vocabulary.topics))
    assert matrix.locator("td a").count() == len(library.vocabulary.topics) * len(library.councils)
    name = library.vocabulary.topics["chairs"].name[language]
    row = matrix.locator("tr", has=page.get_by_role("link", name=name, exact=True))
    row.locator("td a:not(.silent)").first.click()
    expect(page.locator("article.protocol :target")).to_have_count(1)
    page.go_back()
    row.locator("th a").click()
    expect(page.locator("h1")).to_have_text(name)
    context.close()


def test_a_council_s_page_leads_to_its_comparison(opened, address):
    page = opened("councils/conwy/")
    page.get_by_role("link", name="Compare with another council").click()
    page.wait_for_url(f"{address}compare/?councils=conwy")
    expect(page.locator(".hint")).to_have_text("Now choose another council to compare it with.")
