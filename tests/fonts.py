"""Cuts the typeface to the letters that occur: `python -m tests.fonts FOLDER`, with fonttools and brotli installed.

FOLDER holds the four files of Source Serif 4 as Google Fonts serves them (npm: @fontsource-variable/source-serif-4):
latin and latin-ext, upright and italic. What is cut is a Modified Version by its licence, so that its name may not be
that of the original. Bold italics, of which there are next to none, are left to the browser.
"""

import sys
from pathlib import Path

from tests.conftest import ROOT

TARGET = ROOT / "hooks/theme/assets/fonts"
FAMILY = "Protocol Serif"
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]
WEIGHTS = (400, 650)

EVERY_PAGE = "20-7E,A0,A3,A7,A9,B0,B7,BD,C0-C2,C4,C8-CF,D2-D4,D6,D9-DD,E0-E2,E4,E8-EF,F2-F4,F6,F9-FD,FF" + (
    ",2010-2014,2018-201A,201C-201E,2022,2026,20AC"
)
"""What English and Welsh are written with, but for the letters that Google keeps in the other file."""
WELSH = "174-177,1E80-1E85,1EF2,1EF3"
OTHER_LATIN = "A1,A2,A5,A8,AA-AF,B1-B6,B8-BC,BE-BF,C3,C5-C7,D0,D1,D5,D7,D8,DE,DF,E3,E5-E7,F0,F1,F5,F7,F8,FE" + (
    ",131,152,153,2020,2021,2032,2033,2039,203A,2122,2212"
)
FURTHER_LATIN = "100-130,132-151,154-173,178-24F,259,1E00-1E7F,1E86-1EF1,1EF4-1EFF"

FILES = {
    "": ("latin", EVERY_PAGE),
    "-welsh": ("latin-ext", WELSH),
    "-other": ("latin", OTHER_LATIN),
    "-further": ("latin-ext", FURTHER_LATIN),
}
"""By the end of a name the file that it is cut from, and its letters: the `unicode-range` in the styles is the same."""


def main(originals: Path) -> None:
    """Write every file, and say how large it is."""
    for style, weight in (("", WEIGHTS), ("-italic", 400)):
        for suffix, (script, letters) in FILES.items():
            target = TARGET / f"protocol-serif{style}{suffix}.woff2"
            _cut(originals / f"source-serif-4-{script}{style}.woff2", target, letters, weight)
            print(f"{target.stat().st_size:6} {target.name}")


def _cut(original: Path, target: Path, letters: str, weight: object) -> None:
    from fontTools.subset import Options, Subsetter, load_font, parse_unicodes, save_font
    from fontTools.varLib.instancer import instantiateVariableFont

    options = Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=["*"])
    font = load_font(str(original), options)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    for name in (1, 3, 4, 6, 16):
        font["name"].setName(FAMILY if name != 6 else FAMILY.replace(" ", ""), name, 3, 1, 0x409)
    font["name"].setName(LICENCE, 13, 3, 1, 0x409)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(letters))
    subsetter.subset(font)
    save_font(font, str(target), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
