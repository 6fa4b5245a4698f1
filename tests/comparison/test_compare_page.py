"""The page of comparison as it is used: topics that fold, what stays in the address, what moves, the focus, the table
for a spreadsheet, and what leads into lists."""

import csv
import io
import random
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from protocolau.comparison.turning_words import turning_words
from protocolau.render.comparison_data import thresholds
from tests.browsing import PHONE, whole_comparison, with_modules
from tests.conftest import DESKTOP

FOUR = "compare/?councils=conwy,barrow,halewood,bursledon"
TWO = "compare/?councils=bursledon,halewood"
SCREENS_ON_A_PHONE = 12
"""Screens that four councils may take on a phone before a topic is opened."""
MOST_SHIFT = 0.05
SHIFTS = """(() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
})()"""
"""Adds up what moves."""


@pytest.fixture
def opened(opened):
    def open_page(path: str, viewport: dict = DESKTOP) -> Page:
        page = opened(path, viewport=viewport, before=SHIFTS)
        if "councils=" in path:
            whole_comparison(page)
        return page

    return open_page


def rows(page: Page, topic: str):
    return page.locator(f"tbody[data-topic={topic}] tr:not(.group, .topic-row)")


def test_on_a_phone_topics_are_folded_and_open_one_by_one(opened):
    page = opened(FOUR, PHONE)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height < SCREENS_ON_A_PHONE * PHONE["height"]
    button = page.locator("tbody[data-topic=purpose] button.fold")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_have_accessible_name("Purpose of the protocol: 1 row")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(rows(page, "purpose").first).to_be_visible()
    expect(rows(page, "reputation").first).to_be_hidden()
    page.reload()
    expect(rows(page, "purpose").first).to_be_visible()


def test_no_click_is_lost_while_the_scripts_are_on_their_way(emptied, address):
    page = emptied()
    waiting = []
    page.route("**/compare/main.js*", lambda route: waiting.append(route))
    page.goto(f"{address}compare/", wait_until="commit")
    expect(page.locator(".quick button").first).to_be_visible()
    assert page.locator(".quick button").first.evaluate("button => button.closest('[inert]') !== null")
    for route in waiting:
        route.continue_()
    page.locator(".quick button").first.click()
    expect(page.locator(".chosen li")).to_have_count(1)


def test_what_a_narrow_screen_folds_is_printed_and_what_a_reader_folded_is_not(opened):
    page = opened(TWO, PHONE)
    page.emulate_media(media="print")
    expect(rows(page, "purpose").first).to_be_visible()
    page = opened(f"{TWO}&rows=none")
    page.emulate_media(media="print")
    expect(page.locator("tbody[data-topic=purpose] h3")).to_be_visible()
    expect(rows(page, "purpose").first).to_be_hidden()


def test_every_row_is_printed_and_its_words_are_set_alike_whatever_its_verdict(opened):
    page = opened(TWO)
    page.locator("table.comparison tbody tr.only").first.evaluate("row => row.classList.replace('only', 'language')")
    for verdict in ("also", "language", "differs"):
        words = page.locator(f"tr.{verdict} .words").first
        page.emulate_media(media="print")
        expect(words).to_be_visible()
        page.emulate_media(media="screen")
        expect(words).to_have_css("font-weight", "400")


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_who_prints_the_page_before_choosing_is_told_how_to_compare(opened, prefix):
    page = opened(f"{prefix}compare/", PHONE)
    page.emulate_media(media="print")
    expect(page.locator(".on-paper")).to_be_visible()
    expect(page.locator(".choice")).to_be_hidden()
    page = opened(f"{prefix}{TWO}")
    page.emulate_media(media="print")
    expect(page.locator(".on-paper")).to_be_hidden()


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_a_table_of_coverage_is_printed_across_the_sheet(opened, prefix):
    page = opened(f"{prefix}compare/coverage/", PHONE)
    page.emulate_media(media="print")
    expect(page.locator(".matrix td a").last).to_be_visible()
    width, height = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_size()
    assert width > height


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_place_where_the_tables_of_coverage_stood_leads_to_them(opened, address, prefix):
    page = opened(f"{prefix}compare/#coverage")
    page.locator("a:target").click()
    expect(page).to_have_url(f"{address}{prefix}compare/coverage/")
    expect(page.locator(".matrix")).to_be_visible()


def test_who_follows_a_link_to_a_comparison_does_not_fetch_the_list_of_all_councils(emptied, address):
    page = emptied()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{TWO}", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("councils.json")]
    page.locator("#compare-council").focus()
    expect(page.locator("[role=option]").first).to_be_visible()
    assert [url for url in asked if url.endswith("councils.json")]


