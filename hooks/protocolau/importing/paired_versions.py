"""Two versions in a language each as a text and its translation: their provisions are paired by their places."""

from collections import Counter
from collections.abc import Iterator

from protocolau.importing.structure.markers import DIVISIONS, marker_of
from protocolau.language import other
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.runtime.yaml_scalars import scalar


def translation_yaml(first: Version, second: Version) -> tuple[str, list[str]]:
    """The text of one version as the translation of another, and what in either has no counterpart."""
    ours, theirs = dict(_places(first)), dict(_places(second))
    language = second.language
    up = "../" if first.kind == RELATIONS else "../../"
    lines = [
        f"# yaml-language-server: $schema={up}schema/translation.json",
        f"language: {language}",
        "state: adopted",
        "units:",
        *_unit("document title", first.title, second.title, language),
    ]
    for place, one in ours.items():
        if place not in theirs:
            continue
        two = theirs[place]
        if one.heading and two.heading:
            lines += _unit(f"{one.anchor} heading", one.heading, two.heading, language)
        if one.text and two.text:
            lines += _unit(one.anchor, one.text, two.text, language)
    alone = [_said(one) for place, one in ours.items() if not _answered(one, theirs.get(place))]
    alone += [_said(two) for place, two in theirs.items() if not _answered(two, ours.get(place))]
    return "\n".join(lines) + "\n", alone


def _answered(one: Provision, two: Provision | None) -> bool:
    return two is not None and bool(one.heading) == bool(two.heading) and bool(one.text) == bool(two.text)


def _said(one: Provision) -> str:
    return " ".join(filter(None, (one.number, one.heading, one.text)))


def _unit(name: str, words: str, translated: str, language: str) -> Iterator[str]:
    pair = {other(language): words, language: translated}
    yield f'  "{name}":'
    yield from (f"    {one}: {scalar(pair[one])}" for one in ("en", "cy"))


def _places(version: Version) -> Iterator[tuple[tuple[str, ...], Provision]]:
    """Every provision by its place: the path of numbers, and where there is none the position beside its like."""
    yield from _inside(version.body, ())


def _inside(provisions: tuple[Provision, ...], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Provision]]:
    met: Counter[str] = Counter()
    for one in provisions:
        name = _name(one)
        met[name] += 1
        place = (*path, f"{name} {met[name]}")
        yield place, one
        yield from _inside(tuple(one.children()), place)


def _name(one: Provision) -> str:
    """A number without its punctuation; letters go by position, since Welsh lists may count a b c ch d."""
    if not one.number:
        return "heading" if one.heading and one.kind not in ("title", "appendix") else one.kind
    marker = marker_of(one.number)
    if marker.kind in ("letter", "roman"):
        return f"{marker.kind} of {marker.form}"
    kind = "division" if marker.kind in DIVISIONS else ""
    return f"{kind}{'.'.join(map(str, marker.value))}"
