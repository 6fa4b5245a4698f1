"""What has become of a unit and of words: who reviewed it and when, and where the same words were translated."""

import os
import subprocess

import pytest

from protocolau.editor.edited_unit import edited_unit
from protocolau.editor.form import past_of
from protocolau.repository.repository import ProtocolRepository
from protocolau.repository.unit_history import unit_history
from protocolau.translation.concordance import concordance
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.memory import remember
from tests.rendering import THEME
from tests.translation.test_edit import TODAY, protocols, version_in  # noqa: F401 # a fixture

EN, CY = THEME.messages["en"], THEME.messages["cy"]


def git(folder, *arguments: str, who: str = "", day: str = "2026-01-02") -> None:
    names = {"GIT_AUTHOR_NAME": who, "GIT_COMMITTER_NAME": who, "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    emails = {"GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_EMAIL": "a@example.org"}
    environ = {**os.environ, **(names if who else {}), **emails, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environ)


def committed(folder, who: str, day: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A change", who=who, day=day)


@pytest.fixture
def kept_in_git(protocols):  # noqa: F811
    """A folder of protocols in git, whose clause 1.3 Non translatedand Gwen reviewed."""
    git(protocols, "init", "-q")
    committed(protocols, "Non", "2026-01-02")
    version = version_in(protocols)
    unit = version.translations["cy"].units["1.3"]
    save(path_of(version, "cy"), version, "cy", [UnitChange("1.3", unit.source, unit.target, "reviewed")])
    committed(protocols, "Gwen", "2026-03-04")
    save(path_of(version, "cy"), version, "cy", [UnitChange("1.1", "First.", "Yn gyntaf.", "draft")])
    committed(protocols, "Non", "2026-05-06")
    return protocols


def test_the_history_of_a_unit_says_who_did_what_and_when(kept_in_git):
    version = version_in(kept_in_git)
    told = unit_history(path_of(version, "cy"), version, "1.3")
    assert [(past.state, past.author, past.day) for past in told] == [
        ("reviewed", "Gwen", "2026-03-04"),
        ("draft", "Non", "2026-01-02"),
    ]
    assert told[0].target == "Trydydd dros ddwy linell."
    assert unit_history(path_of(version, "cy"), version, "1.2") == []


def test_a_form_shows_it_in_the_language_of_the_page(kept_in_git):
    version = version_in(kept_in_git)
    save(path_of(version, "cy"), version, "cy", [UnitChange("1.1", "First.", "Cyntaf eto.", "draft")])
    mine = ProtocolRepository(kept_in_git).load(TODAY)
    asked = {"council": "aber", "version": "undated"}
    shown = past_of(edited_unit(mine, {**asked, "unit": "1.3"}), THEME, CY)
    assert CY("edit.history.reviewed", who="Gwen", day="4 Mawrth 2026") in shown
    assert CY("edit.history.not_committed") not in shown
    shown = past_of(edited_unit(mine, {**asked, "unit": "1.1"}), THEME, EN)
    assert EN("edit.history.not_committed") in shown
    assert "<del><i>[taken out:] </i>Cyntaf</del><ins><i>[put in:] </i>Yn gyntaf</ins>." in shown


def test_where_there_is_no_git_there_is_no_history(protocols):  # noqa: F811
    version = version_in(protocols)
    assert unit_history(path_of(version, "cy"), version, "1.3") is None


LOOKED_UP = ["monitoring officer", "Monitoring Officers", "swyddog monitro", "Swyddog Monitro", "Fonitro"]


@pytest.mark.parametrize("words", LOOKED_UP)
def test_words_are_found_in_either_language_in_whatever_form(the_five, words):
    memory = remember(the_five, "en", "cy")
    found = concordance(memory, ("en", "cy"), words, 10)
    assert len(found) > 2
    assert all("monitoring officer" in pair.source.casefold() or "onitro" in pair.target for pair in found)


def test_what_is_no_word_or_stands_nowhere_finds_nothing(the_five):
    memory = remember(the_five, "en", "cy")
    assert [concordance(memory, ("en", "cy"), words, 10) for words in ("", " ", "…", "xqzzt")] == [[], [], [], []]
