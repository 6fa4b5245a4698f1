"""Awkward schemes by which Word numbers: a numbering part, a body, and what Word shows.

`python -m tests.word_schemes FOLDER` writes each as a Word file, for other programs to be asked what they show; with
`--compare` it reads what they have answered, a NAME.numbers.tsv beside each, and prints where that differs.
"""

import sys
from pathlib import Path

from tests.word_files import abstract, cell, docx, field, level, listed, num, paragraph, run, starting, style, table

CLAUSES = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def looking(index: int, text: str, look: str, form: str = "decimal") -> str:
    """A level of a list whose number has a look of its own."""
    return level(index, text, form).replace("</w:lvl>", f"<w:rPr>{look}</w:rPr></w:lvl>")


SCHEMES = {
    "a number that is hidden counts": (
        abstract(0, looking(0, "Part %1", "<w:vanish/>"), level(1, "%1.%2")) + num(1, 0),
        listed(0, 1, 1, 0, 1),
        ["", "1.1", "1.2", "", "2.1"],
    ),
    "a level in capitals": (
        abstract(0, looking(0, "(%1)", "<w:caps/>", "lowerLetter"), level(1, "%2)", "lowerRoman")) + num(1, 0),
        listed(0, 1, 0),
        ["(A)", "i)", "(B)"],
    ),
    "figures with a nought stay so in legal style": (
        abstract(
            0, level(0, "%1", "upperRoman"), level(1, "%2", "decimalZero"), level(2, "%1.%2.%3", more="<w:isLgl/>")
        )
        + num(1, 0),
        listed(0, 0, 1, 2),
        ["I", "II", "01", "2.01.1"],
    ),
    "a list begins again at its second level alone": (
        CLAUSES + num(1, 0) + num(2, 0, starting(1, 1)),
        listed(0, 1, 1) + listed(1, 1, name=2) + listed(1),
        ["1.", "1.1", "1.2", "1.1", "1.2", "1.3"],
    ),
    "a list begins again at every level that it overrides": (
        CLAUSES + num(1, 0) + num(2, 0, starting(0, 1) + starting(1, 5)),
        listed(0, 1, 0) + listed(0, 1, 1, 0, 1, name=2),
        ["1.", "1.1", "2.", "1.", "1.5", "1.6", "2.", "2.5"],
    ),
    "an override of the form goes on counting": (
        CLAUSES + num(1, 0) + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperRoman")}</w:lvlOverride>'),
        listed(0, 0) + listed(0, name=2) + listed(0),
        ["1.", "2.", "III)", "4."],
    ),
    "bullets inside a numbered list": (
        abstract(0, level(0, "%1."), level(1, "\uf0b7", "bullet"), level(2, "%3.", "lowerRoman")) + num(1, 0),
        listed(0, 1, 1, 0, 2, 2),
        ["1.", "•", "•", "2.", "i.", "ii."],
    ),
    "a paragraph without words has its number": (
        CLAUSES + num(1, 0),
        listed(0) + paragraph(num=1, level=0) + listed(0),
        ["1.", "2.", "3."],
    ),
    "a list may start at nothing": (
        abstract(0, level(0, "%1", start=0), level(1, "%1.%2", start=0)) + num(1, 0),
        listed(0, 1, 0, 1),
        ["0", "0.0", "1", "1.0"],
    ),
    "words alone before a paragraph": (
        abstract(0, level(0, "Note:", "none"), level(1, "%1.%2")) + num(1, 0),
        listed(0, 1),
        ["Note:", ".1"],
    ),
    "a level above that is not shown": (
        abstract(0, level(0, "Schedule %1", "upperLetter"), level(1, ""), level(2, "%1-%3")) + num(1, 0),
        listed(0, 1, 2, 2, 0, 2),
        ["Schedule A", "", "A-1", "A-2", "Schedule B", "B-1"],
    ),
    "noughts before a count": (
        abstract(
            0,
            level(0, "%1").replace(
                '<w:numFmt w:val="decimal"/>',
                '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
                '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
            ),
        )
        + num(1, 0),
        listed(0, 0),
        ["001", "002"],
    ),
    "numbers written in words": (
        abstract(0, level(0, "%1:", "ordinalText"), level(1, "Item %2", "cardinalText")) + num(1, 0),
        listed(0, 1, 1, 0),
        ["First:", "Item One", "Item Two", "Second:"],
    ),
    "what wraps or nests a paragraph does not break a count": (
        CLAUSES + num(1, 0),
        listed(0)
        + f"<w:sdt><w:sdtContent>{listed(1)}</w:sdtContent></w:sdt>"
        + table([cell(listed(1) + table([cell(listed(1)), cell(listed(1))])), cell(listed(0))])
        + f'<w:customXml>{listed(1)}<w:ins w:id="1">{listed(1)}</w:ins></w:customXml>',
        ["1.", "1.1", "1.2", "1.3", "1.4", "2.", "2.1", "2.2"],
    ),
    "a paragraph that was put in counts, and so does a number that was": (
        CLAUSES + num(1, 0),
        listed(0)
        + paragraph("words", num=1, level=0, more='<w:rPr><w:ins w:id="1"/></w:rPr>')
        + paragraph("words").replace(
            "<w:pPr>", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="2"/></w:numPr>'
        ),
        ["1.", "2.", "3."],
    ),
    "the number that a paragraph had before a change is not its own": (
        CLAUSES + num(1, 0),
        listed(0)
        + paragraph(
            "words",
            more='<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            "</w:pPrChange>",
        )
        + listed(0),
        ["1.", "", "2."],
    ),
    "where the end of a paragraph is deleted the next one's number holds": (
        CLAUSES + num(1, 0),
        listed(0)
        + paragraph("and ", num=1, level=1, more='<w:rPr><w:del w:id="1"/></w:rPr>')
        + paragraph("so on", num=1, level=0)
        + listed(1),
        ["1.", "2. and so on", "2.1"],
    ),
    "fields below headings": (
        "",
        paragraph(field("AUTONUMLGL") + run(" One"), more='<w:outlineLvl w:val="0"/>')
        + paragraph(field("AUTONUMLGL"))
        + paragraph(field("AUTONUMLGL \\e"))
        + paragraph(field("AUTONUMLGL") + run(" Two"), more='<w:outlineLvl w:val="0"/>')
        + paragraph(field("AUTONUMLGL \\s -")),
        ["1. One", "1.1.", "1.2", "2. Two", "2-1-"],
    ),
    "fields without headings": (
        "",
        "".join(paragraph(field(one)) for one in ("AUTONUMLGL", "AUTONUMLGL", "AUTONUM \\* roman", "AUTONUM \\e")),
        ["1.", "2.", "iii.", "4"],
    ),
}


def write(folder: Path) -> None:
    """Writes each scheme as a Word file, by its place in the list."""
    for place, (numbering, body, _) in enumerate(SCHEMES.values()):
        file = docx(f"{body}<w:sectPr/>", numbering=numbering, styles=style("Normal"))
        (folder / f"scheme-{place:02}.docx").write_bytes(file)


def differences(folder: Path) -> list[str]:
    """What another program has answered, where that is something else."""
    found = []
    for place, (name, (_, _, expected)) in enumerate(SCHEMES.items()):
        lines = (folder / f"scheme-{place:02}.numbers.tsv").read_text("utf-8-sig").splitlines()
        answered = [line.partition("\t")[0].strip() for line in lines]
        if answered != expected:
            found.append(f"{name}: expected {expected}, shown {answered}")
    return found


if __name__ == "__main__":
    if "--compare" in sys.argv:
        told = differences(Path(sys.argv[1]))
        print("\n".join(told) or "no difference")
        sys.exit(bool(told))
    write(Path(sys.argv[1]))
