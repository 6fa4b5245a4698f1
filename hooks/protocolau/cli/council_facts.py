"""The council that a draft is begun for, and its facts: those of its folder, or those given or asked for."""

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from protocolau.cli.saying import say, told
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.language.folding import unaccented
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.read.text import unwanted_in
from protocolau.repository.document_folder import FACTS
from protocolau.repository.file_names import not_held
from protocolau.repository.reading_files import read_shape
from protocolau.repository.repository import RESERVED
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.schema.fields import SLUG, held_by_every_system
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


def council_facts(target: Target, given: Mapping[str, str | None]) -> CouncilFacts:
    """The facts of a council, by those given and, at a terminal, asked for; of one that has a file of them its names.

    `given` has what the options of the same names say. Raises Faulty for a slug and for facts that cannot be taken.
    """
    slug, path = target.slug, target.output / target.slug / FACTS
    _refuse_as_folder(slug, path)
    if path.exists():
        _, there, _ = read_shape(path, CouncilShape)
        return CouncilFacts(slug, there.name.en if there else "", there.name.cy if there else "", "", "")
    known = {"kind": target.vocabulary.kinds, "nation": target.vocabulary.nations}
    answered: Mapping[str, str | None] = _asked_for(given, known) if sys.stdin.isatty() else given
    facts = {one: " ".join((value or "").split()) for one, value in answered.items()}
    _refuse_incomplete(facts, path)
    for one, words in known.items():
        if facts[one] not in words:
            raise faulty(path, 1, f"'{facts[one]}' is no {one} of council", f"choose from: {', '.join(words)}")
    _refuse_what_no_file_may_hold(facts)
    return CouncilFacts(slug, facts["name"], facts["name-cy"], facts["kind"], facts["nation"])


def _refuse_as_folder(slug: str, path: Path) -> None:
    """Raises Faulty for what the folder of a council may not be called; what it may is offered."""
    refuse_no_slug(slug, path)
    if not held_by_every_system(slug):
        raise faulty(path, 1, *not_held(slug))
    if slug in RESERVED:
        what = f"the folder '{slug}' is no council's, and no protocol is read in it"
        raise faulty(path, 1, what, "choose the name of another folder")


def refuse_no_slug(slug: str, path: Path) -> None:
    """Raises Faulty for what is no slug, as `bala/`; what may be meant is offered."""
    if not SLUG.fullmatch(slug):
        plain = re.sub("['’‘.]", "", unaccented(slug)).replace("&", " and ")
        near = "-".join(re.findall("[a-z0-9]+", plain))
        remedy = "use a to z, 0 to 9 and hyphens"
        raise faulty(path, 1, f"'{slug}' is no slug", f"{remedy}: {near}" if near else remedy)


def _asked_for(given: Mapping[str, str | None], known: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The facts with the answers of whoever sits there to those that are not given."""
    return {one: value or _answer(one, known.get(one, ())) for one, value in given.items()}


def _answer(fact: str, choices: Collection[str]) -> str:
    """What is answered to a question for a fact: one of the choices, where there are any."""
    asked = told(f"{'Welsh name' if fact == 'name-cy' else fact} of the council")
    question = f"{asked} ({', '.join(choices)})" if choices else asked
    while True:
        answer = str(click.prompt(question)).strip()
        if not choices or answer in choices:
            return answer
        say(f"'{answer}' is no {fact} of council")


def _refuse_incomplete(facts: Mapping[str, str], path: Path) -> None:
    """Raises Faulty where a fact is not given."""
    if missing := [f"--{one}" for one, value in facts.items() if not value]:
        what = "this council has no folder yet, and its facts are not all given"
        again = ", where --name-cy is the English name again if there is no Welsh one" if "--name-cy" in missing else ""
        raise faulty(path, 1, what, f"add {', '.join(missing)}{again}")


def _refuse_what_no_file_may_hold(facts: Mapping[str, str]) -> None:
    """Raises Faulty for facts with which a council's file could not be read: it would stop every command after this."""
    found = [(one, *fault) for one, words in facts.items() for fault in unwanted_in(words)]
    if found:
        raise Faulty([Problem(Path(f"--{one}"), 1, what, remedy) for one, what, remedy in found])
