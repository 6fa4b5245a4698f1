"""What a protocol is made into: anchors, dates, emphasis, and the states of a translation."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from protocolau.language.marks import Span, plain, spans
from protocolau.library.library import RELATIONS
from protocolau.model import assemble
from protocolau.model.protocol import Provision, Version
from protocolau.read.dates import PartialDate
from protocolau.read.document import read_document
from protocolau.repository.repository import load_council, load_vocabulary
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import ProtocolShape
from protocolau.translation.reading import Reading
from tests.conftest import ROOT

ANCHORS = yaml.safe_load("""
a clause has its number, wherever its section stands:
  body:
    - {number: "8.", heading: Advice, provisions: [{number: "8.6", text: Words.}, {number: "2.1", text: Words.}]}
  anchors: ["8", "8.6", "2.1"]

the full stop after a number is not part of it:
  body:
    - {number: "2.", heading: Roles, provisions: [{number: "2.1.", text: Words.}]}
  anchors: ["2", "2.1"]

an item has the number of its clause before its own, whatever stands round the letter:
  body:
    - {number: "3.1", text: Words., items: [{number: a), text: x}, {number: (b), text: x}, {number: c., text: x}]}
  anchors: ["3.1", 3.1.a, 3.1.b, 3.1.c]

an item of an item has the whole path:
  body:
    - {number: "9.1", text: Words., items: [{number: d), text: x, items: [{number: i., text: x}]}]}
  anchors: ["9.1", 9.1.d, 9.1.d.i]

an item with a plain number has that of its clause before it:
  body:
    - {number: "9.1", text: Words., items: [{number: "1", text: x}]}
  anchors: ["9.1", 9.1.1]

a number that occurs again is counted:
  body:
    - {number: "1.1", text: Words.}
    - {number: "1.1", text: Words., items: [{number: a), text: x}]}
    - {number: "1.1", text: Words.}
  anchors: ["1.1", 1.1-2, 1.1-2.a, 1.1-3]

a number in brackets continues the number above, and so does one that has several parts in brackets:
  body:
    - number: "6.—"
      text: Words.
      provisions:
        - {number: (1), text: You must, items: [{number: (a), text: x, items: [{number: (i), text: x}]}]}
        - {number: (2A), text: Words.}
        - {number: (3)(a), text: Words.}
    - {number: 7.—(1), text: Words., items: [{number: (a), text: x}]}
    - {number: 2A, text: Words.}
  anchors: ["6", "6.1", 6.1.a, 6.1.a.i, 6.2A, 6.3.a, "7.1", 7.1.a, 2A]

a heading without a number changes nothing below a number, and a cross-heading nothing of what it stands above:
  body:
    - number: "6"
      heading: Conduct
      provisions: [{heading: Gifts, provisions: [{number: (1), text: x}, {number: (a), text: x}]}]
    - heading: Personal Interests
      provisions: [{number: 10.—, text: Words., provisions: [{number: (1), text: x}]}, {number: 10A., text: Words.}]
  anchors: ["6", gifts, "6.1", 6.a, personal-interests, "10", "10.1", 10A]

numbers that run on through the parts are whole without them:
  body:
    - kind: part
      number: PART 1
      heading: Interpretation
      provisions: [{number: 1.—, text: x, provisions: [{number: (1), text: x}]}]
    - kind: part
      heading: PART 2—GENERAL PROVISIONS
      provisions: [{number: "2", text: x}, {heading: Gifts, items: [{number: a), text: x}]}, {text: x}]
  anchors: [part-1, "1", "1.1", part-2, "2", gifts, gifts.a, part-2.para1]

numbers that begin again in each part have it before them, the first part's too:
  body:
    - {number: Rhan 1, heading: Dehongli, provisions: [{number: "1", text: x}]}
    - number: Rhan 2
      heading: Cyffredinol
      provisions: [{number: "1", text: x}, {number: "2", text: x, items: [{number: a), text: x}]}]
  anchors: [part-1, part-1.1, part-2, part-2.1, part-2.2, part-2.2.a]

