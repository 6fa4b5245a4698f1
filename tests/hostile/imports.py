"""`python -m tests.hostile.imports 2000`: import so many hostile documents, and say what has become of them.

They go through the command, and with one seed are the same every time.
"""

import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from protocolau.cli.main import main as protocolau
from protocolau.repository.check import examine
from tests.conftest import ROOT
from tests.hostile.documents import sound_documents
from tests.hostile.mutations import mutated
from tests.hostile.protocols import TODAY

SEED = 1
LONGEST = 60
"""Seconds after which an import is called one that never ends."""
GIVEN = ["--council", "anytown", "--name", "Anytown", "--name-cy", "Trefrhyw", "--kind", "town", "--nation", "wales"]


def hostile_documents(wanted: int) -> Iterator[tuple[str, bytes]]:
    """So many documents with their names: sound ones to which something has happened."""
    chance, sound = random.Random(SEED), sound_documents()
    for _ in range(wanted):
        name, data = chance.choice(sound)
        suffix = Path(name).suffix if chance.random() < 0.95 else chance.choice(sound)[0][-5:]
        yield f"document{suffix}", mutated(name, data, chance)


def judge_import(name: str, data: bytes, folder: Path, project: Path = ROOT) -> str:
    """Import a document: it is read, no word lost and no fault found, or refused in a line, and nothing written."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file, output = folder / name, folder / "councils"
    file.write_bytes(data)
    arguments = ["--project", str(project), "import", str(file), *GIVEN, "--output", str(output)]
    done = CliRunner().invoke(protocolau, arguments, catch_exceptions=False)
    if done.exit_code:
        faults = [line for line in done.stdout.splitlines() if f"{name}:1: " in line and "; " in line]
        assert len(faults) == 1 and not list(output.glob("*")), done.output
        return "refused"
    assert "WORDS THAT ARE NOWHERE" not in done.output, done.output
    found = examine(output / "anytown", project / "protocols" / "vocabulary", TODAY)
    assert found.problems == [], [str(problem) for problem in found.problems]
    assert [path.name for path in output.iterdir()] == ["anytown"]
    return "read"


def main(wanted: int) -> int:
    """Import them, print every kind of crash once and the figures, and return the exit status."""
    counts: Counter[str] = Counter()
    crashes: dict[str, str] = {}
    begun, slowest = time.monotonic(), (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        for place, (name, data) in enumerate(hostile_documents(wanted)):
            signal.signal(signal.SIGALRM, _too_long)
            signal.alarm(LONGEST)
            started = time.monotonic()
            try:
                counts[judge_import(name, data, Path(folder) / "import")] += 1
            except Exception as error:
                counts["faults"] += 1
                crashes.setdefault(_kind(error), f"document {place}: {traceback.format_exc()}")
            signal.alarm(0)
            slowest = max(slowest, (time.monotonic() - started, place))
    print(*crashes.values(), sep="\n")
    figures = ", ".join(f"{name}: {count}" for name, count in counts.items())
    print(f"{figures} in {time.monotonic() - begun:.0f} s, the slowest (document {slowest[1]}) in {slowest[0]:.1f} s")
    return 1 if crashes else 0


def _kind(error: Exception) -> str:
    """Where an exception was raised and, without places and numbers, what it says."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.filename}:{last.lineno} {re.sub(r'.*:1?: |[0-9]', '', str(error))[:60]}"


def _too_long(*_: object) -> None:
    raise TimeoutError(f"an import has not ended after {LONGEST} s")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
