"""The words of the interface and of the vocabulary go out to translators' programs and come back, like units."""

from pathlib import Path

import polib
import pytest

from protocolau.repository.own_words import OwnWords
from protocolau.runtime.project import Project
from tests.own_words import run, states

FILES = {
    "interface": ["hooks/theme/words.yml"],
    "topics": ["protocols/vocabulary/topics.yml"],
    "glossary": ["protocols/vocabulary/glossary.yml"],
    "vocabulary": [f"protocols/vocabulary/{name}.yml" for name in ("parties", "policies", "kinds")],
}


def exported(project: Path, kind: str, format: str = "po") -> Path:
    path = project / f"{kind}.{format}"
    done = run(project, "export", "--words", kind, "--format", format, "--output", str(path))
    assert done.exit_code == 0, done.output
    return path


def changed(project: Path, kind: str, new: dict[str, str]) -> tuple[int, str]:
    """What an import says of a PO file in which some texts were translated anew."""
    path = exported(project, kind)
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgid in new:
            entry.msgstr, entry.flags = new[entry.msgid], []
    file.save(str(path))
    done = run(project, "import", str(path))
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("kind", "format"),
    [("interface", "po"), ("interface", "xliff2"), ("topics", "xliff"), ("glossary", "xlsx"), ("vocabulary", "po")],
)
def test_words_go_out_and_come_back_without_a_change(project, kind, format):
    before = [(project / file).read_bytes() for file in FILES[kind]]
    done = run(project, "import", str(exported(project, kind, format)))
    assert (done.exit_code, done.output) == (0, f"words/{kind}: changed 0, refused 0\n")
    assert [(project / file).read_bytes() for file in FILES[kind]] == before


CHANGES = {
    "interface": ({"Finish, and on to the next": "Gorffen: ymlaen"}, 'on to the next", cy: "Gorffen: ymlaen"}'),
    "topics": ({"About the protocol": "Enw newydd"}, "Enw newydd"),
    "glossary": ({"bullying": "bwlian"}, '  term: {en: bullying, cy: "bwlian"}'),
    "vocabulary": ({"Town council": "Cyngor y dref"}, "Cyngor y dref"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_a_translator_changed_is_written_and_nothing_else(project, kind):
    new, line = CHANGES[kind]
    before = {file: (project / file).read_text("utf-8").splitlines() for file in FILES[kind]}
    assert changed(project, kind, new) == (0, f"words/{kind}: changed 1, refused 0\n")
    differing = [
        after
        for file in FILES[kind]
        for old, after in zip(before[file], (project / file).read_text("utf-8").splitlines(), strict=True)
        if old != after
    ]
    assert len(differing) == 1 and line in differing[0]
    assert set(states(project, kind)) == {"draft"}


@pytest.mark.parametrize(
    ("new", "name"),
    [
        ({"Translation: {name}": "Cyfieithiad: {enw}"}, "edit.title"),
        ({"Of the {n} provision of the newer version, {parts}.": "O'r {n} ddarpariaeth:"}, "changes.sum"),
    ],
)
def test_what_puts_in_something_else_is_refused(project, new, name):
    status, said = changed(project, "interface", new)
    assert status == 1 and f"'{name}" in said
    assert ": it does not put in what the English does; keep what stands in braces as it is" in said
    assert "words/interface: changed 0, refused " in said


def test_words_that_came_back_reviewed_are_and_stale_ones_are_brought_up_to_date(project):
    words = project / "hooks/theme/words.yml"
    words.write_text(words.read_text("utf-8").replace("edit.close: {en: Close,", "edit.close: {en: Shut,"), "utf-8")
    assert OwnWords(Project(project)).words("interface")["edit.close"].state == "stale"
    path = exported(project, "interface")
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgid == "Shut":
            assert "fuzzy" in entry.flags
            entry.flags, entry.tcomment = [], "state: reviewed"
    file.save(str(path))
    assert run(project, "import", str(path)).output == "words/interface: changed 1, refused 0\n"
    assert OwnWords(Project(project)).words("interface")["edit.close"].state == "reviewed"