a schedule begins its numbers again, and the parts before it do not:
  body:
    - {kind: part, number: "1", provisions: [{number: "1", text: x}, {number: "2", text: x}]}
    - {kind: part, number: "2", provisions: [{number: "3", text: x}]}
    - kind: schedule
      number: Atodlen 1
      provisions: [{number: "1", text: x}, {kind: part, number: "1", provisions: [{number: "2", text: x}]}]
  anchors: [part-1, "1", "2", part-2, "3", schedule-1, schedule-1.1, schedule-1.part-1, schedule-1.part-1.2]

an appendix whose numbers run on is before none of them:
  body:
    - {number: "1", text: Words.}
    - {kind: appendix, heading: Appendix A, provisions: [{number: "2", text: Words.}, {text: x}]}
  anchors: ["1", appendix, "2", appendix.para1]

one of several appendices is told by its letter:
  body:
    - {number: "1", text: Words.}
    - {heading: "ATODIAD A: Cysylltiadau", provisions: [{number: "1", text: Words.}]}
    - kind: appendix
      heading: SECTION 22 – APPENDIX B
      provisions: [{number: "1", text: Words.}, {number: (a), text: x}]
  anchors: ["1", appendix-a, appendix-a.1, appendix-b, appendix-b.1, appendix-b.a]

a list of contents neither makes parts nor begins numbers:
  body:
    - {kind: contents, heading: Contents, items: [{number: Part 1, text: Words.}]}
    - {kind: part, number: Part 1, provisions: [{number: "1", text: Words.}]}
  anchors: [contents, Part.1, part-1, "1"]

the numbers of an appendix start again:
  body:
    - {number: "1.5", text: Words.}
    - {kind: appendix, heading: Appendix A, provisions: [{number: "1.5", text: Words., items: [{text: x}]}]}
  anchors: ["1.5", appendix, appendix.1.5, appendix.1.5.item1]

a heading without a number lends its words:
  body:
    - {heading: POLITICAL GROUPS, provisions: [{number: "4.1", text: Words.}]}
    - {heading: Reports, items: [{number: a), text: x}]}
    - {heading: "Côd y Cynghorwyr: beth sy'n ddisgwyliedig ganddynt hwy, a mwy"}
    - {heading: "…"}
  anchors: [political-groups, "4.1", reports, reports.a, cod-y-cynghorwyr-beth-syn-ddisgwyliedig, part]

a heading with a number has the number alone:
  body:
    - {number: "2.3", heading: Chairman, text: Words.}
  anchors: ["2.3"]

paragraphs and bullets are counted below what has a number or a name:
  body:
    - number: "2.1"
      text: Words.
      items: [{text: x}, {text: x}, {text: x, items: [{text: y}]}]
      provisions: [{text: x}, {text: x}]
    - {text: Words.}
  anchors: ["2.1", 2.1.item1, 2.1.item2, 2.1.item3, 2.1.item4, 2.1.para1, 2.1.para2, para1]

a cell is found by its row and column, a head by its column:
  body:
    - number: "1.3"
      text: Words.
      table: {columns: [A, B], rows: [[c, d], [e]]}
  anchors: ["1.3", 1.3.table1.h1, 1.3.table1.h2, 1.3.table1.r1c1, 1.3.table1.r1c2, 1.3.table1.r2c1]

a table of its own is a provision:
  body:
    - {number: "1.3", text: Words., provisions: [{table: {rows: [[c]]}}, {table: {rows: [[d]]}}]}
  anchors: ["1.3", 1.3.table1, 1.3.table1.r1c1, 1.3.table2, 1.3.table2.r1c1]

a drawing is counted like a table:
  body:
    - {number: "1.4", text: Words., provisions: [{diagram: {missing: true}}]}
  anchors: ["1.4", 1.4.diagram1]

