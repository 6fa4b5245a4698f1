"""Limits: what limits or conditions in one word, as "at least" and "in writing", is not passed over."""

from collections.abc import Iterator
from functools import cache
from re import Pattern

from protocolau.language import LANGUAGE_NAMES
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import sentence_pairs


def limits(pair: CheckedUnit) -> Iterator[Finding]:
    """A sentence that says at least, up to, only, in writing, immediately … has something like it in both languages."""
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        for here, there, has, lacks in (("en", "cy", sentence.en, sentence.cy), ("cy", "en", sentence.cy, sentence.en)):
            for says, answers in _limits(here, there) if lacks else ():
                if (said := says.search(has)) and not answers.search(lacks):
                    side, other_side = LANGUAGE_NAMES[here], LANGUAGE_NAMES[there]
                    what = f"the {side} has “{said[0].strip()}” and the {other_side} nothing like it"
                    yield what, "translate the whole of it, and no more"


@cache
def _limits(here: str, there: str) -> list[tuple[Pattern[str], Pattern[str]]]:
    """What says a limit in one language, and what answers it in the other."""
    rows = (row for row in data("limits.yml") if here in row["says"])
    return [(compiled(row["says"][here]), compiled(row["answers"][there])) for row in rows]
