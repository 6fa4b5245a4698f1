"""A document in two languages: the two parted, one after the other, side by side or by turns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import dropwhile, takewhile

from protocolau.importing.lines import Aside, Block, Cell, Line, ReadDocument, Table, lines_of
from protocolau.importing.structure.paragraphs import AN_END, ENDS, joined, marked, parted_runs
from protocolau.importing.structure.tables import number_alone
from protocolau.language import LANGUAGES, other
from protocolau.language.recognition import language_of

_LEAST = 0.25
"""How much of a document each language has at least."""
_SHORTEST = 200
"""Characters that each language has at least."""
_SHORTEST_TOLD = 80
"""The same where that is only to be looked at."""
_PURE = 0.85
_ROWS = 4
_BEGINNING = 5
"""Letters by which a word is known, whatever it ends in."""
_LONG_LINE = 120
"""Characters of a line around the columns that is more than a title of both."""
_MOSTLY = 0.6
"""How many of the rows of a table begin with a number at the least, if its first column is one of numbers."""
_HOLDS = re.compile(r"\d\W*$")
"""How a number ends that may hold a list of letters."""
_BETWEEN_TITLES = (" / ", " | ", "\t", "\n")
_MOST_TITLES = 6
"""Lines before a text at the most that say the same in both languages."""
_LANGUAGE = re.compile(
    r"\W*(?:(?:english|welsh)(?: (?:version|text))?|(?:y )?(?:(?:fersiwn|testun) )?(?:cymraeg|gymraeg|saesneg))\W*",
    re.IGNORECASE,
)
"""A line that only says in which language the text is."""
_FIRST_LINES = 2
"""Lines at the head or the foot of a text among which such a one is."""
_LONG_COLUMN = 600
"""Characters of a column that is a text by itself, however few rows it has."""


def parted(reading: ReadDocument) -> dict[str, ReadDocument]:
    """The readings of a document by language, the first that it holds first; empty where it is in one."""
    reading = _with_whole_titles(reading)
    found = _side_by_side(reading) or _one_after_the_other(reading) or _by_turns(reading)
    return {language: _without_names(one) for language, one in _with_own_titles(reading, found).items()}


def _without_names(reading: ReadDocument) -> ReadDocument:
    """The reading of one language with the name of a language set aside that stands over its text, or below it."""
    ends = {*range(_FIRST_LINES), *range(len(reading.blocks) - _FIRST_LINES, len(reading.blocks))}
    named = {
        index: Aside("furniture", one.text, one.place, one.page)
        for index, one in enumerate(reading.blocks)
        if index in ends and isinstance(one, Line) and _LANGUAGE.fullmatch(one.text)
    }
    kept = tuple(one for index, one in enumerate(reading.blocks) if index not in named)
    return replace(reading, blocks=kept, asides=(*reading.asides, *named.values()))


def _with_whole_titles(reading: ReadDocument) -> ReadDocument:
    """The reading with its first lines whole, where one may say the same in both languages: a page may break it."""
    first = tuple(takewhile(lambda one: isinstance(one, Line), reading.blocks[: 2 * _MOST_TITLES]))
    text = "".join(one.text for one in lines_of(first))
    if "\n" in text or not any(sign in text for sign in _BETWEEN_TITLES):
        return reading
    *whole, last = takewhile(lambda one: one.place <= first[-1].place, joined(reading.blocks))
    rest = dropwhile(lambda one: one.place < last.place, reading.blocks)
    return replace(reading, blocks=(*whole, *rest))


def _with_own_titles(whole: ReadDocument, found: dict[str, ReadDocument]) -> dict[str, ReadDocument]:
    """The readings of both languages, each with its half of the first lines that say the same in both, on one line."""
    words = {
        language: {*_words(one for one in reading.blocks if not _sign(one))} for language, reading in found.items()
    }
    titles = [*takewhile(bool, (_halves(block, words) for block in whole.blocks[:_MOST_TITLES] if found))]
    said = {one.text for one in lines_of(whole.blocks[: len(titles)])}
    bare = {
        language: [*dropwhile(lambda one: isinstance(one, Line) and one.text in said, reading.blocks)]
        for language, reading in found.items()
    }
    gone = [one.blocks[: len(one.blocks) - len(bare[language])] for language, one in found.items()]
    if said != {line.text for blocks in gone for line in lines_of(blocks)}:
        return found
    return {
        language: replace(reading, blocks=(*(pair[language] for pair in titles), *bare[language]))
        for language, reading in found.items()
    }


def _halves(block: Block, words: Mapping[str, set[str]]) -> dict[str, Line]:
    """The halves of a title by their languages; nothing where it is in one, or not surely in both. Where little words
    do not tell the language of one, it is that of the text, of which `words` are all, that has more of its words.
    """
    if not isinstance(block, Line):
        return {}
    sign = _sign(block)
    made: dict[str, Line] = {}
    for runs in parted_runs(block.runs, sign) if sign else ():
        half = replace(block, runs=runs)
        if language := language_of(half.text) or _ending(half.text) or _like(half, words):
            made[language] = half
    return made if len(made) == len(words) else {}


def _like(line: Line, words: Mapping[str, set[str]]) -> str | None:
    """The language of which the text has more of the words of a line; None where both have as many."""
    known = {language: sum(word in words[language] for word in _words((line,))) for language in words}
    return max(known, key=lambda one: known[one]) if len({*known.values()}) > 1 else None


def _sign(block: Block) -> str:
    """What parts a line that may be a title in two halves; nothing where it is none, or has more, or a date of both."""
    if not isinstance(block, Line) or len(block.text) > 2 * _LONG_LINE:
        return ""
    sign = next((sign for sign in _BETWEEN_TITLES if block.text.count(sign) == 1), "")
    dated = {re.search(r"\d", half) is not None for half in block.text.split(sign or None)}
    return sign if dated == {False} or len(dated) == 1 and all(map(_ending, block.text.split(sign or None))) else ""


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of blocks as they begin: "member" is that of "members"."""
    for line in lines_of(tuple(blocks)):
        yield from (word[:_BEGINNING] for word in re.findall(r"[^\W\d_]+", line.text.lower()))


