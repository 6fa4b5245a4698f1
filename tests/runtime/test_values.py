"""Values that nobody changes: as good as frozen ones, to programs and to the checker of types."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from protocolau.model.statements import Statement
from protocolau.runtime.value_store import as_written, read
from protocolau.runtime.values import value

STATEMENT = Statement("3.1", 0, "Members shall be courteous.", topics=("respect",))


@value(frozen=True, eq=False, slots=True)
class Unlike:
    number: int


def test_values_are_one_by_what_they_hold():
    same = replace(STATEMENT, text="Members shall be " + "courteous.")
    assert same == STATEMENT and len({same, STATEMENT}) == 1
    assert replace(STATEMENT, position=1) != STATEMENT
    assert len({Unlike(1), Unlike(1)}) == 2


def test_values_come_back_from_the_store_as_they_were(tmp_path):
    file = tmp_path / "value"
    file.write_bytes(as_written([STATEMENT]))
    with file.open("rb") as written:
        assert read(written) == [STATEMENT]


def test_the_checker_of_types_tells_of_a_change(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "from protocolau.runtime.values import value\n\n\n@value(frozen=True, slots=True)\nclass One:\n"
        '    word: str\n\n\nOne("a").word = "b"\n'
    )
    command = [sys.executable, "-m", "mypy", "--config-file=", "--cache-dir", str(tmp_path / "cache"), str(program)]
    hooks = Path(__file__).parents[2] / "hooks"
    told = subprocess.run(command, env={"MYPYPATH": str(hooks)}, capture_output=True, text=True)
    assert 'Property "word" defined in "One" is read-only' in told.stdout