def test_all_rows_or_topics_only_stays_in_the_address(opened):
    page = opened(TWO, PHONE)
    page.get_by_role("button", name="Show all rows").click()
    expect(rows(page, "purpose").first).to_be_visible()
    assert page.url.endswith("&rows=all")
    page = opened(TWO)
    expect(rows(page, "purpose").first).to_be_visible()
    page.get_by_role("button", name="Topics only").click()
    expect(rows(page, "purpose").first).to_be_hidden()
    assert page.url.endswith("&rows=none")
    page.reload()
    expect(page.locator("tbody[data-topic=purpose] h3")).to_be_visible()
    expect(rows(page, "purpose").first).to_be_hidden()


def test_a_link_to_a_topic_opens_it(opened):
    page = opened(f"{TWO}&rows=none#undue-pressure")
    expect(rows(page, "undue-pressure").first).to_be_in_viewport()
    page.locator("[data-part=jump] a").first.click()
    first = page.locator("tbody[data-topic]").first.get_attribute("data-topic")
    expect(rows(page, first).first).to_be_in_viewport()


@pytest.mark.parametrize("prefix", ["", "cy/"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_while_the_page_of_one_council_comes(opened, address, prefix, viewport):
    """Of none, of several and of how like they are, test_every_kind.py tells."""
    page = opened("compare/", viewport)
    page.goto(f"{address}{prefix}compare/?councils=conwy")
    expect(page.locator(".chosen li")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < MOST_SHIFT


def test_what_has_the_focus_is_not_behind_the_column_that_stays(opened):
    page = opened("compare/coverage/", {"width": 320, "height": 640})
    hidden = page.locator(".matrix").evaluate(
        """(matrix) => [...matrix.querySelectorAll("td a")].reverse().filter((link) => {
          link.focus();
          const column = link.closest("tr").querySelector("th").getBoundingClientRect();
          return link.getBoundingClientRect().right <= column.right;
        }).length"""
    )
    assert hidden == 0


def test_a_council_that_is_taken_out_leaves_the_focus_where_enter_undoes_nothing(opened):
    page = opened(FOUR)
    page.get_by_role("button", name="Put Halewood first").press("Enter")
    expect(page.locator(".chip-name", has_text="Halewood")).to_be_focused()
    page.get_by_role("button", name="Take out Conwy").press("Enter")
    expect(page.locator(".chosen li")).to_have_count(3)
    expect(page.locator(".chip-name", has_text="Halewood")).to_be_focused()


@pytest.mark.parametrize("path", [TWO, "compare/likeness/"])
def test_no_style_stands_in_the_markup(opened, path):
    assert opened(path).locator("main [style]").count() == 0


def test_what_is_shown_can_be_saved_as_a_table(opened, address):
    page = opened("compare/?councils=bursledon,halewood")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "bursledon_halewood.csv"
    text = Path(download.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    columns = ("clause", "stands under", "words", "by", "to", "address", "result")
    assert table[0] == ["Result", "Topic", *(f"{one}: {name}" for one in ("Bursledon", "Halewood") for name in columns)]
    here, there = ([dict(zip(columns, row[at : at + 7], strict=True)) for row in table[1:]] for at in (2, 9))
    assert {one["result"] for one in here if one["clause"]} == {""}
    assert {"Differs", "Nothing on this topic clearly answers to it."} <= {one["result"] for one in there}
    assert all(one["address"].startswith(f"{address}councils/bursledon/2016-04-27/#") for one in here if one["words"])
    assert {"Members", "Officers"} <= {one["by"] for one in here}
    lettered = next(one for one in here if one["clause"] == "2.2(a)")
    assert lettered["stands under"].endswith("Councillors have three main areas of responsibility")
    assert len(table) == page.locator("table.comparison tbody tr:not(.group, .topic-row)").count() + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row)


def test_a_formula_in_a_text_is_no_formula_in_the_table(opened, address):
    page = opened("compare/")
    made = page.evaluate(
        """async (base) => {
          const { csv } = await import(`${base}assets/compare/csv.js`);
          const cells = [{ statements: [{ label: "1", text: '=1+1 "quoted"', by: ["x"] }] }, null];
          const say = { topic: "T", verdict: "V", column: (name, council) => `${council} ${name}`, row: () => "only",
            cell: (found) => (found ? "" : "-"), parties: (slugs) => slugs.join(), address: () => "https://x/" };
          return csv([{ name: "-x", rows: [{ cells }] }], [{ title: "A" }, { title: "B" }], say);
        }""",
        address,
    )
    table = list(csv.reader(io.StringIO(made.lstrip("\ufeff"))))
    assert table[0][:4] == ["V", "T", "A clause", "A governed"]
    assert table[1] == ["only", "'-x", "1", "", '\'=1+1 "quoted"', "x", "", "https://x/", "", *[""] * 6, "'-"]


NOTICES = """async ([base, shown]) => {
  const { notices } = await import(`${base}assets/compare/summary.js`);
  return notices(shown, (name, values) => `${name}: ${values?.councils ?? ""}`);
}"""


def test_whose_words_and_whether_they_apply_is_said_above_a_comparison(opened, address):
    page = opened("compare/")
    with_modules(page)
    english = {"title": "A", "adoptedIn": "en", "state": "adopted", "standing": ""}
    withdrawn = {**english, "title": "B", "standing": "Withdrawn: 1 May 2020"}
    welsh = {**english, "title": "C", "adoptedIn": "cy", "state": "draft"}
    assert page.evaluate(NOTICES, [address, [english, english]]) == ""
    assert page.evaluate(NOTICES, [address, [welsh, welsh]]) == "compare.translated: C, C"
    assert page.evaluate(NOTICES, [address, [{**english, "state": "exists"}]]) == "compare.not_held: A"
    assert page.evaluate(NOTICES, [address, [{**english, "alike": True}, welsh]]) == "compare.translated: C"
    assert page.evaluate(NOTICES, [address, [withdrawn, welsh]]) == (
        "compare.standing: B (Withdrawn: 1 May 2020) compare.translated.too: C compare.languages: "
    )


UNCOMPARED = """async (base) => {
  const { judgedRow, memory } = await import(`${base}assets/compare/comparison.js`);
  const { sentence } = await import(`${base}assets/compare/summary.js`);
  const said = (anchor, en) => ({ anchor, text: anchor, said: { en }, heads: {} });
  const names = { en: new Map(), cy: new Map() };
  const setting = { names, thresholds: {}, turning: {}, language: "en" };
  const compared = memory([{ adoptedIn: "en" }, { adoptedIn: "cy" }], setting);
  const row = judgedRow([[said("1", "Be fair.")], [said("2", null)]], [true, true], compared);
  const told = (rows) => sentence([{ speaks: [true, true], rows }], [{ title: "A" }, { title: "B" }], {
    groups: [], t: (name, values) => `${name}: ${Object.values(values ?? {}).join()}` });
  const alone = (isTold) => judgedRow([[], [said("1", "Be fair.")]], [true, true], compared, isTold).verdict;
  return [row.verdict, told([row]), told([]), alone(true), alone(false)];
}"""


def test_what_cannot_be_compared_is_counted_neither_as_the_same_nor_as_different(opened, address):
    page = opened("compare/")
    with_modules(page)
    verdict, told, nothing, alone, perhaps_alone = page.evaluate(UNCOMPARED, address)
    assert (verdict, alone, perhaps_alone) == ("language", "also", "language")
    assert "compare.sum.rows: 0,0,0,0,0 compare.sum.language: 1 " in told
    assert "compare.sum.language" not in nothing


ROWS = """async ([base, thresholds, topics]) => {
  const { placed } = await import(`${base}assets/compare/rows.js`);
  const counted = (statement) => ({ keys: statement.keys });
  return topics.map((councils) => {
    const own = councils.map((said) => said.map((one) => ({ ...one, topics: ["t"], heads: {} })));
    const rows = own.reduce((rows, said, at) => placed(rows, said, at, "t", own.length, { counted, thresholds }), []);
    return rows.map((row) => row.map((cell) => cell.map((one) => one.at)));
  });
}"""
WORDS = ["reply", "within", "ten", "working", "days", "advice", "in", "confidence", "agenda", "report", "press", "gift"]


def some_councils(chance: random.Random) -> list[list[dict]]:
    """What some councils say on a topic, much of it alike, of members, of officers, of both and of nobody."""
    said = [chance.choices(WORDS, k=chance.randint(3, 11)) for _ in range(8)]
    sides = ["members", "officers", "both", None]
    return [
        [
            {"at": at, "side": chance.choice(sides), "keys": [*chance.choice(said), *chance.choices(WORDS, k=2)]}
            for at in range(chance.randint(1, 8))
        ]
        for _ in range(chance.randint(2, 5))
    ]


def test_every_statement_stands_in_a_row_and_beside_none_of_the_other_party(opened, address):
    page, chance = opened("compare/"), random.Random(7)
    with_modules(page)
    topics = [some_councils(chance) for _ in range(1500)]
    for councils, rows in zip(topics, page.evaluate(ROWS, [address, thresholds(), topics]), strict=True):
        for row in rows:
            sides = {said[at]["side"] for said, cell in zip(councils, row, strict=True) for at in cell}
            assert not {"members", "officers"} <= sides
        for place, said in enumerate(councils):
            stands = Counter(at for row in rows for at in row[place])
            assert stands.keys() == {*range(len(said))}, "nothing is lost"
            of_one = [one["at"] for one in said if one["side"] in ("members", "officers")]
            assert all(stands[at] == 1 for at in of_one), "what binds one party stands once"


LED_IN = """async ([base, thresholds, turning, english]) => {
  const { leadIns } = await import(`${base}assets/compare/lead_ins.js`);
  const said = (en) => ({ said: { en, cy: null }, heads: {}, topics: ["t"] });
  const one = (anchor, en, above) => ({ anchor, text: anchor, above, ...said(en) });
  const council = (en) => {
    const statements = [one("1.a", "be fair", [0])];
    return { adoptedIn: "en", statements, lines: [{ ...one("1", en, []), leadsBelow: true }] };
  };
  const chosen = ["Members shall:", english].map(council);
  const cells = chosen.map(({ statements }) => ({ statements }));
  const members = ["members", "councillors"].map((name) => [name, ["members/several", name]]);
  const setting = { names: { en: new Map(members), cy: new Map() }, thresholds, turning, language: "en" };
  return leadIns([{ slug: "t", rows: [{ cells }] }], chosen, setting, "").verdict;
}"""


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("", "At least two of these are the same, or but for names or a word or two"),
        ("cy/", "Mae o leiaf ddau o’r rhain yr un fath"),
    ],
)
def test_of_several_statements_it_is_said_that_two_are_nearly_the_same(opened, prefix, said):
    """Halewood says beside the same sentence how tasks are given: one does answer to one alone."""
    page = opened(f"{prefix}compare/?councils=bursledon,halewood")
    (row,) = rows(page, "day-to-day-management").all()
    assert "differs" in row.get_attribute("class")
    expect(row.locator(".state")).to_contain_text(said)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [("members shall", "same"), ("Councillors shall:", "nearly"), (None, "language"), ("Members may:", "differs")],
)
def test_what_leads_in_is_no_more_different_than_its_rows(opened, address, other, verdict):
    page = opened("compare/")
    with_modules(page)
    turning = {language: turning_words(language) for language in ("en", "cy")}
    assert page.evaluate(LED_IN, [address, thresholds(), turning, other]) == verdict