def is_in_both(reading: ReadDocument) -> bool:
    """Whether much of a document is in each language."""
    sizes: Counter[str | None] = Counter()
    for words in (words for line in lines_of(reading.blocks) for words in line.text.split("\n")):
        sizes[language_of(words)] += len(words)
    return min(sizes["en"], sizes["cy"]) >= max(_LEAST * (sizes["en"] + sizes["cy"]), _SHORTEST_TOLD)


def _one_after_the_other(reading: ReadDocument) -> dict[str, ReadDocument]:
    blocks = reading.blocks
    sizes = [_size(block) for block in blocks]
    languages = [_language(block) for block in blocks]
    totals: Counter[str] = Counter()
    for size, language in zip(sizes, languages, strict=True):
        totals[language or ""] += size
    whole = totals["en"] + totals["cy"]
    if not whole or min(totals["en"], totals["cy"]) < max(_LEAST * whole, _SHORTEST):
        return {}
    first = max(("en", "cy"), key=lambda one: _best_cut(sizes, languages, one)[1])
    place, right = _best_cut(sizes, languages, first)
    if right < _PURE * whole:
        return {}
    while place < len(blocks) and languages[place] is None and _ends_text(blocks[: place + 1], first):
        place += 1
    begun = _with_titles(blocks, languages, place, first)
    return _both(reading, first, blocks[:begun], blocks[begun:])


def _by_turns(reading: ReadDocument) -> dict[str, ReadDocument]:
    """Each paragraph in one language and then in the other: both have the same numbers, or every two are a pair."""
    lines = [replace(one, apart=True) for one in joined(reading.blocks) if isinstance(one, Line)]
    if any(isinstance(block, Table) for block in reading.blocks):
        return {}
    languages = [_language(line) for line in lines]
    sizes = {
        one: sum(len(line.text) for line, it in zip(lines, languages, strict=True) if it == one) for one in LANGUAGES
    }
    if min(sizes.values()) < max(_LEAST * sum(sizes.values()), _SHORTEST):
        return {}
    markers = [marked(line)[0] for line in lines]
    sides = _sides([marker.printed if marker else "" for marker in markers], languages)
    numbers = {
        one: [marker.value for marker, side in zip(markers, sides, strict=True) if marker and side == one]
        for one in LANGUAGES
    }
    alike = SequenceMatcher(a=numbers["en"], b=numbers["cy"], autojunk=False).ratio()
    if alike < _PURE or min(map(len, numbers.values())) < _ROWS:
        sides = _sides_of_pairs(lines, languages)
    if not sides:
        return {}
    one, two = (tuple(line for line, side in zip(lines, sides, strict=True) if side == it) for it in LANGUAGES)
    found = _both(reading, LANGUAGES[0], one, two)
    return {language: found[language] for language in dict.fromkeys(sides)}


