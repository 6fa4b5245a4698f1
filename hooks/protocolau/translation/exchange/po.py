"""PO, as Poedit and gettext's own tools read it.

An entry's context is `council version unit`, and a line `clause:` of its extracted comment has the clause of which
a statement is a part. PO programs cut nothing: an entry stays one.

What is fuzzy is not done: a stale unit, with the text it was made from as the previous msgid, and a translation of
the same or nearly the same words that the memory offers, with its likeness in the extracted comment. A program takes
`fuzzy` away when its user has worked on the entry. PO knows no further states, so a line `state: reviewed` in the
translator's comment says that a translation has been reviewed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import polib

from protocolau.language import LANGUAGE_NAMES
from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.read.text import line_at
from protocolau.translation.exchange.fault import EXPORT
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import (
    IncomingFile,
    IncomingUnit,
    incoming_file,
    language_named,
    read_rows,
    source_as_left,
    state_and_note,
    target_as_left,
)
from protocolau.translation.exchange.outgoing import OutgoingProtocol, OutgoingUnit, protocol_of
from protocolau.translation.memory import name_in_council
from protocolau.translation.reading import NOT_CURRENT, STATES

PLURALS = {
    "cy": "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;",
    "en": "nplurals=2; plural=(n != 1);",
}
"""As the CLDR counts: Welsh has six forms."""

_HEADER = """\
Reviewed? Write the line   state: reviewed   in the comment of the translation.
Wedi'i adolygu? Ysgrifennwch y llinell   state: reviewed   yn sylw'r cyfieithiad."""
_LAST = "X-Last-Entry"
"""The head that names the last entry, so that a file which was cut off is known."""
_MOST_LINES = 200_000
"""A protocol of five hundred clauses has some 10,000."""
_BREAKS = re.compile("[\x00\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Characters that the parser would take for the end of a line."""
_TEXT = re.compile(r'(?:msg(?:ctxt|id|id_plural|str(?:\[\d+\])?)\s*|(?="))(.*)')
"""A line with a text."""
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_WRITTEN = re.compile(r'^(?:#[|~]+ ?)*(?:msg\w|").*$', re.MULTILINE)
"""A line in which letters may be written by the numbers of their bytes: not a comment."""
_SPELT_OUT = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\(?:[23][0-7]{2}|x[89A-Fa-f][0-9A-Fa-f]))+)")
"""Letters so written, \305\265 for ŵ, as gettext's --escape has them; a backslash of the words is written twice."""
_REASONS = {
    "unescaped double quote found": "a quotation mark inside a text has no backslash before it",
    "": "this line is not written as PO is",
}
"""What is not valid, by what the parser says of it."""