a part with a name of its own is called by it:
  body:
    - {kind: title, text: A COUNCIL}
    - {kind: title, text: A PROTOCOL}
    - {kind: adoption, text: Adopted in June.}
    - {kind: signature, provisions: [{kind: field, text: "Signed:"}, {kind: field, text: "Date:"}]}
  anchors: [title, title-2, adoption, signature, signature.field1, signature.field2]

an id fixed by hand is used as it stands, and built upon below a number or a heading:
  body:
    - {id: Aims, heading: The aims of this protocol, items: [{text: x}]}
  anchors: [Aims, Aims.item1]

an anchor is given once, even where a heading or an id looks like one that was counted:
  body:
    - {heading: Reports}
    - {heading: Reports}
    - {heading: Reports 2}
    - {heading: Reports}
    - {id: 1.1-2, text: Words.}
    - {number: "1.1", text: Words.}
    - {number: "1.1", text: Words.}
  anchors: [reports, reports-2, reports-2-2, reports-3, 1.1-2, "1.1", 1.1-3]
""")


STANDING = yaml.safe_load((ROOT / "tests" / "anchors" / "of_the_five.yml").read_text("utf-8"))
"""By council, each anchor that others may link to with what stands on it: the number and the beginning of the words."""


def on_it(provision: Provision) -> str:
    words = (provision.heading or provision.text or provision.kind)[:70].strip()
    return " | ".join(part for part in (provision.number, words) if part)


def version_of(path: Path, body: list) -> Version:
    path.write_text(yaml.safe_dump({"title": "A Protocol", "language": "en", "body": body}), "utf-8")
    document, problems = read_document(path)
    shape, more = validate(document, ProtocolShape)
    assert not problems + more
    return assemble.version(document, shape, "exampleton", RELATIONS)[0]


@pytest.mark.parametrize("name", ANCHORS)
def test_anchors(name: str, tmp_path: Path):
    case = ANCHORS[name]
    assert list(version_of(tmp_path / "undated.yml", case["body"]).provisions) == case["anchors"]


def test_anchors_do_not_hang_on_the_words_where_there_is_a_number(tmp_path: Path):
    """So that they stay the same in both languages and in the next version."""
    english = {"number": "2", "heading": "Roles", "provisions": [{"number": "2.1", "text": "Words."}]}
    welsh = {"number": "2", "heading": "Rolau", "provisions": [{"number": "2.1", "text": "Geiriau."}]}
    anchors = [list(version_of(tmp_path / "undated.yml", [body]).provisions) for body in (english, welsh)]
    assert anchors[0] == anchors[1] == ["2", "2.1"]


REAL = """
conwy       8.6                          8.6   It is important for Services and their staff
conwy       1.1                          1.1   The purpose of this Protocol is to guide
conwy       1.1-2                        1.1   Members and Officers should abide by the Nolan principles
conwy       9.1.d.i                      i.    reasonable and in the public interest; and
conwy       appendix.1.5                 1.5   A useful table to consider
conwy       appendix.1.3.table1.r6c1     –     Collectively set the policy and strategy framework
halewood    5.4                          5.4   If a staff member is dissatisfied
halewood    5.4-2                        5.4   Where problems emerge between the Town Manager
halewood    3.1.l                        l)    That Town Council Staff will comply
bursledon   3.1.a                        a)    A commitment to the authority as a whole
bursledon   3.2.f.para1                  –     Councillors should have regard to the seniority
bursledon   reports.a                    a)    Political groups may request the Parish Clerk
bursledon   officer-attendance.e         e)    Officers will respect the confidentiality
barrow      councillors.item1            –     To determine council policy
barrow      signature.field1             –     Signed:
taffs-well-and-nantgarw 2.2.1.item1      –     To determine council policy
taffs-well-and-nantgarw adoption         –     ADOPTED BY COUNCIL 25th September 2019.
"""


@pytest.mark.parametrize("line", REAL.strip().splitlines(), ids=lambda line: "#".join(line.split()[:2]))
def test_a_clause_of_the_real_protocols_is_found_by_its_printed_number(library, line: str):
    council, anchor, number, words = line.split(maxsplit=3)
    provision = library.version_shown(council).provisions[anchor]
    assert (provision.anchor, provision.number or "–") == (anchor, number)
    assert provision.text.startswith(words)


@pytest.mark.parametrize("council", STANDING)
def test_every_anchor_that_stands_goes_on_standing_on_the_same_words(library, council: str):
    provisions = library.version_shown(council).provisions
    assert {anchor: on_it(one) for anchor, one in provisions.items()} == STANDING[council]


def test_headings_of_a_text_adopted_in_both_languages_have_anchors_from_the_english(tmp_path: Path):
    folder = tmp_path / "exampleton"
    folder.mkdir()
    (folder / "council.yml").write_text(COUNCIL, "utf-8")
    welsh = {
        "title": "Protocol",
        "language": "cy",
        "body": [{"heading": "Buddiannau", "provisions": [{"text": "Rhai."}]}],
    }
    units = {"interests heading": {"cy": "Buddiannau", "en": "Interests"}}
    english = {"language": "en", "state": "adopted", "units": units}
    (folder / "undated.en.yml").write_text(yaml.safe_dump(english), "utf-8")
    vocabulary = load_vocabulary(ROOT / "protocols" / "vocabulary")
    (folder / "undated.yml").write_text(yaml.safe_dump({**welsh, "other_language": "equal"}), "utf-8")
    council, problems = load_council(folder, vocabulary)
    assert not problems
    assert list(council.versions[0].provisions) == ["interests", "interests.para1"]
    (folder / "undated.yml").write_text(yaml.safe_dump(welsh), "utf-8")
    _, problems = load_council(folder, vocabulary)
    assert "interests heading" in str(problems[0])


def test_every_anchor_of_a_protocol_is_given_once(library_with_a_sixth):
    for council in library_with_a_sixth.councils.values():
        for version in council.versions:
            anchors = [provision.anchor for part in version.body for provision in part.walk()]
            assert len(set(anchors)) == len(anchors)


DATES = {
    "2016-04-27": (date(2016, 4, 27), date(2016, 4, 27)),
    "2018-03": (date(2018, 3, 1), date(2018, 3, 31)),
    "2020-02": (date(2020, 2, 1), date(2020, 2, 29)),
    "2019-02": (date(2019, 2, 1), date(2019, 2, 28)),
    "2018": (date(2018, 1, 1), date(2018, 12, 31)),
    "0974-12": (date(974, 12, 1), date(974, 12, 31)),
}
NO_DATES = """2019-02-30|2019-13|2019-00|2019-09-00|0000|2019-9-25|25-09-2019|19-09-25|2019/09/25|2019-09-25T00:00
|2019-|2019-09-|27 April 2016|April 2016|20190925|２０１９| 2019|2019 ||-2019"""


@pytest.mark.parametrize("written", DATES)
def test_a_date_is_known_to_the_day_the_month_or_the_year(written: str):
    known = PartialDate.parse(written)
    assert (known.first_day, known.last_day) == DATES[written]
    assert str(known) == written
    precision = [part for part in (known.year, known.month, known.day) if part is not None]
    assert len(precision) == len(written.split("-"))


@pytest.mark.parametrize("written", NO_DATES.replace("\n", "").split("|") + ["2019\n"])
def test_what_is_no_date_is_refused(written: str):
    with pytest.raises(ValueError):
        PartialDate.parse(written)


@given(st.dates(), st.integers(1, 3))
def test_a_date_is_read_as_it_is_written(day: date, precision: int):
    known = PartialDate(*(day.year, day.month, day.day)[:precision])
    assert PartialDate.parse(str(known)) == known
    assert known.first_day <= day <= known.last_day


MARKS = {
    "plain words": [Span("plain words")],
    "a **bold** word": [Span("a "), Span("bold", strong=True), Span(" word")],
    "*slanting*": [Span("slanting", emphasis=True)],
    "**bold *and slanting***": [Span("bold ", strong=True), Span("and slanting", strong=True, emphasis=True)],
    r"2 \* 3 and \\": [Span("2 * 3 and \\")],
    r"*\**": [Span("*", emphasis=True)],
    r"C:\council": [Span(r"C:\council")],
    "": [Span("")],
    "****": [],
}


@pytest.mark.parametrize("marked", MARKS)
def test_stars_mark_emphasis_and_a_backslash_takes_their_meaning_away(marked: str):
    assert list(spans(marked)) == MARKS[marked]
    assert plain(marked) == "".join(span.text for span in MARKS[marked])


@pytest.mark.parametrize("marked", ["*", "a *b", "**a*", "a ** b", r"*a\*", "***"])
def test_emphasis_that_is_not_closed_is_refused(marked: str):
    with pytest.raises(ValueError):
        plain(marked)


@given(st.text().map(lambda text: text.replace("*", "")))
def test_words_without_stars_always_have_a_plain_form(text: str):
    assert plain(text) == text.replace("\\\\", "\\")


@given(st.text(min_size=1), st.sampled_from([("", False, False), ("*", False, True), ("**", True, False)]))
def test_words_whose_stars_are_escaped_come_through_any_emphasis(text: str, look: tuple[str, bool, bool]):
    mark, strong, emphasis = look
    marked = mark + text.replace("\\", r"\\").replace("*", r"\*") + mark
    assert plain(marked) == text
    assert {(span.strong, span.emphasis) for span in spans(marked) if span.text} <= {(strong, emphasis)}


COUNCIL = """
name: {en: Exampleton Community Council, cy: Cyngor Cymuned Enghraifft}
short_name: {en: Exampleton, cy: Enghraifft}
kind: community
nation: wales
"""
ENGLISH = """
title: A Protocol
language: en
body:
  - {number: "1", text: Members decide.}
  - {number: "2", text: Officers advise.}
  - {number: "3", text: Penderfyna aelodau., lang: cy}
