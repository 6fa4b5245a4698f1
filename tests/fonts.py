"""Cuts the typeface to the letters that occur: `python -m tests.fonts FOLDER`, with fonttools and brotli installed.

FOLDER holds the two variable files of Source Serif 4 (npm: source-serif, its folder VAR), upright and italic. What is
cut is a Modified Version by its licence, so that its name may not be that of the original. Bold italics, of which there
are next to none, are left to the browser. Letters stand as near to each other in every weight as in the lightest: what
is told of kerning between weights is a sixth of the file, and not to be seen; nor are the few letters that it joins.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

TARGET = ROOT / "hooks/theme/assets/fonts"
FAMILY = "Protocol Serif"
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
FEATURES = ["kern"]
WEIGHTS = (400, 650)
PAIRS, WITHOUT_DEVICES = 2, 0x000F
"""Of OpenType's table of positions: the kind of what is told of pairs, and the bits of a value that stays as it is."""
SIZE = 14
"""Points for which the letters are drawn, of those for which the typeface has drawings."""

EVERY_PAGE = "20-7E,A0,A3,A7,A9,B0,B7,BD,C0-C2,C4,C8-CF,D2-D4,D6,D9-DD,E0-E2,E4,E8-EF,F2-F4,F6,F9-FD,FF" + (
    ",174-177,2010-2014,2018-201A,201C-201E,2022,2026,20AC"
)
"""What English and Welsh are written with."""
WELSH = "1E80-1E85,1EF2,1EF3"
"""What Welsh has next to never."""
OTHER_LATIN = "A1,A2,A5,A8,AA-AF,B1-B6,B8-BC,BE-BF,C3,C5-C7,D0,D1,D5,D7,D8,DE,DF,E3,E5-E7,F0,F1,F5,F7,F8,FE" + (
    ",131,152,153,2020,2021,2032,2033,2039,203A,2122,2212"
)
FURTHER_LATIN = "100-130,132-151,154-173,178-24F,259,1E00-1E7F,1E86-1EF1,1EF4-1EFF"

FILES = {"": EVERY_PAGE, "-welsh": WELSH, "-other": OTHER_LATIN, "-further": FURTHER_LATIN}
"""By the end of a file's name its letters: the `unicode-range` in the styles is the same."""


def main(originals: Path) -> None:
    """Write every file, and say how large it is."""
    for style, original, weight in (("", "Roman", WEIGHTS), ("-italic", "Italic", 400)):
        for suffix, letters in FILES.items():
            target = TARGET / f"protocol-serif{style}{suffix}.woff2"
            _cut(originals / f"SourceSerif4Variable-{original}.ttf", target, letters, weight)
            print(f"{target.stat().st_size:6} {target.name}")


def _cut(original: Path, target: Path, letters: str, weight: object) -> None:
    from fontTools.subset import Options, Subsetter, load_font, parse_unicodes, save_font
    from fontTools.varLib.instancer import instantiateVariableFont

    options = Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=["*"])
    font = load_font(str(original), options)
    instantiateVariableFont(font, {"wght": weight, "opsz": SIZE}, inplace=True)
    for name in (1, 3, 4, 6, 16):
        font["name"].setName(FAMILY if name != 6 else FAMILY.replace(" ", ""), name, 3, 1, 0x409)
    font["name"].setName(LICENCE, 13, 3, 1, 0x409)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(letters))
    subsetter.subset(font)
    for pairs in _pairs(font["GPOS"].table):
        _keep_still(pairs)
    save_font(font, str(target), options)


def _pairs(positions: Any) -> Iterator[Any]:
    """Each table that says how far apart two letters stand."""
    for lookup in positions.LookupList.Lookup if positions.LookupList else ():
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == PAIRS:
                yield table


def _keep_still(pairs: Any) -> None:
    """Leave out by how much two letters come nearer in another weight."""
    values = (
        [
            value
            for first in pairs.PairSet
            for second in first.PairValueRecord
            for value in (second.Value1, second.Value2)
        ]
        if pairs.Format == 1
        else [value for row in pairs.Class1Record for cell in row.Class2Record for value in (cell.Value1, cell.Value2)]
    )
    for value in filter(None, values):
        for name in [name for name in vars(value) if name.endswith("Device")]:
            delattr(value, name)
    pairs.ValueFormat1 &= WITHOUT_DEVICES
    pairs.ValueFormat2 &= WITHOUT_DEVICES


if __name__ == "__main__":
    main(Path(sys.argv[1]))
