"""The words of the interface: in both languages, with their plurals, each of them asked for and none missing."""

import re
from itertools import product
from typing import get_args

import pytest
import yaml

from protocolau.exporting import FORMS
from protocolau.language import LANGUAGES
from protocolau.library.roles import RolesTable
from protocolau.model.anchors import NAMED
from protocolau.model.divisions import DIVISIONS
from protocolau.model.standing import Standing
from protocolau.schema.shapes import Look
from protocolau.schema.vocabulary_shapes import PolicyShape
from protocolau.translation.checks import WAIVABLE
from protocolau.translation.reading import STATES
from tests import asked_words, rendering
from tests.conftest import ROOT

THEME = ROOT / "hooks" / "theme"
PACKAGE = ROOT / "hooks" / "protocolau"
EDITOR = "".join((THEME / "edit" / f"{name}.js").read_text("utf-8") for name in ("edit", "form", "desk"))
GATE = "".join(path.read_text("utf-8") for path in (PACKAGE / "editor").rglob("*.py"))
EDITING = "".join(path.read_text("utf-8") for path in (PACKAGE / "repository/editing").glob("*.py"))
ROLES_TABLES = [table.value for table in RolesTable]
PLACES = ("paragraph", "item", "table", "diagram", "field", "row", "column")
PUT_IN = {
    "also.{}": [LANGUAGES],
    "also_page.{}": [LANGUAGES],
    "also_page.{}.exists": [LANGUAGES],
    "adopted_in.{}": [LANGUAGES],
    "adopted_in.{}.exists": [LANGUAGES],
    "bilingual.file_alike.{}": [LANGUAGES],
    "changes.because.{}": [("missing", "unheld", "stale", "alike")],
    "changes.sum.{}": [("led", "punctuation", "names", "reworded", "replaced", "added")],
    "changes.verdict.{}": [("led", "punctuation", "names", "reworded", "replaced", "added", "removed")],
    "cite.in.{}": [LANGUAGES],
    "cite.{}": [("draft", "reviewed", "stale")],
    "compare.{}": [("only", "also")],
    "compare.csv.{}": [("clause", "governed", "words", "by", "to", "address", "result")],
    "compare.row.{}": [("same", "nearly", "language", "differs", "other")],
    "compare.state.{}": [("other", "led", "several", "among", "topic", "language")],
    "compare.topic.{}": [("same", "nearly", "language", "differs", "elsewhere")],
    "download.{}": [FORMS],
    "edit.{}": [set(re.findall(r"\bwords\.(\w+)", EDITOR))],
    "edit.check.{}": [{*WAIVABLE, "unused-waiver", "stale"}],
    "edit.error.{}": [
        set(re.findall(r'Refusal\(HTTPStatus\.\w+, "([\w.]+)"', GATE))
        | {f"review.{word}" for word in re.findall(r'NotEditable\("([\w-]+)"', EDITING)}
    ],
    "edit.history.{}": [("draft", "reviewed", "adopted")],
    "edit.source.{}": [LANGUAGES],
    "embed.rest.{}": [LANGUAGES],
    "likeness.{}": [("wording", "coverage")],
    "likeness.{}.means": [("wording", "coverage")],
    "likeness.own.{}": [("wording", "coverage")],
    "name.{}": [LANGUAGES],
    "topic.{}": [("turned", "partly_common", "no_common")],
    "notice.{}": [{*Standing, "coming.unsure", "latest-known.unsure"} - {Standing.IN_FORCE}],
    "notice.shown.{}": [("coming", "between", "last")],
    "notice.{}.{}": [STATES, LANGUAGES],
    "notice.{}.{}.exists": [set(STATES) - {"adopted"}, LANGUAGES],
    "notice.exists.{}": [LANGUAGES],
    "notice.exists_alone.{}": [LANGUAGES],
    "other_text.{}": [LANGUAGES],
    "policy.{}": [get_args(PolicyShape.model_fields["kind"].annotation)],
    "review.first.{}": [("doubt", "document")],
    "reviews.{}": [("overdue", "overdue.unsure")],
    "review.why.{}": [get_args(Look)],
    "roles.caption.{}": [ROLES_TABLES],
    **{f"roles.{{}}.{place}": [ROLES_TABLES] for place in ("members", "officers", "both")},
    "missing.{}": [("unit", "unit_alike")],
    "named.{}": [NAMED],
    "place.{}": [PLACES],
    "place.{}.ordinals": [PLACES],
    "scope.{}": [DIVISIONS],
    "section.{}": [
        {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
        | {"councils", "topics", "compare", "roles", "policies", "glossary", "translation", "reviews", "search"}
    ],
    "shown.{}": [Standing],
    "standing.{}": [{*Standing, "coming.unsure", "in-force.unsure", "latest-known.unsure"}],
    "state.{}": [STATES],
    "state.{}.exists": [STATES],
    "title.{}": [[one for one in Standing if not one.applies]],
    "topic.verdict.{}": [
        ("same", "nearly", "led_same", "led", "other", "several", "among", "by_topic", "also", "language")
    ],
    "translation.{}": [LANGUAGES],
    "translation.own.{}": [("page", "interface", "topics", "glossary", "vocabulary")],
    "unit.{}": [STATES],
}
"""What is put into each key that is put together, part by part."""


def entries() -> dict:
    return yaml.safe_load((THEME / "words.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def asked() -> set[str]:
    return asked_words.asked(THEME, PACKAGE)


def test_every_interface_word_exists_in_both_languages_with_the_same_places():
    for key, entry in entries().items():
        assert set(entry) == {"en", "cy"}, key
        places = [set(re.findall(r"{(\w+)}", str(entry[language]))) for language in ("en", "cy")]
        assert places[0] == places[1], key


def test_welsh_plurals_cover_every_category_that_mutates():
    for key, entry in entries().items():
        if isinstance(entry["cy"], dict) and len(entry["cy"]) > 1:
            assert {"two", "few", "many", "other"} <= set(entry["cy"]), key


def test_what_is_put_into_a_key_is_known_of_every_key_that_is_put_together(asked: set[str]):
    assert {key for key in asked if "{}" in key} == set(PUT_IN)


def test_every_word_that_is_asked_for_is_there_and_every_word_is_asked_for(asked: set[str]):
    made = {pattern.format(*parts) for pattern, lists in PUT_IN.items() for parts in product(*lists)}
    wanted = {key for key in asked if "{}" not in key} | made
    assert {"missing": wanted - set(entries()), "unused": set(entries()) - wanted} == {
        "missing": set(),
        "unused": set(),
    }


def test_apostrophes_and_thousands_are_those_of_print():
    for language in LANGUAGES:
        words = rendering.THEME.messages[language]
        said = [
            form
            for entry in words.entries("").values()
            for form in (entry.values() if isinstance(entry, dict) else [entry])
        ]
        assert not [form for form in said if re.search(r"\w'", form)]
        assert words("filter.count", n=1234).endswith(" 1,234")
    assert rendering.THEME.messages["cy"]("note") == "Nodyn y golygyddion:"


def test_a_state_has_one_welsh_name_wherever_it_is_told():
    words, names = (
        rendering.THEME.messages["cy"],
        ("Mabwysiadwyd", "Adolygwyd", "Drafft", "Wedi dyddio", "Heb ei gyfieithu"),
    )
    for state, name in zip(STATES, names, strict=True):
        assert words(f"unit.{state}") == name
        assert words(f"state.{state}").startswith(name)
        assert f"**{words(f'state.{state}')}**".replace("’", "'") in (ROOT / "docs/cy/about.md").read_text("utf-8")


def test_what_is_said_of_councils_that_are_listed_is_said_of_one_as_well():
    of_many = re.compile(r"\b(?:them|those|they|rhain|hwy|ydynt|ohonynt|eu|y'u)\b")
    words = yaml.safe_load((THEME / "words.yml").read_text("utf-8"))
    listing = [one for one in words.values() if "{councils}." in str(one)]
    assert len(listing) > 5
    assert [form for one in listing for form in one.values() if of_many.search(form.partition("{councils}")[0])] == []


def test_plurals_follow_the_language():
    words = rendering.THEME.messages
    assert [words["cy"]("councils.count", n=n) for n in (0, 1, 2, 3, 5, 6)] == [
        "dim cyngor", "1 cyngor", "2 gyngor", "3 chyngor", "5 cyngor", "6 chyngor",
    ]  # fmt: skip
    assert [words["en"]("councils.count", n=n) for n in (0, 1, 2)] == ["no council", "1 council", "2 councils"]
    assert [words["cy"]("topics.count", n=n) for n in (1, 2, 3, 5, 6)] == [
        "1 pwnc", "2 bwnc", "3 phwnc", "5 pwnc", "6 phwnc",
    ]  # fmt: skip
