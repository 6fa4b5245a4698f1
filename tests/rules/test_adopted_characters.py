"""A council's own words are told of where they hold characters that look like others, and stay as they are."""

from datetime import date

import pytest

from protocolau.language.hidden_characters import hidden_characters
from protocolau.repository.check import examine
from tests.conftest import ROOT
from tests.statement_files import FACTS

TOLD = {
    "Ty\u0302 y Cyngor.": "“Ty\u0302” has an accent apart from its letter (not NFC); type it again: Tŷ",
    "The Councilâ€™s rôle.": (
        "“Councilâ€™s” has letters that were read in a wrong encoding; type them again, and save the file as UTF-8"
    ),
    "Y tÅ· gwyn.": "“tÅ·” has letters that were read in a wrong encoding; type them again, and save the file as UTF-8",
    "A Council\ufffds words.": "“Council\ufffds” has the sign of a letter that was lost (U+FFFD); type the word again",
    "The Council of \u0421onwy.": (
        "“\u0421onwy” has a letter of another alphabet (cyrillic capital letter es); type the word again"
    ),
    "Within 10\u00a0days.": "a no-break space (U+00A0): “Within 10\u00a0days.”; write an ordinary space",
}


@pytest.mark.parametrize("words", TOLD)
def test_what_looks_like_another_character_is_told_at_its_clause(tmp_path, words):
    council = tmp_path / "aber"
    council.mkdir()
    (council / "council.yml").write_text(FACTS, "utf-8")
    body = f'title: P\nlanguage: en\nbody:\n  - number: "1"\n    text: "{words}"\n'
    (council / "undated.yml").write_text(body, "utf-8")
    found = examine(council, ROOT / "protocols/vocabulary", date(2026, 1, 1))
    assert found.problems == []
    assert f"{council}/undated.yml:4: {TOLD[words]}" in [str(warning) for warning in found.warnings]


def test_words_of_another_alphabet_are_no_letters_of_ours():
    assert list(hidden_characters("The word αγορά, the sum Σ 10, and Київ.")) == []