UNDER_HEADING = """async ([base, thresholds, turning]) => {
  const { leadIns } = await import(`${base}assets/compare/lead_ins.js`);
  const said = (en) => ({ said: { en, cy: null }, heads: {}, topics: ["t"] });
  const one = (anchor, en, above) => ({ anchor, text: anchor, above, ...said(en) });
  const council = (leading) => {
    const lines = leading.map((en, at) => ({ ...one(String(at), en, []), leadsBelow: true }));
    return { adoptedIn: "en", statements: [one("1.a", "be fair", leading.map((_, at) => at))], lines };
  };
  const chosen = [["What members must not do", "The Chair shall:"], ["Members shall:"]].map(council);
  const cells = chosen.map(({ statements }) => ({ statements }));
  const setting = { names: { en: new Map(), cy: new Map() }, thresholds, turning, language: "en" };
  const { rows } = leadIns([{ slug: "t", rows: [{ cells }] }], chosen, setting, "");
  return rows.map((row) => row.cells.map((cell) => cell.statements[0].said.en));
}"""


def test_a_lead_in_stands_beside_a_lead_in_and_not_beside_the_heading_above_one(opened, address):
    page = opened("compare/")
    with_modules(page)
    turning = {language: turning_words(language) for language in ("en", "cy")}
    assert page.evaluate(UNDER_HEADING, [address, thresholds(), turning]) == [["The Chair shall:", "Members shall:"]]


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_what_leads_in_stands_beside_what_leads_to_the_same(opened, prefix):
    page = opened(f"{prefix}compare/?councils=bursledon,halewood,conwy")
    leading = page.locator("#lead-ins tr:not(.topic-row, .group)")
    expect(leading.first).to_be_visible()
    told = leading.evaluate_all(
        """(rows) => {
          const hash = (cell) => cell.querySelector("a.number")?.hash ?? null;
          return rows.map((row) => [...row.querySelectorAll("td")].map(hash));
        }"""
    )
    assert ["#3.1", "#3.1"] in [row[:2] for row in told], "what may be expected of officers"
    assert ["#3.2", "#3.2"] in [row[:2] for row in told], "what may be expected of members"
    for place in range(3):
        anchors = [row[place] for row in told if row[place]]
        assert len(anchors) == len(set(anchors)) > 2, "each stands in one row"
