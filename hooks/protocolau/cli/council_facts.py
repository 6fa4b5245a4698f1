"""The council that a draft is begun for, and its facts: those of its folder, or those given or asked for."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from protocolau.cli.saying import told
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.language.folding import unaccented
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.read.text import unwanted_in
from protocolau.repository.council_files import FACTS
from protocolau.repository.reading_files import read_shape
from protocolau.repository.repository import RESERVED
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.schema.fields import SLUG
from protocolau.schema.shapes import CouncilShape


@dataclass(frozen=True)
class Target:
    """Where a draft goes, and the vocabulary by which it is judged."""

    output: Path
    """The folder of councils."""
    slug: str
    vocabulary_folder: Path

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary. Raises Faulty."""
        return load_vocabulary(self.vocabulary_folder)


def council_facts(target: Target, given: dict[str, str | None]) -> CouncilFacts:
    """The facts of a council: those of its folder, where there is one, else those given or asked for."""
    slug, path = target.slug, target.output / target.slug / FACTS
    if not SLUG.fullmatch(slug):
        plain = re.sub("['’‘.]", "", unaccented(slug)).replace("&", " and ")
        near = "-".join(re.findall("[a-z0-9]+", plain))
        remedy = "use a to z, 0 to 9 and hyphens"
        raise faulty(path, 1, f"'{slug}' is no slug", f"{remedy}: {near}" if near else remedy)
    if slug in RESERVED:
        what = f"the folder '{slug}' is no council's, and no protocol is read in it"
        raise faulty(path, 1, what, "choose the name of another folder")
    if path.exists():
        _, there, _ = read_shape(path, CouncilShape)
        return CouncilFacts(slug, there.name.en if there else "", there.name.cy if there else "", "", "")
    vocabulary = target.vocabulary
    known = {"kind": vocabulary.kinds, "nation": vocabulary.nations}
    if sys.stdin.isatty():
        for one in [one for one, value in given.items() if not value]:
            choice = click.Choice(list(known[one])) if one in known else None
            given[one] = click.prompt(told(f"{one} of the council"), type=choice)
    facts = {one: " ".join((value or "").split()) for one, value in given.items()}
    if missing := [f"--{one}" for one, value in facts.items() if not value]:
        what = "this council has no folder yet, and its facts are not all given"
        again = ", where --name-cy is the English name again if there is no Welsh one" if "--name-cy" in missing else ""
        raise faulty(path, 1, what, f"add {', '.join(missing)}{again}")
    for one, words in known.items():
        if facts[one] not in words:
            raise faulty(path, 1, f"'{facts[one]}' is no {one} of council", f"choose from: {', '.join(words)}")
    _refuse_what_no_file_may_hold(facts)
    return CouncilFacts(slug, facts["name"], facts["name-cy"], facts["kind"], facts["nation"])


def _refuse_what_no_file_may_hold(facts: Mapping[str, str]) -> None:
    """Raises Faulty for facts with which a council's file could not be read: it would stop every command after this."""
    found = [(one, *fault) for one, words in facts.items() for fault in unwanted_in(words)]
    if found:
        raise Faulty([Problem(Path(f"--{one}"), 1, what, remedy) for one, what, remedy in found])
