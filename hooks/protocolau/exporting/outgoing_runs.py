"""Runs of characters in a document that goes out: how they look, and what they stand for."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class OutgoingRun:
    """A run of characters of one look, in one language."""

    text: str
    strong: bool = False
    emphasis: bool = False
    anchor: str | None = None
    """The provision to which these words refer."""
    policy: str | None = None
    """The policy, by its slug, that these words cite."""
    term: str | None = None
    """The term of the glossary, by its slug, as which these words stand first in the document."""
    defines: bool = False
    """Whether the words around it say what it means."""
    language: str | None = None
    """Their language, where it is not the document's."""


Runs = tuple[OutgoingRun, ...]


def words_of(spoken: Runs) -> str:
    """The plain words of some runs."""
    return "".join(run.text for run in spoken)


def joined_alike(spoken: Runs) -> Runs:
    """The same runs without their links, neighbours of one look and language as one."""
    made: list[OutgoingRun] = []
    for run in spoken:
        bare = replace(run, anchor=None, policy=None, term=None, defines=False)
        if made and replace(made[-1], text="") == replace(bare, text=""):
            made[-1] = replace(bare, text=made[-1].text + bare.text)
        else:
            made.append(bare)
    return tuple(made)


def without_terms(spoken: Runs) -> Runs:
    """The same runs for whom it is of no matter which terms they are, what was cut for these put together again."""
    made: list[OutgoingRun] = []
    for run in spoken:
        bare = replace(run, term=None, defines=False)
        if made and not (bare.anchor or bare.policy) and replace(made[-1], text="") == replace(bare, text=""):
            made[-1] = replace(bare, text=made[-1].text + bare.text)
        else:
            made.append(bare)
    return tuple(made)
