"""What an import believes of a translation: its state, and that it is one, and the one of its own text."""

import pytest

from tests.exchange_files import FORMATS, UNCHANGED, exported, rewrite, run, translate, welsh
from tests.translation.test_exchange_losses import units

pytestmark = pytest.mark.usefixtures("noted")


STATES = [("po", "state: revewed"), ("xliff", "revewed"), ("xliff2", "revewed"), ("xlsx", "revewed")]


@pytest.mark.parametrize(("format", "state"), STATES)
def test_a_misspelt_state_refuses_its_row_with_a_message(protocols, format, state):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.", state=state)
    translate(path, "1.3", "Trydydd.")
    code, said = run(protocols, "import", path)
    assert code == 1 and "'1.1' has the state 'revewed', which there is not; write draft or reviewed\n" in said
    assert said.endswith("changed 1, refused 1\n") and units(protocols)["1.3"].target == "Trydydd."
    assert units(protocols)["1.1"].target == "Cyntaf."


@pytest.mark.parametrize("format", FORMATS)
def test_changed_words_are_no_longer_reviewed(protocols, format):
    path = exported(protocols, format)
    translate(path, "1 heading", "Pwrpas", done=False)
    assert run(protocols, "import", path)[0] == 0
    unit = units(protocols)["1 heading"]
    assert (unit.target, unit.state, unit.note) == ("Pwrpas", "draft", "Nodyn ŵ.")


@pytest.mark.parametrize("format", FORMATS)
def test_nor_are_they_when_the_file_is_imported_again(protocols, format):
    path = exported(protocols, format)
    translate(path, "1 heading", "Pwrpas", done=False)
    run(protocols, "import", path)
    assert run(protocols, "import", path) == (0, UNCHANGED)
    assert units(protocols)["1 heading"].state == "draft"


SAID = [("po", "state: reviewed"), ("xliff", "final"), ("xliff2", "final"), ("xlsx", "reviewed")]


@pytest.mark.parametrize(("format", "state"), SAID)
def test_unless_the_translator_says_so_again(protocols, format, state):
    path = exported(protocols, format)
    translate(path, "1 heading", "Pwrpas", state=state)
    assert run(protocols, "import", path)[0] == 0
    assert (units(protocols)["1 heading"].target, units(protocols)["1 heading"].state) == ("Pwrpas", "reviewed")


@pytest.mark.parametrize(("format", "state"), [("po", "cyflwr: mabwysiadwyd"), ("xlsx", "adopted · mabwysiadwyd")])
def test_no_import_makes_a_translation_the_councils_own(protocols, format, state):
    path = exported(protocols, format)
    translate(path, "1.1", "Y cyntaf.", state=state)
    code, said = run(protocols, "import", path)
    assert code == 0 and "'1.1' is adopted by what the file says; it is taken as reviewed; only the council's" in said
    assert (units(protocols)["1.1"].target, units(protocols)["1.1"].state) == ("Y cyntaf.", "reviewed")


@pytest.mark.parametrize("format", ["xliff", "xliff2"])
def test_a_source_that_a_program_has_copied_is_no_translation(protocols, format):
    path, before = exported(protocols, format), welsh(protocols)
    translate(path, "1.3", "Third.", done=False)
    assert run(protocols, "import", path) == (0, UNCHANGED) and welsh(protocols) == before
    translate(path, "1.3", "Third.")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")


@pytest.mark.parametrize("format", FORMATS)
def test_nor_is_one_that_a_program_says_is_translated(protocols, format):
    rewrite(protocols / "aber" / "undated.yml", "The fifth clause.", "The fifth clause of all.")
    path, before = exported(protocols, format), welsh(protocols)
    translate(path, "1.5", "the fifth clause of all")
    code, said = run(protocols, "import", path)
    assert (
        code == 1 and ": the text itself stands in the place of the translation of '1.5'; translate it; if it" in said
    )
    assert said.endswith("aber undated: changed 0, refused 1\n") and welsh(protocols) == before
    translate(path, "1.5", note="state: reviewed")
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")


@pytest.mark.parametrize("format", FORMATS)
def test_a_program_that_copies_every_source_copies_names_too(protocols, format):
    for place in (1, 2, 3):
        texts = {f"1.5{place}": f"Clause {place} of the protocol.", f"2.{place}": f"Name {place}."}
        more = "".join(f'\n      - {{number: "{number}", text: {text}}}' for number, text in texts.items())
        rewrite(protocols / "aber" / "undated.yml", "The fifth clause.}", f"The fifth clause.}}{more}")
    path, before = exported(protocols, format), welsh(protocols)
    for place in (1, 2, 3):
        translate(path, f"1.5{place}", f"Clause {place} of the protocol.")
        translate(path, f"2.{place}", f"Name {place}.")
    said = run(protocols, "import", path)[1].splitlines()
    assert said[0].endswith(" and 3 more; translate it; if it is meant so, write the line state: reviewed in its note")
    assert said[1:] == ["aber undated: changed 0, refused 1"] and welsh(protocols) == before


def test_so_does_one_that_leaves_nothing_but_names(protocols):
    path, before = exported(protocols, "xlsx"), welsh(protocols)
    for unit, source in (("1.3", "Third."), ("1.5", "The fifth clause."), ("1.1", "First.")):
        translate(path, unit, source)
    code, said = run(protocols, "import", path)
    assert code == 1 and "in the place of the translation of '1.1', '1.3', '1.5'; translate it" in said
    assert welsh(protocols) == before


@pytest.mark.parametrize("format", FORMATS)
def test_a_translation_that_was_exported_beside_other_words_is_refused(protocols, format):
    rewrite(protocols / "aber" / "undated.cy.yml", "cy: Cyntaf.", "cy: Cyntaf o bob un.")
    rewrite(protocols / "aber" / "undated.cy.yml", "ŵyl, tŷ", "ŵyl mewn tŷ mawr")
    path, before = exported(protocols, format), welsh(protocols)
    translate(path, "1.1", "Diben: ŵyl mewn tŷ mawr")
    translate(path, "1 heading", "Cyntaf o bob un.")
    code, said = run(protocols, "import", path)
    assert code == 1 and said.endswith("aber undated: changed 0, refused 2\n") and welsh(protocols) == before
    assert "'1.1' has the translation with which '1 heading' was exported; put each beside its own text; if" in said
    translate(path, "1.1", note="state: reviewed")
    translate(path, "1 heading", note="state: reviewed")
    code, said = run(protocols, "import", path)
    assert code == 0 and said.endswith("aber undated: changed 2, refused 0\n")


@pytest.mark.parametrize("format", FORMATS)
def test_so_are_two_of_a_few_words_that_have_each_others(protocols, format):
    rewrite(protocols / "aber" / "undated.cy.yml", "ŵyl, tŷ", "ŵyl")
    path, before = exported(protocols, format), welsh(protocols)
    translate(path, "1.1", "Diben: ŵyl")
    code, said = run(protocols, "import", "--dry-run", path)
    assert code == 0 and said.endswith("aber undated: changed 1, refused 0\n")
    translate(path, "1 heading", "Cyntaf.")
    code, said = run(protocols, "import", path)
    assert code == 1 and said.endswith("aber undated: changed 0, refused 2\n") and welsh(protocols) == before
    assert "'1 heading' has the translation with which '1.1' was exported; put each beside its own text; if" in said