"""
WELSH = """
title: Protocol
language: cy
body:
  - {number: "1", text: Mae aelodau'n penderfynu.}
  - {number: "2", text: Mae swyddogion yn cynghori.}
  - {number: "3", text: Members decide., lang: en}
"""
TITLE = '"document title": {en: A Protocol, cy: Protocol}'
ONE = """"1": {en: Members decide., cy: "Mae aelodau'n penderfynu."}"""
TWO = '"2": {en: Officers advise., cy: Mae swyddogion yn cynghori.}'
SAID = {"en": ["A Protocol", "Members decide.", "Officers advise."]}
SAID["cy"] = ["Protocol", "Mae aelodau'n penderfynu.", "Mae swyddogion yn cynghori."]


@pytest.fixture
def adopted(tmp_path: Path):
    """Loads a protocol with its translation, as a council's folder holds them."""

    def load(protocol: str, language: str = "cy", state: str = "draft", units: tuple[str, ...] = ()) -> Version:
        folder = tmp_path / "exampleton"
        folder.mkdir()
        (folder / "council.yml").write_text(COUNCIL, "utf-8")
        (folder / "undated.yml").write_text(protocol, "utf-8")
        if units:
            lines = "".join(f"\n  {unit}" for unit in units)
            beside = folder / f"undated.{language}.yml"
            beside.write_text(f"language: {language}\nstate: {state}\nunits:{lines}\n", "utf-8")
        council, problems = load_council(folder, load_vocabulary(ROOT / "protocols" / "vocabulary"))
        assert not problems
        return council.documents[RELATIONS].versions[-1]

    return load


def said(reading: Reading) -> list[tuple[str, str, str]]:
    """The title and each provision: words, language, state."""
    version = reading.version
    shown = [reading.say(anchor, one.text, one.language) for anchor, one in version.provisions.items()]
    return [(one.text, one.language, one.state) for one in [reading.title, *shown]]


def test_a_protocol_in_its_own_language_is_adopted_through_and_through(adopted):
    reading = Reading(adopted(ENGLISH, units=(TITLE, ONE)), "en")
    assert said(reading)[:3] == [(words, "en", "adopted") for words in SAID["en"]]
    assert said(reading)[3] == ("Penderfyna aelodau.", "cy", "adopted")
    assert (reading.state, dict(reading.states)) == ("adopted", {"adopted": 3})


def test_without_a_translation_the_adopted_words_stand_in_as_what_they_are(adopted):
    reading = Reading(adopted(ENGLISH), "cy")
    assert said(reading)[:3] == [(words, "en", "missing") for words in SAID["en"]]
    assert (reading.state, dict(reading.states)) == ("missing", {"missing": 3})


def test_words_adopted_in_the_reader_s_language_need_no_translation(adopted):
    assert said(Reading(adopted(ENGLISH), "cy"))[3] == ("Penderfyna aelodau.", "cy", "adopted")


def test_a_unit_has_the_state_of_its_file_or_its_own(adopted):
    reviewed = TWO.replace("}", ", state: reviewed}")
    reading = Reading(adopted(ENGLISH, units=(ONE, reviewed)), "cy")
    assert said(reading)[:3] == [
        ("A Protocol", "en", "missing"),
        ("Mae aelodau'n penderfynu.", "cy", "draft"),
        ("Mae swyddogion yn cynghori.", "cy", "reviewed"),
    ]
    assert dict(reading.states) == {"missing": 1, "draft": 1, "reviewed": 1}


def test_a_translation_of_other_words_than_today_s_is_stale_and_still_shown(adopted):
    before = ONE.replace("Members decide", "Members choose")
    reading = Reading(adopted(ENGLISH, state="reviewed", units=(TITLE, before, TWO)), "cy")
    assert said(reading)[1] == ("Mae aelodau'n penderfynu.", "cy", "stale")
    assert (reading.state, dict(reading.states)) == ("stale", {"reviewed": 2, "stale": 1})


def test_a_protocol_adopted_in_welsh_is_translated_into_english(adopted):
    version = adopted(WELSH, "en", "reviewed", (TITLE, ONE.replace("penderfynu", "dewis"), TWO))
    welsh, english = Reading(version, "cy"), Reading(version, "en")
    assert said(welsh) == [(words, "cy", "adopted") for words in SAID["cy"]] + [("Members decide.", "en", "adopted")]
    assert said(english) == [
        ("A Protocol", "en", "reviewed"),
        ("Members decide.", "en", "stale"),
        ("Officers advise.", "en", "reviewed"),
        ("Members decide.", "en", "adopted"),
    ]
    assert (welsh.state, english.state) == ("adopted", "stale")


WHOLE = {
    "every unit adopted by the council": ("adopted", (TITLE, ONE, TWO), "adopted"),
    "one of them only reviewed": ("adopted", (TITLE, ONE, TWO.replace("}", ", state: reviewed}")), "reviewed"),
    "every unit reviewed": ("reviewed", (TITLE, ONE, TWO), "reviewed"),
    "one of them a draft": ("reviewed", (TITLE, ONE, TWO.replace("}", ", state: draft}")), "draft"),
    "one of them missing": ("reviewed", (TITLE, ONE), "draft"),
    "one of them stale, one missing": ("reviewed", (TITLE, ONE.replace("decide", "choose")), "stale"),
    "no unit at all": ("draft", (), "missing"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_is_in_the_weakest_state_of_its_parts(adopted, name: str):
    state, units, expected = WHOLE[name]
    assert Reading(adopted(ENGLISH, state=state, units=units), "cy").state == expected
