"""How far the numbers of imported Word files agree with tables of them: `python -m tests.word_numbers FOLDER`.

Beside each NAME.docx lies NAME.numbers.tsv, a line a number: the number, a tab, the beginning of the
words. Each file goes the whole way of the import, and the numbers of its provisions are read from the
draft in order, bullets as one sign. `tests/importing/settled_numbers.yml` has each number of the tables
for which Word shows something else, with what decides it: agreement is told before and after.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from rapidfuzz.distance import LCSseq

from protocolau.importing.lines import BULLET
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from protocolau.importing.structure.draft import Draft

SETTLED = Path(__file__).parent / "importing" / "settled_numbers.yml"
_BULLETS = "•·◦▪●○-–—o"


def plain(number: str) -> str:
    """A number as it is compared: every bullet one sign, without spaces and final stops."""
    bare = re.sub(r"\s+", "", number).rstrip(".—–")
    return BULLET if not bare or bare in _BULLETS or "\ue000" <= bare[0] <= "\uf8ff" else bare.casefold()


def ours(path: Path) -> list[str]:
    """Every number of the draft of a file."""
    return list(_numbers(structured(read_document(path.name, path.read_bytes())).body, listed=False))


def _numbers(provisions: tuple[Draft, ...] | list[Draft], listed: bool) -> Iterator[str]:
    for one in provisions:
        if one.number or listed:
            yield plain(one.number)
        yield from _numbers(one.items, listed=True)
        yield from _numbers(one.provisions, listed=False)


def table_of(path: Path) -> list[str]:
    """Every number of a table, as it is written."""
    return [line.split("\t", 1)[0] for line in path.read_text("utf-8").split("\n") if "\t" in line]


def settled(table: list[str], cases: list[dict]) -> list[str]:
    """A table with what Word shows where that is something else. Fails where a case is not of this table."""
    made: list[str] = list(table)
    for case in cases:
        assert table[case["row"] - 1] == case["table"], case
        made[case["row"] - 1] = case["word"]
    return [number for number in made if number]


def main(folder: Path, show: bool) -> None:
    """Prints a line a file, their sum, and each difference that is not settled where asked."""
    cases = yaml.safe_load(SETTLED.read_text("utf-8"))
    sums = [0, 0, 0, 0]
    for path in sorted(folder.glob("*.docx")):
        found, table = ours(path), table_of(path.with_suffix(".numbers.tsv"))
        decided = [plain(number) for number in settled(table, cases.get(path.stem, []))]
        before, after = (LCSseq.similarity(found, one) for one in ([plain(number) for number in table], decided))
        sums = [one + more for one, more in zip(sums, (before, len(table), after, len(decided)), strict=True)]
        beyond = len(found) - after
        print(
            f"{path.stem:36} {before:4} of {len(table):4}; "
            f"after settling {after:4} of {len(decided):4}; beyond {beyond:4}"
        )
        for one in LCSseq.opcodes(decided, found) if show else ():
            if one.tag != "equal":
                print("   table", decided[one.src_start : one.src_end], "ours", found[one.dest_start : one.dest_end])
    print("all: {} of {}, {:.2%}; after settling {} of {}, {:.2%}".format(
        *sums[:2], sums[0] / sums[1], *sums[2:], sums[2] / sums[3]
    ))  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--differences" in sys.argv)
