"""Typography: emphasis, punctuation, spaces, quotation marks, brackets and apostrophes."""

import re
from collections import Counter
from collections.abc import Iterator

from protocolau.language.welsh.speller import VOWELS
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.lost_apostrophes import lost_apostrophes

_MARK = re.compile(r"(?<!\\)\*\*?")
_CLOSING = "\"'”’)] *"
_FINAL = ".:;,?!…"
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|must|may|can|shall|should|will|would|could|might)\b", re.IGNORECASE
)
_DOUBLED = re.compile(r"[ \u00a0\t]{2,}")
_BEFORE = re.compile(r"\s[,;:!?)](?![-–(])|\s\.(?!\w|\.)|[(]\s")
_AFTER = re.compile(r"(?<=[^\W\d_])[,;:](?=[^\W\d_])")
_ASIDE = re.compile(r"\([^()\s]+\s[^()]+\)")
_HEAD, _ASKS, _SQUARE = re.compile(r"\A\s*[•·▪◦●–—-](?=\s)"), re.compile(r"\?+"), re.compile(r"\[[^\[\]]*\]?")
_ADDED = ((_HEAD, _HEAD), (_ASKS, _ASKS), (_SQUARE, re.compile(r"[\[(]")))
"""What a translation alone never has, and what of the source would answer it: the sign of a list's item, which the page
puts in, a question, a remark in square brackets."""
_QUOTED = re.compile("[“”\"«»„]|(?<!\\w)[‘'](?=\\w)")
_TWICE = re.compile(r"(?<![.!?])([.,;:])\1(?![.,;:])|[,;:]\.(?!\w)")
_APART_FROM_IT = re.compile(r"[()\[\]–]")
_BRACKETS = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
_LETTER = r"[^\W\d_]"
_WORD = f"(?<!{_LETTER}){_LETTER}"
"""The first letter of a word: looked for from each of its letters, one of 100,000 would take minutes."""
_STRANGE = re.compile(f"(?<={_LETTER})[`´ʹʼ′‘](?={_LETTER})|(?<={_LETTER}) ?[`´ʹʼ′](?=(?:r|n|u|w|i|m|th|ch)\\b)")
_APART = re.compile(f"{_WORD}+\\s+['’](?:r|n|u|w|i|m|th|ch)(?![\\w'’])|{_WORD}+['’]\\s+(?:r|n|u|w|m|th|ch)(?![\\w'’])")
_BARE = re.compile(f"(?<!{_LETTER}){_LETTER}*[{VOWELS}]\\s(?:r|n|u|w|m)(?=\\s{_LETTER})")
_AFTER_CONSONANT = re.compile(rf"\b{_LETTER}*(?![{VOWELS}]){_LETTER}['’](?:r|n|u|w)\b", re.IGNORECASE)
_JOINED = re.compile(f"(?<={_LETTER})['’](?={_LETTER})")


def emphasis(pair: CheckedUnit) -> Iterator[Finding]:
    """There are as many marks of bold and of italics as in the source."""
    source, target = (Counter(_MARK.findall(text)) for text in (pair.source_marked, pair.target_marked))
    for mark, kind in (("**", "bold"), ("*", "italics")):
        if source[mark] != target[mark]:
            what = f"{_times(source[mark])} in the {pair.names[0]} and {_times(target[mark])} in the {pair.names[1]}"
            yield f"'{mark}' stands {what}", f"set the same words in {kind}"


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")


def final_punctuation(pair: CheckedUnit) -> Iterator[Finding]:
    """A translation ends with the punctuation with which its source ends.

    Inside a sentence, where a clause goes on, each language has its commas where it needs them. An English sentence
    without a full stop is such a one, whatever is known of its clause.
    """
    source, target = (_end(text) for text in (pair.source, pair.target))
    goes_on = pair.clause.goes_on if pair.clause else not _end(pair.en) and _VERB.search(pair.en) is not None
    is_inside = goes_on and {source, target} <= {"", ","}
    if source != target and not is_inside:
        endings = [f"with “{mark}”" if mark else "with no punctuation" for mark in (source, target)]
        what = f"the {pair.names[0]} ends {endings[0]} and the {pair.names[1]} {endings[1]}"
        yield what, f"end it with “{source}”" if source else f"take out the “{target}”"


def _end(text: str) -> str:
    last = text.rstrip().rstrip(_CLOSING)[-1:]
    return last if last and last in _FINAL else ""


