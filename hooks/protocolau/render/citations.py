"""What to call a provision in a reference to it, and the beginning of a text."""

from protocolau.language.marks import plain
from protocolau.render.messages import Messages
from protocolau.translation.reading import Reading


def citation(messages: Messages, reading: Reading, anchor: str) -> str:
    """What to call a provision in a reference to it: `appendix 1.3, table`, `9.1(d)(i)`, `1.1 (2)`, a heading."""
    label = reading.version.labels[anchor]
    name = label.number or ""
    if label.occurrence > 1:
        name = f"{name} ({label.occurrence})"
    if not name and label.heading:
        heading = label.heading
        words = reading.say(f"{heading.anchor} heading", heading.heading or "", heading.language)
        name = plain(words.text).rstrip(":")
    elif label.scope:
        name = f"{messages(f'scope.{label.scope}')} {name}".strip()
    if label.cell:
        return messages("in_table", label=name) if name else messages("table")
    return name or anchor


def excerpt(text: str, longest: int = 160) -> str:
    """The beginning of a text, cut at a word, with an ellipsis where it is cut."""
    words = plain(text)
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
