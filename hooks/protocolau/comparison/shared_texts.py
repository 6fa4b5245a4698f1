"""Who has the most texts in common with whom, counted for one against all of very many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

COMMON = 512
"""Texts that most have, counted by the bits of one number each; of every other text it is known who has it."""


class SharedTexts:
    """Counts the texts that councils have in common word for word."""

    def __init__(self, texts_of: Mapping[str, Sequence[bytes]]):
        """`texts_of` has of each council, by its slug, its texts, as digests, each once."""
        holders = Counter(text for texts in texts_of.values() for text in texts)
        common = {text: 1 << place for place, (text, _) in enumerate(holders.most_common(COMMON))}
        self._texts_of, self._slugs = texts_of, list(texts_of)
        self._bits = [sum(common.get(text, 0) for text in texts) for texts in texts_of.values()]
        self._rare: dict[bytes, list[int]] = {
            text: [] for text, count in holders.items() if count > 1 and text not in common
        }
        for place, texts in enumerate(texts_of.values()):
            for text in texts:
                if text in self._rare:
                    self._rare[text].append(place)
        self._places = {slug: place for place, slug in enumerate(self._slugs)}

    def nearest(self, council: str, most: int) -> list[str]:
        """The councils that have the most texts in common with one; of those that have as many the first by slug."""
        own, slugs = self._places[council], self._slugs
        bits = self._bits[own]
        counts = [(bits & others).bit_count() for others in self._bits]
        for text in self._texts_of[council]:
            for place in self._rare.get(text, ()):
                counts[place] += 1
        counts[own] = -1
        least = sorted(counts, reverse=True)[:most][-1]
        enough = [place for place, count in enumerate(counts) if count >= least and place != own]
        return [slugs[place] for place in sorted(enough, key=lambda place: (-counts[place], slugs[place]))[:most]]


class KnownNearest(NamedTuple):
    """Who has the most texts in common with a council, as it was found out before."""

    made_from: bytes
    """What changes with the texts of the council."""
    councils: tuple[str, ...]
    least: int
    """How many texts the last of them has in common with it."""


MOST_NEW = 20
"""Councils with new texts up to which it pays to ask whether they come nearer to another than those known."""


def still_nearest(
    known: Mapping[str, KnownNearest], made_from: Mapping[str, bytes], texts_of: Mapping[str, Sequence[bytes]]
) -> dict[str, KnownNearest]:
    """What is still so of what is known, by council: neither it nor one near to it has changed, and none that has new
    texts has as many in common with it as the last of those near to it."""
    new = {slug for slug, digest in made_from.items() if slug not in known or known[slug].made_from != digest}
    changed = new | (known.keys() - made_from.keys())
    if len(new) > MOST_NEW:
        return {}
    new_texts = [frozenset(texts_of[slug]) for slug in new]
    return {
        slug: nearest
        for slug, nearest in known.items()
        if slug not in changed
        and changed.isdisjoint(nearest.councils)
        and not any(len(texts.intersection(texts_of[slug])) >= nearest.least for texts in new_texts)
    }
