"""A version's file edited: what was asked is there, every other line is as it was, and no word is lost or moved."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.repository.editing.keys import with_key, without_keys
from protocolau.repository.editing.provisions import (
    SaidAnew,
    heading_as_text,
    joined_to_previous,
    moved_in,
    moved_out,
    text_as_heading,
    with_below,
    with_heading,
    with_looked_at,
    with_number,
    with_statements,
    without_awaiting_review,
)
from protocolau.repository.editing.version_text import NotEditable, VersionText

ROOT = Path(__file__).parents[2]
TEXT = """\
title: A Protocol # as printed
language: en
awaiting_review: true  # until confirmed
body:
  # the first part
  - number: "1." # printed so
    heading: Aims
    provisions:
      - text: Members must be kind. Officers must be fair.
        topic: respect-and-courtesy # doubtful
        by: members
        look_at: [tags]
        sure: 58
        items:
          - number: "a)"
            text: always;
          # about the second
          - number: "b)"
            text: everywhere.
      - text: A second paragraph
      - text: that goes on.
  - heading: Table
    table:
      rows:
        - - Members
          - Officers
"""
CLAUSE = ("body", 0, "provisions", 0)


def data(file: VersionText) -> dict:
    return yaml.load(file.text, yaml.CSafeLoader)


def printed(part) -> list[str]:
    """Every word of a part, in the order in which it is printed."""
    if isinstance(part, list):
        return [word for one in part for word in printed(one)]
    if isinstance(part, str):
        return part.split()
    said = []
    for key in ("number", "heading"):
        said += str(part.get(key, "")).split()
    text = part.get("text", "")
    said += text.split() if isinstance(text, str) else [word for one in text for word in one["says"].split()]
    for key in ("items", "provisions"):
        if key == "provisions" and "table" in part:
            said += printed(part["table"]["rows"])
        said += printed(part.get(key, []))
    return said


def comments(file: VersionText) -> list[str]:
    return [line.partition("#")[2] for line in file.text.splitlines() if "#" in line]


def test_what_is_moved_into_a_provision_with_a_table_stands_behind_it():
    """A table's words were counted twice where nothing stood below it, and so seemed to be lost."""
    path = next(one for one in FIVE if one.parent.name == "bursledon")
    file = VersionText(path.read_text("utf-8"))
    assert printed(data(moved_in(file, ("body", 1), "provisions"))["body"]) == printed(data(file)["body"])


def test_a_paragraph_is_cut_into_statements_and_its_items_stay():
    first, second = "Members must be kind.", "Officers must be fair."
    said = [SaidAnew(first, ("a",), ("members",)), SaidAnew(second, ("b", "c"), (), ("members",))]
    clause = data(with_statements(VersionText(TEXT), CLAUSE, said))["body"][0]["provisions"][0]
    assert clause["text"] == [
        {"says": first, "topic": "a", "by": "members"},
        {"says": second, "topic": ["b", "c"], "by": [], "to": "members"},
    ]
    assert "topic" not in clause and len(clause["items"]) == 2


def test_one_statement_keeps_its_line_and_the_remark_behind_a_tag():
    said = [SaidAnew("Members must be kind. Officers must be fair.", ("mutual-respect",), ("both",))]
    after = with_statements(VersionText(TEXT), CLAUSE, said).text.splitlines()
    changed = [line for line in after if line not in TEXT.splitlines()]
    assert changed == ["        topic: mutual-respect # doubtful", "        by: both"]


def test_statements_are_joined_again():
    parts = [SaidAnew("Members must be kind.", ("a",)), SaidAnew("Officers must be fair.", ("b",))]
    whole = [SaidAnew("Members must be kind. Officers must be fair.", ("a",))]
    cut = with_statements(VersionText(TEXT), CLAUSE, parts)
    assert data(with_statements(cut, CLAUSE, whole)) == data(with_statements(VersionText(TEXT), CLAUSE, whole))


def test_a_plain_cell_gets_tags():
    at = ("body", 1, "table", "rows", 0, 0)
    row = data(with_statements(VersionText(TEXT), at, [SaidAnew("Members", ("a",))]))["body"][1]["table"]["rows"][0]
    assert row == [{"text": "Members", "topic": "a"}, "Officers"]


