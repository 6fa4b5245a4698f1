"""Words that a document itself defines: “meeting” means …, ystyr “cyfarfod” yw …"""

import re
from collections.abc import Iterator

from protocolau.library.links import LinkTarget, TextRun

DEFINED = LinkTarget()
"""What words lead to that are defined where they stand: to nothing else."""

_QUOTED = r"[“‘\"'](?P<{name}>[^“”‘’\"']{{2,60}})[”’\"']"
_ONE, _OTHER = _QUOTED.format(name="one"), _QUOTED.format(name="other")
_DEFINING = {
    "en": re.compile(rf"{_ONE},?\s+(?:means|has the same meaning|has the meaning|includes)\b"),
    "cy": re.compile(rf"(?i:\bystyr)\s+{_ONE}\s+(?:yw|ydy)\b|{_OTHER}\s+yw\b"),
}


def defined_words(text: str, language: str) -> list[tuple[int, int]]:
    """Where in a text the words stand that it defines, without the marks around them."""
    found = _DEFINING[language].finditer(text)
    return [match.span("one") if match.groupdict().get("one") else match.span("other") for match in found]


def with_definitions(text: tuple[TextRun, ...], language: str) -> tuple[TextRun, ...]:
    """The runs, cut where they define words."""
    return tuple(part for run in text for part in ((run,) if run.target else _cut(run, language)))


def _cut(run: TextRun, language: str) -> Iterator[TextRun]:
    position = 0
    for start, end in defined_words(run.text, language):
        yield run._replace(text=run.text[position:start])
        yield run._replace(text=run.text[start:end], target=DEFINED)
        position = end
    yield run._replace(text=run.text[position:]) if position else run