def _sides_of_pairs(lines: list[Line], languages: list[str | None]) -> list[str]:
    """The language of each paragraph where every two are one in either, set alike: the same comes first in all that
    tell theirs, and enough do. Nothing where that is not so.
    """
    ones, twos = lines[::2], lines[1::2]
    pairs = [*zip(languages[::2], languages[1::2], strict=False)]
    first = next((one or (other(two) if two else None) for one, two in pairs if one or two), None)
    if first is None or len(ones) != len(twos) or pairs.count((first, other(first))) < _ROWS:
        return []
    alike = all((one.outline, one.number) == (two.outline, two.number) for one, two in zip(ones, twos, strict=True))
    told = all(one in (None, first) and two in (None, other(first)) for one, two in pairs)
    return [first, other(first)] * len(ones) if alike and told else []


def _sides(numbers: list[str], languages: list[str | None]) -> list[str]:
    """The language of each paragraph. One whose words do not tell it is in the other than that of the same number, or
    of the heading, before it, or above it where a whole list stands in one and then in the other; else in that of the
    list in which it stands, or which comes first of two with one number.
    """
    pairs = zip(numbers, numbers[1:], languages, languages[1:], strict=False)
    firsts = Counter(
        one for number, again, one, two in pairs if number and number == again and one and two and one != two
    )
    first = max(LANGUAGES, key=lambda language: firsts[language])
    made: list[str] = []
    met: Counter[tuple[str, str, str]] = Counter()
    above = ""
    for at, (number, language) in enumerate(zip(numbers, languages, strict=True)):
        above = number if _HOLDS.search(number) else above
        again = at > 0 and number == numbers[at - 1] and (number != "" or languages[at - 1] is None)
        after = languages[at + 1] if at + 1 < len(numbers) and number and numbers[at + 1] == number else None
        listed = _side_of_list(met, above, number, numbers[at - 1] if at else "", made)
        made.append(language or (other(made[-1]) if again else other(after) if after else listed or first))
        met[above, number, made[-1]] += 1
    return made


def _side_of_list(met: Counter[tuple[str, str, str]], above: str, number: str, last: str, made: list[str]) -> str:
    """The language in which an item is wanting that the other has, or of the item before it that the other wants."""
    counts = {language: met[above, number, language] for language in LANGUAGES}
    if number and len({*counts.values()}) > 1:
        return min(counts, key=lambda language: counts[language])
    alone = made and met[above, last, made[-1]] > met[above, last, other(made[-1])]
    return made[-1] if number and last and alone else ""


def _both(reading: ReadDocument, first: str, one: tuple[Block, ...], two: tuple[Block, ...]) -> dict[str, ReadDocument]:
    """The readings of both languages; each note stands with the text in its language."""
    theirs = tuple(note for note in reading.notes if language_of(note.text) == other(first))
    ours = tuple(note for note in reading.notes if note not in theirs)
    return {first: replace(reading, blocks=one, notes=ours), other(first): ReadDocument(two, theirs)}


def _best_cut(sizes: list[int], languages: list[str | None], first: str) -> tuple[int, int]:
    """Where the second language begins, and how many characters stand on their own side then."""
    right = sum(size for size, language in zip(sizes, languages, strict=True) if language == other(first))
    best = (0, right)
    for index, (size, language) in enumerate(zip(sizes, languages, strict=True)):
        right += size if language == first else -size if language == other(first) else 0
        if right > best[1]:
            best = (index + 1, right)
    return best


def _with_titles(blocks: tuple[Block, ...], languages: list[str | None], place: int, language: str) -> int:
    """Lines whose language cannot be told, just before the second text, are its titles where the first has such too.

    But a line that says when the first was adopted, or who signed it, is the last of the first, as is the rest of its
    last sentence.
    """
    leading = next((index for index, language in enumerate(languages) if language), 0)
    while leading and place and languages[place - 1] is None and not _ends_text(blocks[:place], language):
        place, leading = place - 1, leading - 1
    return place