def spaces(pair: CheckedUnit) -> Iterator[Finding]:
    """No space is doubled, stands at an end, or before a comma or full stop; one stands after a comma. No mark is put
    twice, as where a sentence was put together with another."""
    faults = (
        (_TWICE, "a mark put twice", "keep one"),
        (_DOUBLED, "a doubled space", "keep one"),
        (_BEFORE, "a space in the wrong place", "take it out"),
        (_AFTER, "no space after a mark", "put one there"),
    )
    for pattern, what, remedy in faults:
        if (match := pattern.search(pair.target)) and not pattern.search(pair.source):
            yield f"{what}: “{_around(pair.target, match)}”", remedy
    if pair.target != pair.target.strip() and pair.source == pair.source.strip():
        yield "a space at an end of the text", "take it out"


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 12) : match.end() + 12].strip()


def quotes_and_brackets(pair: CheckedUnit) -> Iterator[Finding]:
    """Every bracket and quotation mark has its partner, unless it has none in the source either.

    What the source sets in brackets is there, in brackets or not, so that some such pair may be missing, but not all.
    Where it quotes the translation does, and where it asks nothing, or has no square brackets, neither does that.
    """
    source, target = _unmatched(pair.source), _unmatched(pair.target)
    for mark in target - source:
        yield f"the mark {mark} has no partner", "add it or take this one out"
    if pair.is_translated and (aside := _ASIDE.search(pair.source)) and not _APART_FROM_IT.search(pair.target):
        what = f"the {pair.names[0]} has “{aside[0]}” and the {pair.names[1]} nothing in brackets"
        yield what, "translate what stands in the brackets"
    for added, answer in _ADDED if pair.is_translated else ():
        if (found := added.search(pair.target)) and not answer.search(pair.source):
            what = f"the {pair.names[1]} has “{found[0].strip()}” and the {pair.names[0]} has not"
            yield what, "correct the one that is wrong"
    if pair.is_translated and _QUOTED.search(pair.source) and not _QUOTED.search(pair.target):
        what = f"the {pair.names[0]} has quotation marks and the {pair.names[1]} has none"
        yield what, "set the same words in quotation marks"


def _unmatched(text: str) -> Counter[str]:
    unmatched: Counter[str] = Counter()
    opened: list[str] = []
    for mark in _BRACKET.findall(text):
        if mark in _BRACKETS.values():
            opened.append(mark)
        elif mark in _BRACKETS and opened and opened[-1] == _BRACKETS[mark]:
            opened.pop()
        elif mark in _BRACKETS and not _is_item(text, mark):
            unmatched[mark] += 1
    return unmatched + Counter(opened) + _unmatched_quotes(text)


def _is_item(text: str, mark: str) -> bool:
    """Whether closing brackets stand alone after the letters of a list: "a) …; b) …"."""
    return mark == ")" and re.search(r"(?<![\w(])\w{1,4}\)", text) is not None


def _unmatched_quotes(text: str) -> Counter[str]:
    unmatched = Counter({'"': text.count('"') % 2})
    for opening, closing in (("“", "”"), ("«", "»")):
        unmatched[opening] += max(0, text.count(opening) - text.count(closing))
        unmatched[closing] += max(0, text.count(closing) - text.count(opening))
    singles = len(re.findall(r"’(?!\w)", text)) + len(re.findall(r"(?<=s)’", text))
    unmatched["‘"] += max(0, len(re.findall(r"(?<!\w)‘", text)) - singles)
    return +unmatched


def apostrophes(pair: CheckedUnit) -> Iterator[Finding]:
    """An apostrophe is ' or ’, the same throughout a file, and joins a clitic to the vowel before it: i'r, a'u."""
    if match := _STRANGE.search(pair.target):
        yield f"an unusual apostrophe: “{_around(pair.target, match)}”", f"write {pair.context.apostrophe}"
    other = "'" if pair.context.apostrophe == "’" else "’"
    if any(match[0] == other for match in _JOINED.finditer(pair.target)):
        yield f"the apostrophe {other} where the file has {pair.context.apostrophe}", "use one of them throughout"
    if pair.language == "cy":
        yield from _clitics(pair.target)
        yield from lost_apostrophes(pair)


def _clitics(text: str) -> Iterator[Finding]:
    if match := _APART.search(text):
        joined = "".join(match[0].split())
        yield f"“{match[0]}” with a space at its apostrophe", f"write {joined}"
    for match in _BARE.finditer(text):
        joined = "'".join(match[0].split())
        yield f"“{match[0]}” without an apostrophe", f"write {joined}"
    if match := _AFTER_CONSONANT.search(text):
        yield f"“{match[0]}”: 'r, 'n, 'u and 'w stand after a vowel alone", "write the whole word: y, yr, yn, eu, ei"
