"""What changed between two versions, found and told: cases, and any edits at all."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolau.comparison.version_changes import ProvisionChange, speaking, version_changes
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.model.translation import Translation, Unit
from tests.assembled import version_of

# ---- found ----


def saying(text: str, anchor: str, *parts, **further) -> Provision:
    """A provision of one statement."""
    return Provision(anchor, *parts, statements=(Statement(anchor, 0, text),), **further)


def said(*provisions: tuple | Provision, slug: str = "old", welsh: dict | None = None, language: str = "en") -> Version:
    """A version that says so: each provision its number and its text, or a whole one."""
    body = tuple(
        one if isinstance(one, Provision) else saying(one[1], one[0] or f"para{place}", "clause", 1, *one[:1])
        for place, one in enumerate(provisions)
    )
    units = {anchor: Unit(*pair, "draft", Path("x"), 1) for anchor, pair in (welsh or {}).items()}
    translations = {"cy": Translation("cy", Path("x"), units)} if welsh else {}
    return Version("x", "relations", slug, Path("x"), "Title", language, body, translations=translations)


def found(old: Version, new: Version, language: str = "en", names: dict | None = None) -> list[tuple]:
    """What became of each provision: the verdict, whether it moved, and its anchors in both."""
    return [(one.verdict, one.moved, *anchors(one)) for one in version_changes(old, new, language, names or {})]


def anchors(change: ProvisionChange) -> tuple[str | None, str | None]:
    return change.old and change.old.anchor, change.new and change.new.anchor


RESPECT = "Members and officers shall treat each other with courtesy and respect at all times"
ADVICE = "Officers give the council impartial advice and carry out what it has lawfully decided"
PRESS = "Nobody speaks to the press of what was said in confidence before it has been published"
TRAINING = "Every new member is offered training in the code of conduct within six months"


CASES = {
    "nothing": ([("1", RESPECT)], [("1", RESPECT)], [("same", False, "1", "1")]),
    "other words in part": (
        [("1", RESPECT)],
        [("1", RESPECT.replace("shall", "must"))],
        [("reworded", False, "1", "1")],
    ),
    "quite other words": ([("1", RESPECT)], [("1", PRESS)], [("replaced", False, "1", "1")]),
    "a comma": ([("1", RESPECT)], [("1", RESPECT + ",")], [("punctuation", False, "1", "1")]),
    "the point of a number": (
        [saying(RESPECT, "1", "clause", 1, "1.")],
        [saying(RESPECT, "1", "clause", 1, "1")],
        [("punctuation", False, "1", "1")],
    ),
    "put in before another": (
        [("1", RESPECT), ("2", ADVICE)],
        [("1", RESPECT), ("2", PRESS), ("3", ADVICE)],
        [("same", False, "1", "1"), ("added", False, None, "2"), ("same", True, "2", "3")],
    ),
    "taken out from among others": (
        [("1", RESPECT), ("2", PRESS), ("3", ADVICE)],
        [("1", RESPECT), ("2", ADVICE)],
        [("same", False, "1", "1"), ("removed", False, "2", None), ("same", True, "3", "2")],
    ),
    "taken out at the beginning": (
        [("1", RESPECT), ("1.1", PRESS)],
        [("1.1", PRESS)],
        [("removed", False, "1", None), ("same", False, "1.1", "1.1")],
    ),
    "renumbered and reworded": (
        [("1", RESPECT), ("2", ADVICE)],
        [("1", RESPECT), ("2", PRESS), ("3", ADVICE.replace("impartial", "honest"))],
        [("same", False, "1", "1"), ("added", False, None, "2"), ("reworded", True, "2", "3")],
    ),
    "two in each other's place": (
        [(None, RESPECT), (None, ADVICE), (None, PRESS)],
        [(None, RESPECT), (None, PRESS), (None, ADVICE)],
        [("same", False, "para0", "para0"), ("same", False, "para2", "para1"), ("same", True, "para1", "para2")],
    ),
    "a bullet before others of one number": (
        [("1", RESPECT), (None, ADVICE)],
        [("1", RESPECT), (None, PRESS), (None, ADVICE)],
        [("same", False, "1", "1"), ("added", False, None, "para1"), ("same", False, "para1", "para2")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_became_of_each_provision(case: str):
    old, new, expected = CASES[case]
    assert found(said(*old), said(*new)) == expected


def test_another_name_of_the_same_people_is_no_rewording(library):
    names = {"en": party_names(library.vocabulary, "en")}
    old, new = said(("1", "Staff may expect courtesy.")), said(("1", "Officers may expect courtesy"))
    assert found(old, new, names=names) == [("names", False, "1", "1")]
    assert found(old, new) == [("reworded", False, "1", "1")]


def section(anchor: str, heading: str, *inner: Provision) -> Provision:
    return Provision(anchor, "section", 1, heading=heading, provisions=inner)


def test_what_stands_under_a_renamed_heading_has_not_moved():
    inner = saying(RESPECT, "para1", "paragraph", 1)
    old, new = said(section("roles", "Roles", inner)), said(section("duties", "Duties", inner))
    assert found(old, new) == [("replaced", False, "roles", "duties"), ("same", False, "para1", "para1")]


def test_what_stands_under_another_heading_has_moved():
    inner = saying(RESPECT, "para1", "paragraph", 1)
    old = said(section("roles", "Roles", inner), section("conduct", "Conduct"))
    new = said(section("roles", "Roles"), section("conduct", "Conduct", inner))
    assert ("same", True, "para1", "para1") in found(old, new)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("Members may:", "Members may not:", "led"),
        ("Members can:", "Members cannot:", "led"),
        ("Where a complaint is upheld, the council will:", "Where a complaint is dismissed, the council will:", "led"),
        ("Members can:", "Members may:", "same"),
        ("Members may:", "Councillors may:", "same"),
    ],
)
def test_the_same_words_under_a_lead_in_that_turns_them_are_not_unchanged(library, before, after, verdict):
    names = {"en": party_names(library.vocabulary, "en")}
    item = saying(TRAINING, "1-1", "item", 2)
    old, new = (said(saying(text, "1", "clause", 1, "1", items=(item,))) for text in (before, after))
    assert [one.verdict for one in version_changes(old, new, "en", names)][1] == verdict


def test_the_same_words_under_another_heading_may_be_said_of_others(library, tmp_path: Path):
    """What "they" must do has come from under "Members" to under "Officers"; what names its people has but moved."""
    respect, neutral, civil = "They must show respect.", "They must be neutral.", "The Chair must be civil."

    def version(name: str, *said: list[str]) -> Version:
        sections = []
        for party, texts in zip(("members", "officers"), said, strict=True):
            parts = [{"text": one, "topic": "training", "by": "chair" if one == civil else party} for one in texts]
            sections.append({"heading": f"Conduct of {party}", "provisions": parts})
        return version_of(tmp_path / f"{name}.yml", sections)

    old, new = version("old", [respect, civil], [neutral]), version("new", [neutral], [respect, civil])
    names = {"en": party_names(library.vocabulary, "en")}
    verdicts = {one.new.text: one.verdict for one in version_changes(old, new, "en", names) if one.new.text}
    assert verdicts == {respect: "led", neutral: "led", civil: "same"}


@pytest.mark.parametrize(
    ("heading", "led", "by", "verdict"),
    [
        ("Commitments", "You will:", "officers", "led"),
        ("What officers do", "We will:", "officers", "led"),
        ("Commitments", "We shall:", "members", "same"),
        ("Commitments", "We will:", "officers", "same"),
    ],
)
def test_the_same_words_are_said_of_others_where_what_stands_above_them_has_changed(
    tmp_path, heading, led, by, verdict
):
    """Tags that alone have changed are an editor's, and no change of the council's."""

    def version(heading: str, led: str, by: str) -> Version:
        item = {"text": "reply to letters within five days", "topic": "training", "by": by}
        section = {"heading": heading, "provisions": [{"number": "1.1", "text": led, "items": [item]}]}
        return version_of(tmp_path / f"{by}.yml", [section])

    changes = version_changes(version("Commitments", "We will:", "members"), version(heading, led, by), "en", {})
    assert changes[-1].verdict == verdict


def test_a_heading_and_the_text_below_it_are_told_apart():
    old = said(saying(RESPECT, "1", "clause", 1, "1", heading="Respect"))
    new = said(saying(RESPECT, "1", "clause", 1, "1", heading="Mutual respect"))
    (change,) = version_changes(old, new, "en", {})
    assert change.verdict == "reworded"
    assert [(one.kind, one.text) for one in change.heading.pieces if one.kind != "same"][-1][0] == "inserted"
    assert [one.kind for one in change.text.pieces] == ["same"]


WELSH = "Rhaid i aelodau a swyddogion drin ei gilydd yn gwrtais a chyda pharch bob amser"


@pytest.mark.parametrize(
    ("before", "after", "because", "language"),
    [
        ((RESPECT, WELSH), (RESPECT.replace("shall", "must"), WELSH.replace("Rhaid", "Dylai")), "", "cy"),
        ((RESPECT, WELSH), (RESPECT.replace("shall", "must"), WELSH), "alike", "en"),
        ((RESPECT, WELSH), (RESPECT, WELSH), "stale", "en"),
        ((RESPECT, WELSH), None, "missing", "en"),
    ],
)
def test_a_change_is_shown_in_translation_only_where_the_translation_shows_it(before, after, because, language):
    old = said(("1", RESPECT), welsh={"1": before})
    new = said(("1", RESPECT.replace("shall", "must")), welsh={"1": after} if after else None)
    (change,) = version_changes(old, new, "cy", {})
    assert (change.verdict, change.adopted_because, change.text.language) == ("reworded", because, language)


def test_a_new_provision_is_not_shown_in_the_translation_of_what_stood_there_before():
    old = said(("1", RESPECT), ("2", ADVICE), welsh={"2": (ADVICE, "Cyngor")})
    new = said(("1", RESPECT), ("2", PRESS), ("3", ADVICE), welsh={"2": (ADVICE, "Cyngor"), "3": (ADVICE, "Cyngor")})
    added = next(one for one in version_changes(old, new, "cy", {}) if one.verdict == "added")
    assert (added.adopted_because, added.text.pieces[0].text, added.text.language) == ("missing", PRESS, "en")


def test_a_council_may_adopt_in_welsh_what_it_adopted_in_english_before():
    old = said(("1", RESPECT), welsh={"1": (RESPECT, WELSH)})
    assert found(old, said(("1", WELSH), language="cy"), "cy") == [("same", False, "1", "1")]


def test_what_was_translated_from_other_words_is_not_what_a_council_said_before():
    old = said(("1", RESPECT), welsh={"1": (ADVICE, WELSH)})
    (change,) = version_changes(old, said(("1", WELSH), language="cy"), "cy", {})
    assert change.verdict == "replaced"


def test_what_is_adopted_in_both_languages_is_compared_in_that_in_which_it_was_before():
    new = said(saying(WELSH, "1", "clause", 1, "1", language="cy"), language="cy")
    english = {"1": Unit(WELSH, RESPECT, "adopted", Path("x"), 1)}
    new = replace(new, other_language="equal", translations={"en": Translation("en", Path("x"), english)})
    for language in ("en", "cy"):
        assert found(said(("1", RESPECT)), new, language) == [("same", False, "1", "1")]


# ---- generated ----

TEXTS = [" ".join(f"{word}{number}" for word in "abcdefghij") for number in range(40)]
"""Texts none of which is like another."""


@st.composite
def edited(draw) -> tuple[list[str], list[str]]:
    """The texts of a version, and those of another made from it by any edits."""
    old = draw(st.lists(st.sampled_from(TEXTS[:30]), unique=True, max_size=12))
    new = list(old)
    for fresh in range(draw(st.integers(0, 6))):
        edit = draw(st.sampled_from(["put in", "take out", "reword", "move"]))
        place = draw(st.integers(0, len(new)))
        if edit == "put in":
            new.insert(place, TEXTS[30 + fresh])
        elif place < len(new):
            text = new.pop(place)
            if edit == "reword":
                new.insert(place, text.replace("c", f"changed{fresh}"))
            elif edit == "move":
                new.insert(draw(st.integers(0, len(new))), text)
    return old, new


def numbered(texts: list[str]) -> Version:
    return said(*((str(place + 1), text) for place, text in enumerate(texts)))


@given(edited())
def test_every_provision_is_told_of_once_in_the_order_of_the_new_version(pair):
    old, new = map(numbered, pair)
    rows = version_changes(old, new, "en", {})
    assert [one.new for one in rows if one.new] == speaking(new)
    gone = [one.old for one in rows if not one.new]
    assert gone == [one for one in speaking(old) if one in gone]
    assert Counter(one.old.anchor for one in rows if one.old) == Counter(one.anchor for one in speaking(old))


@given(edited())
def test_both_versions_can_be_read_from_what_is_told(pair):
    for row in version_changes(*map(numbered, pair), "en", {}):
        for provision, left_out in ((row.old, "inserted"), (row.new, "deleted")):
            text = "".join(piece.text for piece in row.text.pieces if piece.kind != left_out)
            assert text == (provision.text if provision else "")


@given(edited())
def test_what_is_put_in_one_way_is_taken_out_the_other_way(pair):
    old, new = map(numbered, pair)
    there, back = (Counter(one.verdict for one in version_changes(*way, "en", {})) for way in ((old, new), (new, old)))
    assert (there["added"], there["removed"]) == (back["removed"], back["added"])
    assert there.total() == back.total() and there["same"] == back["same"]


@given(edited())
def test_what_has_not_changed_is_said_to_be_so(pair):
    version = numbered(pair[1])
    assert {(one.verdict, one.moved) for one in version_changes(version, version, "en", {})} <= {("same", False)}


def test_no_real_protocol_has_changed_since_itself(library):
    for version in library.relations.versions:
        assert {one[:2] for one in found(version, version)} == {("same", False)}, version.council


def test_the_same_fee_of_something_else_is_not_the_same(tmp_path: Path):
    def fees(number: str, *rows: list[str]) -> Version:
        table = {"columns": ["Item", "Fee", "Deposit"][: len(rows[0])], "rows": list(rows)}
        body = [{"number": number, "text": "The fees are as follows:", "table": table}]
        return version_of(tmp_path / f"{number}.yml", body)

    old = fees("1", ["Copies", "10p a page"], ["Hire of the hall", "£25 an hour"])
    new = fees("2", ["Copies", "£25 an hour"], ["Hire of the hall", "10p a page"])
    verdicts = {(one.new or one.old).text: [] for one in version_changes(old, new, "en", {})}
    for one in version_changes(old, new, "en", {}):
        verdicts[(one.new or one.old).text].append(one.verdict)
    assert verdicts["Copies"] == verdicts["Hire of the hall"] == ["same"]
    assert verdicts["10p a page"] == ["removed", "added"]
    assert sorted(verdicts["£25 an hour"]) == ["added", "removed"]
    old, new = fees("1", ["Hire", "£25", "£50"]), fees("2", ["Hire", "£50", "£25"])
    assert [one.verdict for one in version_changes(old, new, "en", {}) if (one.new or one.old).text[0] == "£"].count(
        "same"
    ) == 0


def test_the_same_cell_under_quite_other_heads_is_not_unchanged(tmp_path: Path):
    def stages(name: str, stage: str, told: str) -> Version:
        table = {"row_headers": True, "columns": ["Stage", told], "rows": [[stage, "The Clerk"]]}
        return version_of(tmp_path / f"{name}.yml", [{"number": "1", "text": "Complaints:", "table": table}])

    def verdict(old: Version, new: Version) -> str:
        return next(one.verdict for one in version_changes(old, new, "en", {}) if one.new.text == "The Clerk")

    old = stages("old", "Informal stage", "Decision by")
    assert verdict(old, stages("new", "Appeals", "Copies for")) == "led"
    assert verdict(old, stages("again", "The informal stage", "Decision by")) == "same"


def test_what_was_split_off_or_joined_says_of_what_its_words_are_a_part():
    asked, replied = "Requests for information are made to the Clerk.", "The Clerk replies within 5 working days."
    whole, cut = said(("1", f"{asked} {replied}")), said(("1", asked), ("2", replied))
    again = said(("1", f"{asked} {replied}"), ("2", replied))
    assert [(one.verdict, one.within and one.within.anchor) for one in version_changes(whole, cut, "en", {})] == [
        ("reworded", None),
        ("added", "1"),
    ]
    assert [(one.verdict, one.within and one.within.anchor) for one in version_changes(cut, whole, "en", {})] == [
        ("reworded", None),
        ("removed", "1"),
    ]
    assert version_changes(whole, again, "en", {})[1].within is None, "what is said twice now is no part of what was"