def test_the_marks_are_taken_away_one_by_one_and_all_together():
    file = with_looked_at(VersionText(TEXT), CLAUSE)
    assert not {"look_at", "sure"} & data(file)["body"][0]["provisions"][0].keys()
    file = without_awaiting_review(file)
    assert "awaiting_review" not in data(file)
    assert "# until confirmed" not in file.text and "# the first part" in file.text


def test_numbers_and_headings_are_written_changed_and_taken_out():
    file = with_number(with_heading(VersionText(TEXT), ("body", 0), "Aims: and more"), ("body", 0), "I.")
    assert {"number": "I.", "heading": "Aims: and more"}.items() <= data(file)["body"][0].items()
    assert '  - number: "I." # printed so\n' in file.text
    none = with_number(file, ("body", 0), "")
    assert "number" not in data(none)["body"][0] and "  - heading: " in none.text
    assert data(with_number(none, ("body", 0), "1."))["body"][0]["number"] == "1."


def test_what_is_said_below_is_written_and_taken_out():
    file = with_below(VersionText(TEXT), CLAUSE, {"by": ("members",), "to": ("officers", "clerk")})
    assert data(file)["body"][0]["provisions"][0]["below"] == {"by": "members", "to": ["officers", "clerk"]}
    assert data(with_below(file, CLAUSE, {})) == yaml.safe_load(TEXT)


def test_a_text_becomes_a_heading_and_a_heading_a_text():
    at = ("body", 0, "provisions", 1)
    file = text_as_heading(VersionText(TEXT), at)
    assert data(file)["body"][0]["provisions"][1] == {"heading": "A second paragraph"}
    assert data(heading_as_text(file, at)) == yaml.safe_load(TEXT)


def test_a_paragraph_joins_the_one_before_it():
    file = joined_to_previous(VersionText(TEXT), ("body", 0, "provisions", 2))
    assert [one["text"] for one in data(file)["body"][0]["provisions"][1:]] == ["A second paragraph that goes on."]


def test_what_goes_out_takes_with_it_what_follows():
    file = moved_out(VersionText(TEXT), ("body", 0, "provisions", 1))
    body = data(file)["body"]
    assert [one.get("text") or one.get("heading") for one in body] == [
        "Aims", "A second paragraph", "that goes on.", "Table",
    ]  # fmt: skip
    assert len(body[0]["provisions"]) == 1


def test_an_item_goes_out_of_its_list_and_in_again():
    out = moved_out(VersionText(TEXT), (*CLAUSE, "items", 1))
    clauses = data(out)["body"][0]["provisions"]
    assert [one["text"] for one in clauses[1:3]] == ["everywhere.", "A second paragraph"]
    assert "          # about the second" in out.text
    again = moved_in(out, ("body", 0, "provisions", 1), "items")
    assert data(again) == yaml.safe_load(TEXT)


def test_a_list_that_is_left_empty_goes():
    out = moved_out(VersionText(TEXT), (*CLAUSE, "items", 0))
    assert "items" not in data(out)["body"][0]["provisions"][0]
    assert printed(data(out)["body"]) == printed(yaml.safe_load(TEXT)["body"])


def test_what_is_moved_into_a_list_stands_before_the_notes_that_follow_it():
    file = VersionText("""\
title: A
body:
  - text: "Members:"
    items:
      - text: are kind;
    notes:
      - {en: Ours., cy: Ein hun.}
  # about the second
  - text: are fair.
""")
    first = data(moved_in(file, ("body", 1), "items"))["body"][0]
    assert [one["text"] for one in first["items"]] == ["are kind;", "are fair."] and len(first["notes"]) == 1


REFUSED = {
    "the outermost goes no further out": (moved_out, ("body", 1), "outermost"),
    "the first has none before it": (lambda file, at: moved_in(file, at, "provisions"), ("body", 0), "no-previous"),
    "one that holds others is not joined": (joined_to_previous, ("body", 1), "words-only"),
}