def _ends_text(blocks: tuple[Block, ...], language: str) -> bool:
    """Whether the last of blocks belongs to the text before it: it says when that was adopted, or is the rest of a
    sentence that was broken at the end of a line.
    """
    *before, last = blocks
    above = before[-1] if before else None
    rest = isinstance(above, Line) and isinstance(last, Line) and not last.apart and not ENDS.search(above.text.strip())
    return _is_end(last, language) or rest and (above.full or ENDS.search(last.text.strip()) is not None)  # type: ignore[union-attr]


def _is_end(block: Block, language: str) -> bool:
    return isinstance(block, Line) and _ending(block.text) == language


def _ending(text: str) -> str:
    """The language of a line that says when a document was adopted, or is to be reviewed; nothing where it does not."""
    found = AN_END.match(text.strip())
    return (found.lastgroup or "") if found else ""


def _side_by_side(reading: ReadDocument) -> dict[str, ReadDocument]:
    """Two columns of one table, a language each, at most with a column of numbers before them."""
    blocks = tuple(_numbers_with_words(block) if isinstance(block, Table) else block for block in reading.blocks)
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    if any(len(row) != 2 for row in rows):
        return {}
    found = Counter((_cells_language(one.blocks), _cells_language(two.blocks)) for one, two in rows)
    pairs = [(pair, count) for pair, count in found.most_common() if pair in (("en", "cy"), ("cy", "en"))]
    if len(pairs) != 1:
        return {}
    (first, _), count = pairs[0]
    left, right = _columns(blocks, str(first))
    whole = min(sum(map(_size, left)), sum(map(_size, right))) >= _LONG_COLUMN
    named = any(all(_LANGUAGE.fullmatch(_words_of(cell)) for cell in row) for row in rows)
    return _both(reading, str(first), left, right) if left and (count >= _ROWS or whole or named) else {}


def _numbers_with_words(table: Table) -> Table:
    """A table in which numbers stand in a column before two others, with each number before the words of both; any
    other as it is.
    """
    numbers = [number_alone(row[0]) if len(row) == 3 else "" for row in table.rows]
    if any(len(row) != 3 for row in table.rows) or sum(map(bool, numbers)) < _MOSTLY * len(numbers):
        return table
    rows = (
        (_with_number(one, number), _with_number(two, number))
        if number
        else (replace(one, blocks=(*first.blocks, *one.blocks)), two)
        for number, (first, one, two) in zip(numbers, table.rows, strict=True)
    )
    return replace(table, rows=tuple(rows))


def _with_number(cell: Cell, number: str) -> Cell:
    first, *others = cell.blocks or (None,)
    if not isinstance(first, Line) or first.number or not first.text.strip():
        return cell
    return replace(cell, blocks=(replace(first, number=number, apart=True), *others))


def _columns(blocks: tuple[Block, ...], first: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Both columns of the tables, each with the lines around these: where some are in either language each line stands
    with the column in its own; no line at all where a long one cannot be placed so.
    """
    left: list[Block] = []
    right: list[Block] = []
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    words = {first: {*_words(cell for one, _ in rows for cell in one.blocks)},
             "cy" if first == "en" else "en": {*_words(cell for _, two in rows for cell in two.blocks)}}  # fmt: skip
    languages = [(_language(one) or _like(one, words)) if isinstance(one, Line) else None for one in blocks]
    in_both = {"en", "cy"} <= {*languages}
    for block, language in zip(blocks, languages, strict=True):
        if isinstance(block, Table):
            for one, two in block.rows:
                left += one.blocks
                right += two.blocks
        elif len(block.text) >= _LONG_LINE and not (in_both and language):
            return (), ()
        else:
            left += [block] * (not in_both or language in (None, first))
            right += [block] * (not in_both or language != first)
    return tuple(left), tuple(right)


def _words_of(cell: Cell) -> str:
    return " ".join(line.text for line in lines_of(cell.blocks))


def _cells_language(blocks: tuple[Block, ...]) -> str | None:
    return language_of(" ".join(line.text for line in lines_of(blocks)))


def _size(block: Block) -> int:
    return sum(len(line.text) for line in lines_of((block,)))


def _language(block: Block) -> str | None:
    return _cells_language((block,))
