"""What `protocolau import` reports: what was found, what was set aside, and what to look at first."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from protocolau.importing.first_draft import Doubt, FirstDraft
from protocolau.importing.lines import Aside
from protocolau.language import LANGUAGE_NAMES
from protocolau.read.problem import Problem
from protocolau.repository.check import examine

_ASIDES = {
    "contents": "contents lists",
    "page number": "page numbers",
    "line number": "numbers of lines",
    "header": "heads of pages",
    "footer": "feet of pages",
    "repeated": "lines repeated on pages",
    "furniture": "page furniture",
    "page title": "the title of the web page",
    "mark": "marks of pictures and bookmarks",
    "address": "addresses of links",
    "comment": "comments",
    "deleted": "deleted words (tracked changes)",
    "struck": "words that are struck out",
    "hidden": "hidden words",
    "prompt": "prompts of forms that were not filled in",
    "covered": "words covered by a merged cell",
    "drawing": "words in drawings",
    "description": "descriptions of pictures",
    "turned": "words that stand aslant or along an edge",
    "watermark": "words that stand under the text or over it",
    "number without words": "numbers without words",
}
_LOOKS = {
    "another language": "most of its words are in the other language; import again without --language if they are",
    "both languages": "it is in both languages, which could not be told apart; import each from a file of its own",
    "another council": "it names another council, and not this one; check --council",
    "another kind": "its title is that of another kind of document; import again with --document if it is one",
    "no title": "no title was found, and the name of the file stands there; write the document's own into the draft",
    "no date of adoption": "no date of adoption was found; import again with --adopted, or leave it undated",
    "amended since": "it was changed after it was adopted; import again with --adopted if its words are of that day",
    "date not taken": "a date in it may be the document's own, and was not taken; write it into the draft if it is",
    "date too early": "this date is earlier than one that it should follow, and was left out",
    "number out of order": "this number does not follow the one before it",
    "number begins again": "the numbers begin again here",
    "paragraph in a list": "this item is followed by a paragraph in the middle of the list",
    "table with empty cells": "this table has empty or merged cells",
    "note in the margin": "a note in the margin was taken for its heading; put it where it belongs if it is none",
    "table made flat": "cells of this table were run together: it holds another table, or too many columns",
}
_REMARKS = {
    "tracked changes": "tracked changes: {}, all taken as accepted",
    "comments": "comments: {}, set aside",
    "filled in": "fields of forms and words typed onto pages: {}, put where they seem to stand",
    "notes": "footnotes and endnotes: {}, at the end of the draft",
    "pictures": "pictures, which cannot be read: {}",
    "pages that are pictures": "PAGES THAT ARE PICTURES, whose words are not read and have to be typed: {}",
    "pages of unknown letters": "PAGES WITH LETTERS THAT THE FILE DOES NOT EXPLAIN, to be compared word by word: {}",
    "documents inside": "documents inside the document, which cannot be read: {}",
    "macros": "the file holds macros, which were not looked at",
}
_SHOWN = 12


def report(draft: FirstDraft, is_version: bool = True) -> Iterator[str]:
    """What a clerk reads: what was found, what was set aside and what to look at first.

    What was suggested is said of a draft that is a version by itself: a translation has no topics, by and to.
    """
    counts = draft.counts
    language = LANGUAGE_NAMES[draft.language]
    yield (
        f"found: {counts.get('provisions', 0)} provisions, {counts.get('numbered', 0)} with a number, "
        f"{counts.get('headings', 0)} headings, {counts.get('tables', 0)} tables; in {language}"
    )
    dates = [("adopted", draft.facts.adopted), ("issued", draft.facts.issued), ("reviewed", draft.facts.reviewed)]
    dates.append(("to be reviewed", draft.facts.review_due))
    if said := ", ".join(f"{name} {date}" for name, date in dates if date):
        yield f"dates in it: {said}"
    for name, count in draft.remarks.items():
        if name in _REMARKS:
            yield _REMARKS[name].format(count)
    yield from _set_aside(draft)
    if draft.lost:
        yield f"WORDS THAT ARE NOWHERE, please report this: {' '.join(draft.lost[:_SHOWN])}"
    yield from _first_doubts(draft)
    if is_version and (suggested := counts.get("suggested", 0)):
        yield f"suggested: topics, by and to of {suggested} provisions, to be confirmed by a person"


def ends(
    written: list[Path], alone: list[str], vocabulary_folder: Path, awaits_review: bool = True
) -> Iterator[str | Problem]:
    """What has no counterpart in the other language, what was written, whether it awaits review, and how to see it."""
    if alone:
        yield f"without a counterpart in the other language: {len(alone)}"
        yield from (f"  “{_short(words)}”" for words in alone[:_SHOWN])
    for path in written:
        yield f"wrote {click.format_filename(path)}"
    yield from _faults(written, vocabulary_folder)
    if awaits_review:
        yield (
            "the site shows its text alone until its topics, by and to are confirmed and 'awaiting_review' is taken out"
        )
    yield "see it, and review it on its page: make serve"


def _set_aside(draft: FirstDraft) -> Iterator[str]:
    if not draft.asides:
        yield "set aside: nothing"
        return
    counts = Counter(one.what for one in draft.asides)
    yield "set aside, because it is not the protocol's text:"
    for what, count in counts.items():
        yield f"  {_ASIDES.get(what, what)}: {count}"
        for one in [one for one in draft.asides if one.what == what][:_SHOWN]:
            yield f"    {_place(draft, one) or 'the file'}: {_short(one.text)}"
        if count > _SHOWN:
            yield f"    and {count - _SHOWN} more"


def _place(draft: FirstDraft, one: Aside | Doubt) -> str:
    """Where something stands: on a page of a document that has such, else on a line."""
    if "pages" in draft.remarks and one.page:
        return f"page {one.page}"
    return f"line {one.place}" if one.place else ""


def _first_doubts(draft: FirstDraft) -> Iterator[str]:
    doubts = draft.doubts
    yield f"look at first: {len(doubts)}" if doubts else "look at first: nothing stands out"
    for one in doubts[:_SHOWN]:
        place = f"{at}: " if (at := _place(draft, one)) else ""
        words = " ".join(filter(None, (one.number, one.words)))
        yield f"  {place}{_LOOKS.get(one.why, one.why)}" + (f": {_short(words)}" if words else "")
    if len(doubts) > _SHOWN:
        yield f"  and {len(doubts) - _SHOWN} more"


def _faults(written: list[Path], vocabulary_folder: Path) -> Iterator[Problem]:
    for path in written:
        if path.suffix == ".yml":
            yield from examine(path, vocabulary_folder, date.today()).problems


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 70 else f"{words[:69]}…"