@pytest.mark.parametrize(("change", "at", "word"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused(change, at, word):
    with pytest.raises(NotEditable) as refusal:
        change(VersionText(TEXT), at)
    assert refusal.value.word == word


def test_what_stands_in_braces_is_left_to_its_author():
    with pytest.raises(NotEditable) as refusal:
        with_heading(VersionText("title: A\nbody:\n  - {number: '1', text: Words.}\n"), ("body", 0), "A heading")
    assert refusal.value.word == "in-braces"


FIVE = sorted(
    path for path in (ROOT / "protocols").glob("*/*.yml") if path.stem[-1].isdigit() or path.stem == "undated"
)
CHANGES = [moved_out, lambda file, at: moved_in(file, at, "items"), lambda file, at: moved_in(file, at, "provisions")]


def places(part, at=()):
    """Where the provisions of a part stand."""
    for key in ("body", "items", "provisions"):
        for place, inner in enumerate(part.get(key, [])):
            yield (*at, key, place)
            yield from places(inner, (*at, key, place))


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(FIVE), st.data())
def test_whatever_is_moved_in_the_five_no_word_is_lost_or_changes_places(path, choose):
    file = VersionText(path.read_text("utf-8"))
    words, said = printed(data(file)["body"]), comments(file)
    for _ in range(3):
        at = choose.draw(st.sampled_from(list(places(data(file)))))
        try:
            file = choose.draw(st.sampled_from(CHANGES))(file, at)
        except NotEditable:
            continue
        assert printed(data(file)["body"]) == words
        assert comments(file) == said


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(FIVE), st.data())
def test_tags_said_again_as_they_are_change_nothing(library, path, choose):
    assert library.version_shown(path.parent.name).path.name == path.name
    file = VersionText(path.read_text("utf-8"))
    before = data(file)
    at = choose.draw(st.sampled_from([at for at in places(before) if _at(before, at).get("text")]))
    part = _at(before, at)
    said = (
        [_said(one) for one in part["text"]]
        if isinstance(part["text"], list)
        else [_said(part | {"says": part["text"]})]
    )
    assert alike(data(with_statements(file, at, said))) == alike(before)


def alike(part):
    """A part with each list of one as that one: both say the same."""
    if isinstance(part, dict):
        return {key: alike(one) for key, one in part.items()}
    if isinstance(part, list):
        return alike(part[0]) if len(part) == 1 else [alike(one) for one in part]
    return part


def _at(part, at):
    for step in at:
        part = part[step]
    return part


def _said(one: dict) -> SaidAnew:
    def several(key):
        value = one.get(key)
        return None if value is None else (value,) if isinstance(value, str) else tuple(value)

    return SaidAnew(
        one["says"], several("topic") or (), several("by"), several("to"), several("about"), several("policies") or (),
        several("refers_to") or (), one.get("joined_by", " "),
    )  # fmt: skip


def test_keys_are_taken_out_wherever_and_however_they_stand():
    text = """\
minute: {reference: "42"}
title: T # the title
source: {file: a.txt, address: https://a.example/, fetched: 2024}
body:
  - taken_from: [a,
      b]
    text: One.
  - text: Two.
    taken_from:
      - a
  # a remark
  - text: Three.
"""
    assert (
        without_keys(VersionText(text), ("minute", "address", "fetched", "taken_from")).text
        == """\
title: T # the title
source: {file: a.txt}
body:
  - text: One.
  - text: Two.
  # a remark
  - text: Three.
"""
    )


@pytest.mark.parametrize(
    ("at", "key", "written", "after"),
    [
        ((), "adopted", "adopted: 2027-05-18", "title: T\nlanguage: en\nadopted: 2027-05-18\n"),
        ((), "title", "title: U", "title: U\n"),
        (("source",), "file", "file: b.txt", "source: {file: b.txt, fetched: 2024} # a remark"),
        (("source",), "file", None, "source: {fetched: 2024} # a remark"),
    ],
)
def test_a_key_of_the_whole_is_written_where_it_belongs(at: tuple[str, ...], key: str, written: str, after: str):
    file = VersionText("title: T\nlanguage: en\nsource: {file: a.txt, fetched: 2024} # a remark\nbody:\n  - text: A.\n")
    done = with_key(file, at, key, [written] if written else None)
    assert after in done.text and done.text.endswith("body:\n  - text: A.\n")


def test_what_would_say_something_else_in_braces_is_not_written_into_them():
    with pytest.raises(NotEditable):
        with_key(VersionText("source: {file: a.txt}\n"), ("source",), "file", ["file: a, b.txt"])
