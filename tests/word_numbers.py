"""How far the numbers read from Word files agree with tables of them: `python -m tests.word_numbers FOLDER`.

Beside each NAME.docx lies NAME.numbers.tsv, a line a number: the number, a tab, the beginning of the
words. Bullets count as one sign, and contents lists are left out on both sides.
"""

import difflib
import re
import sys
from pathlib import Path

from protocolau.importing.lines import BULLET, Line, lines_of
from protocolau.importing.structure.markers import typed_marker
from protocolau.importing.word import read

_BULLETS = "•·◦▪●○-–—o"


def printed(line: Line) -> list[str]:
    """The numbers that a line shows, in order."""
    found = [line.number] if line.number else []
    marker, rest = typed_marker(line.text.lstrip(" \t\xa0—–") if found else line.text)
    while marker and (not found or line.text.startswith(("—", "–"))) and len(found) < 3:
        found.append(marker.printed)
        marker, rest = typed_marker(rest) if marker.printed.endswith(("—", "–")) else (None, rest)
    return found


def plain(number: str) -> str:
    """A number as it is compared: every bullet one sign, without spaces and final stops."""
    bare = re.sub(r"\s+", "", number).rstrip(".—–")
    return BULLET if not bare or bare in _BULLETS or "\ue000" <= bare[0] <= "\uf8ff" else bare.casefold()


def ours(path: Path) -> list[tuple[str, str]]:
    """Every number of a file with the beginning of its words."""
    lines = [line for line in lines_of(read(path.read_bytes()).blocks) if not line.contents]
    return [(plain(number), line.text[:50]) for line in lines for number in printed(line)]


def theirs(path: Path) -> list[tuple[str, str]]:
    """Every number of a table with the beginning of its words."""
    rows = (line.split("\t", 1) for line in path.read_text("utf-8").split("\n") if "\t" in line)
    return [(plain(number), words[:50]) for number, words in rows]


def main(folder: Path, show: bool) -> None:
    """Prints a line a file, and each difference where asked."""
    for path in sorted(folder.glob("*.docx")):
        found, table = ours(path), theirs(path.with_suffix(".numbers.tsv"))
        matcher = difflib.SequenceMatcher(None, [one for one, _ in found], [one for one, _ in table], autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        agreement = 2 * same / (len(found) + len(table))
        print(f"{path.stem:36} ours {len(found):4}  table {len(table):4}  same {same:4}  {agreement:.1%}")
        for what, a, b, c, d in matcher.get_opcodes() if show else ():
            if what != "equal":
                print("   ours ", found[a:b][:12])
                print("   table", table[c:d][:12])


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--differences" in sys.argv)
