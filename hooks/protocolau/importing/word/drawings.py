"""The words of drawings that are parts of a Word file of their own, and what is said of a picture: a diagram's boxes, a
chart's title and labels, the description of a picture for those who do not see it.
"""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

_MADE_BY_LAYOUT = {"pres", "parTrans", "sibTrans"}
"""Points of a diagram that have no words of their own."""


def drawn_words(drawing: Element, part: Callable[[str], Element | None]) -> Iterator[tuple[str, str]]:
    """Words that belong to a drawing, each with the kind under which it is set aside; `part` gives a part by its id."""
    for one in drawing.iter():
        if one.tag == "dgm.relIds":
            yield from (("drawing", words) for words in _of_diagram(part(one.get("r.dm", ""))))
        elif one.tag == "c.chart" and one.get("r.id"):
            yield from (("drawing", words) for words in _of_chart(part(one.get("r.id", ""))))
        elif said := one.get("descr") if one.tag == "wp.docPr" else one.get("alt") if one.tag == "v.shape" else None:
            yield "description", said


def _of_diagram(root: Element | None) -> Iterator[str]:
    for point in root.iter("dgm.pt") if root is not None else ():
        if point.get("type", "node") not in _MADE_BY_LAYOUT:
            yield " ".join(_text(paragraph) for paragraph in point.iter("a.p"))


def _of_chart(root: Element | None) -> Iterator[str]:
    """The title and the labels, each once: every row of figures has them all."""
    found = (one for one in (root.iter() if root is not None else ()) if one.tag in ("a.p", "c.strCache"))
    texts = (
        _text(one) if one.tag == "a.p" else "; ".join(label.text or "" for label in one.iter("c.v")) for one in found
    )
    yield from dict.fromkeys(texts)


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter("a.t"))