def write(protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
    """Writes a PO file, an entry for each unit."""
    file = polib.POFile(wrapwidth=0)
    names = [protocol_of(one.version) for one in protocols]
    titles = [line for one, name in zip(protocols, names, strict=True) for line in (one.version.title, name)]
    file.header = "\n".join([*titles, _HEADER])
    file.metadata = {
        "Project-Id-Version": names[0] if len(names) == 1 else "protocolau",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": LANGUAGE_NAMES[language],
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
        "X-Source-Language": protocols[0].version.language,
        _LAST: next((_context(one.version, one.units[-1]) for one in reversed(protocols) if one.units), ""),
    }
    file.extend(_entry(unit, one.version) for one in protocols for unit in one.units)
    return f"{file}\n".encode()


def _entry(unit: OutgoingUnit, version: Version) -> polib.POEntry:
    is_open = unit.state == "stale" or unit.offered != unit.target
    return polib.POEntry(
        msgctxt=_context(version, unit),
        msgid=unit.source,
        msgstr=unit.offered,
        flags=["fuzzy"] if is_open else [],
        previous_msgid=unit.previous_source,
        tcomment="\n".join((unit.note or "").splitlines()),
        comment="\n".join(_remarks(unit)),
    )


def _context(version: Version, unit: OutgoingUnit) -> str:
    return f"{version.council} {name_in_council(version)} {unit.unit}"


def _remarks(unit: OutgoingUnit) -> list[str]:
    remarks = [f"state: {unit.state}", f"exported: {ExportFingerprint.of(unit, unit.offered)}"]
    if unit.clause:
        remarks.append(f"clause: {unit.clause}")
    if near := unit.suggestion:
        remarks.append(f"nearest: {near.likeness}%, {near.state}, {near.places[0]}")
        remarks += [f"nearest source: {near.source}", f"nearest translation: {near.target}"]
    return remarks


def read(data: bytes, path: Path) -> IncomingFile:
    """Reads the units of a PO file. Raises Faulty where it is none or is spoilt."""
    text = _text(data, path)
    try:
        file = polib.pofile(text, encoding="utf-8", wrapwidth=0)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        raise _unreadable(path, error) from error
    language = language_named(file.metadata.get("Language", ""))
    entries = [entry for entry in file if not entry.obsolete]
    is_short = file.metadata.get(_LAST, "") not in ("", *(entry.msgctxt for entry in file))
    cut = _cut_off(path, text, entries, is_short)
    whole = entries[:-1] if cut and _ends_in_text(text) else entries
    units, faults = read_rows(path, (partial(_unit, entry) for entry in whole))
    return incoming_file(path, language, units, (*faults, *cut, *_set_aside(path, file)))


def _set_aside(path: Path, file: polib.POFile) -> Iterator[Problem]:
    """What is said of translations that a program has set aside (#~), where no other entry is of their unit."""
    kept = {entry.msgctxt for entry in file if not entry.obsolete}
    for entry in file:
        if entry.obsolete and entry.msgctxt and entry.msgctxt not in kept and entry.msgstr.strip():
            remedy = "take the marks away before its lines, or export it anew and put the translation there"
            yield Problem(path, entry.linenum or 1, f"'{_unit_name(entry)}' is set aside in the file (#~)", remedy)


def _cut_off(path: Path, text: str, entries: Sequence[polib.POEntry], is_short: bool) -> list[Problem]:
    """What is said of a file that ends before its last entry, or in the middle of a text.

    A program that breaks a text into lines does so after a space, and so the last of them has none at its end.
    """
    is_halved = _ends_in_text(text) and text.rstrip().endswith(' "')
    if not entries or not (is_short or is_halved):
        return []
    what = f"the file breaks off at '{_unit_name(entries[-1])}'"
    remedy = "save it anew, with all of its entries, and import it again; what is whole in it is taken"
    return [Problem(path, text.rstrip().count("\n") + 1, what, remedy)]


def _ends_in_text(text: str) -> bool:
    """Whether a file ends with a line of a text of several, which may have lost others."""
    return text.rstrip().rpartition("\n")[2].startswith('"')


def _unit_name(entry: polib.POEntry) -> str:
    return (entry.msgctxt or "").split(" ", 2)[-1] or entry.msgid[:40]


def _text(data: bytes, path: Path) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise faulty(path, line, "the file is not UTF-8 text", "save it again with the encoding UTF-8") from error
    text = text if "\n" in text else text.replace("\r", "\n")  # as programs for the old Mac end their lines
    text = _WRITTEN.sub(lambda line: _SPELT_OUT.sub(_letters, line[0]), text)
    if match := _BREAKS.search(text):
        line = line_at(text, match.start())
        raise faulty(path, line, f"a control character (U+{ord(match[0]):04X})", "delete it")
    if (lines := text.count("\n")) > _MOST_LINES:
        what = f"the file has {lines:,} lines; at most {_MOST_LINES:,} are read"
        raise faulty(path, 1, what, "import each protocol's own file")
    if "msgid" not in text or "\n" not in text:
        raise faulty(path, 1, "this is not a PO file", EXPORT)
    for line, written in enumerate(text.splitlines(), 1):
        if _breaks_off(written.strip()):
            raise _not_valid(path, line, "a text has no quotation mark at one of its ends")
    return text


def _letters(spelt_out: re.Match[str]) -> str:
    """The letters that are written by the numbers of their bytes, behind the backslashes before them.

    What is no letter of UTF-8 becomes the sign of a letter that was lost, and is told as such.
    """
    numbers = (int(one[1:], 16) if one[0] == "x" else int(one, 8) for one in spelt_out[2].split("\\")[1:])
    return spelt_out[1] + bytes(numbers).decode("utf-8", "replace")


def _breaks_off(line: str) -> bool:
    """Whether a line has a text that no quotation mark opens or closes: the parser would cut its last letter off."""
    found = _TEXT.fullmatch(line)
    return bool(found and not _QUOTED.match(found[1]))


def _unreadable(path: Path, error: Exception) -> Faulty:
    line = re.search(r"line (\d+)", str(error))
    reason = next(ours for theirs, ours in _REASONS.items() if theirs in str(error))
    return _not_valid(path, int(line[1]) if line else 1, reason)


def _not_valid(path: Path, line: int, reason: str) -> Faulty:
    remedy = "open it in Poedit, correct this place and save it again"
    return faulty(path, line, f"this is not valid PO ({reason})", remedy)


def _unit(entry: polib.POEntry) -> IncomingUnit:
    """Reads an entry. Raises SpoiltRow for a state that there is not."""
    council, _, rest = (entry.msgctxt or "").partition(" ")
    version, _, unit = rest.partition(" ")
    exported = ExportFingerprint.parse(_remark(entry.comment, "exported"))
    line, name = entry.linenum or 1, unit or entry.msgid[:40]
    stated, note = state_and_note(line, name, entry.tcomment)
    return IncomingUnit(
        line=line,
        protocol=f"{council}/{version}" if unit else "",
        unit=name,
        source=source_as_left(entry.msgid, exported),
        target=target_as_left(entry.msgstr, entry.msgid, exported),
        state=stated or _state(entry, exported.state if exported else _remark(entry.comment, "state")),
        note=note or None,
        says_state=bool(stated),
        previous_source=entry.previous_msgid,
        exported=exported,
    )


def _remark(comment: str, name: str) -> str | None:
    match = re.search(rf"^{name}: (.*)$", comment, re.MULTILINE)
    return match[1] if match else None


def _state(entry: polib.POEntry, before: str | None) -> str:
    """The state that an entry's flags say, given the one it left with; empty where no mark is left of any."""
    if before not in STATES:
        if not entry.fuzzy:
            return ""
        before = "stale" if entry.previous_msgid else "missing"
    if not entry.msgstr:
        return "missing" if before == "missing" else before
    if entry.fuzzy:
        return before if before in NOT_CURRENT else "draft"
    return "draft" if before in NOT_CURRENT else before
