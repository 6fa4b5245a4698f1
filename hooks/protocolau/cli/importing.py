"""`protocolau import`: a council's document to a first draft in the folder of councils."""

import os
import re
import stat
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Never

import click

from protocolau.cli.project import project_if_any, project_of
from protocolau.cli.saying import say, told
from protocolau.importing.both_languages import translation_yaml
from protocolau.importing.first_draft import Choices, FirstDraft, Look, first_drafts
from protocolau.importing.packed_files import LARGEST_FILE, Unreadable
from protocolau.importing.suggestions.examples import Examples
from protocolau.importing.suggestions.learning import examples_of
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.language import LANGUAGES
from protocolau.language.folding import unaccented
from protocolau.library.library import RELATIONS
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.dates import PartialDate, date_of_document, no_date
from protocolau.read.problem import Faulty, Problem, did_you_mean
from protocolau.read.text import unwanted_in
from protocolau.repository.check import examine
from protocolau.repository.council_files import FACTS, read_version, version_files
from protocolau.repository.repository import RESERVED, ProtocolRepository
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from protocolau.runtime.files import folder_held
from protocolau.runtime.project import Project
from protocolau.schema.fields import SLUG

_ASIDES = {
    "contents": "contents lists",
    "page number": "page numbers",
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
    "number without words": "numbers without words",
}
_LOOKS = {
    "no date of adoption": "no date of adoption was found; import again with --adopted, or leave it undated",
    "number out of order": "this number does not follow the one before it",
    "number begins again": "the numbers begin again here",
    "paragraph in a list": "this item is followed by a paragraph in the middle of the list",
    "table with empty cells": "this table has empty or merged cells",
}
_REMARKS = {
    "tracked changes": "tracked changes: {}, all taken as accepted",
    "comments": "comments: {}, set aside",
    "notes": "footnotes and endnotes: {}, at the end of the draft",
    "pictures": "pictures, which cannot be read: {}",
    "pages that are pictures": "PAGES THAT ARE PICTURES, whose words are not read and have to be typed: {}",
    "documents inside": "documents inside the document, which cannot be read: {}",
    "macros": "the file holds macros, which were not looked at",
}
_SHOWN = 12


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


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--council", "slug", metavar="SLUG", required=True, help="The council's folder: a to z, 0 to 9, hyphens.")
@click.option("--name", help="The council's name in English.")
@click.option("--name-cy", help="The council's name in Welsh.")
@click.option("--kind", help="The kind of council, one of vocabulary/kinds.yml.")
@click.option("--nation", help="The nation, one of vocabulary/nations.yml.")
@click.option("--language", type=click.Choice(["en", "cy", "both"]), help="Found from the document otherwise.")
@click.option("--adopted", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY; found in the document otherwise.")
@click.option("--document", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of councils; the project's own otherwise.",
)
@click.pass_context
def import_document(
    ctx: click.Context,
    file: Path,
    slug: str,
    name: str | None,
    name_cy: str | None,
    kind: str | None,
    nation: str | None,
    language: str | None,
    adopted: str | None,
    document: str,
    output: Path | None,
) -> None:
    """Write a first draft of FILE (.docx, .pdf, .odt, .html, .md or .txt), with nothing lost.

    What is not the protocol's text is listed, and what to look at first. The draft passes `protocolau check`.
    """
    project = project_if_any(ctx) if output else project_of(ctx)
    output = output or project_of(ctx).protocols
    try:
        target = Target(output, slug, _vocabulary_folder(output, project))
        council = council_facts(target, {"name": name, "name-cy": name_cy, "kind": kind, "nation": nation})
        chosen = None if language == "both" else language
        choices = Choices(chosen, _date(adopted), _document(target, document), _examples(output, project, slug))
        say(f"reading {click.format_filename(file)} …", err=True)
        drafts = _made(file, council, choices)
        if language == "both" and len(drafts) < 2:
            _refuse(file, "a text in each language is not to be found in it", "import a file for each language")
        written, alone = _write(drafts, target)
    except Faulty as faults:
        say(faults)
        sys.exit(1)
    for draft in drafts:
        for line in _report(draft):
            say(line)
    for line in _ends(written, alone, target):
        say(line)


def council_facts(target: Target, given: dict[str, str | None]) -> CouncilFacts:
    """The facts of a council: those of its folder, where there is one, else those given or asked for."""
    slug, path = target.slug, target.output / target.slug / FACTS
    if not SLUG.fullmatch(slug):
        near = "-".join(re.findall("[a-z0-9]+", unaccented(slug)))
        remedy = "use a to z, 0 to 9 and hyphens"
        _refuse(path, f"'{slug}' is no slug", f"{remedy}: {near}" if near else remedy)
    if slug in RESERVED:
        _refuse(
            path,
            f"the folder '{slug}' is no council's, and no protocol is read in it",
            "choose the name of another folder",
        )
    if path.exists():
        return CouncilFacts(slug, "", "", "", "")
    vocabulary = target.vocabulary
    known = {"kind": vocabulary.kinds, "nation": vocabulary.nations}
    if sys.stdin.isatty():
        for one in [one for one, value in given.items() if not value]:
            choice = click.Choice(list(known[one])) if one in known else None
            given[one] = click.prompt(told(f"{one} of the council"), type=choice)
    facts = {one: " ".join((value or "").split()) for one, value in given.items()}
    if missing := [f"--{one}" for one, value in facts.items() if not value]:
        _refuse(path, "this council has no folder yet, and its facts are not all given", f"add {', '.join(missing)}")
    for one, words in known.items():
        if facts[one] not in words:
            _refuse(path, f"'{facts[one]}' is no {one} of council", f"choose from: {', '.join(words)}")
    _refuse_what_no_file_may_hold(facts)
    return CouncilFacts(slug, facts["name"], facts["name-cy"], facts["kind"], facts["nation"])


def _refuse_what_no_file_may_hold(facts: Mapping[str, str]) -> None:
    """Raises Faulty for facts with which a council's file could not be read: it would stop every command after this."""
    found = [(one, *fault) for one, words in facts.items() for fault in unwanted_in(words)]
    if found:
        raise Faulty([Problem(Path(f"--{one}"), 1, what, remedy) for one, what, remedy in found])


def _vocabulary_folder(output: Path, project: Project | None) -> Path:
    """The vocabulary beside the folders of councils, else that of the project."""
    beside = output / VOCABULARY
    if not beside.is_dir() and project is None:
        _refuse(output, "there is no vocabulary to judge the draft by", "name the project with --project")
    return beside if beside.is_dir() or project is None else project.protocols / VOCABULARY


def _date(written: str | None) -> PartialDate | None:
    if not written:
        return None
    try:
        return date_of_document(written)
    except ValueError:
        _refuse(Path("--adopted"), *no_date(written))


def _document(target: Target, kind: str) -> str:
    if kind not in (known := target.vocabulary.documents):
        remedy = did_you_mean(kind, known, f"choose from: {', '.join(known)}")
        _refuse(Path("--document"), f"'{kind}' is no kind of document", remedy)
    return kind


def _examples(output: Path, project: Project | None, slug: str) -> dict[str, Examples]:
    """What other councils' documents teach, beside the draft or in the project; nothing where they are at fault."""
    folder = output if (output / VOCABULARY).is_dir() else project.protocols if project else output
    try:
        library = ProtocolRepository(folder).load(date.today())
    except Faulty:
        return {}
    return {language: examples_of(library, language, without=[slug]) for language in LANGUAGES}


def _made(file: Path, council: CouncilFacts, choices: Choices) -> list[FirstDraft]:
    try:
        return first_drafts(file.name, _bytes(file), council, choices)
    except Unreadable as error:
        _refuse(file, error.what, error.remedy)


def _bytes(file: Path) -> bytes:
    """The bytes of an ordinary file of bearable size: never a device, a pipe or a folder."""
    try:
        found = os.stat(file)
        if not stat.S_ISREG(found.st_mode):
            _refuse(file, "this is a folder or a special file, not a document", "name a document")
        if found.st_size > LARGEST_FILE:
            what = f"the file has {found.st_size:,} bytes; at most {LARGEST_FILE:,} are read"
            _refuse(file, what, "take out pictures")
        return file.read_bytes()
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        _refuse(file, f"the file cannot be read ({why})", "check its name and its permissions")


def _refuse(path: Path, what: str, remedy: str) -> Never:
    raise Faulty([Problem(path, 1, what, remedy)])


def _write(drafts: list[FirstDraft], target: Target) -> tuple[list[Path], list[str]]:
    """Writes every file or none: into a folder beside, and then into place. Returns them, and what has no counterpart.

    Where the version is there in the other language, the draft becomes its translation.
    """
    output = target.output
    try:
        output.mkdir(parents=True, exist_ok=True)
        with folder_held(output), tempfile.TemporaryDirectory(prefix=".import-", dir=output) as beside:
            alone: list[str] = []
            files = dict(drafts[0].files)
            first = _counterpart(output, drafts[0])
            if first:
                files, alone = _as_translation(first, drafts[0], Path(beside) / "two", target)
            elif len(drafts) > 1:
                _put(files, Path(beside) / "one")
                first = Path(beside) / "one" / drafts[0].version
                paired, alone = _as_translation(first, drafts[1], Path(beside) / "two", target)
                files |= {name: data for name, data in paired.items() if data not in files.values()}
            fresh = {name: data for name, data in files.items() if not (output / name).exists()}
            _put(fresh, Path(beside) / "new")
            moved(Path(beside) / "new", output, list(fresh), target.slug)
    except OSError as error:
        why = (error.strerror or "unknown").lower()
        _refuse(output, f"the draft cannot be written ({why})", "choose another --output")
    return [output / name for name in fresh], alone


def _counterpart(output: Path, draft: FirstDraft) -> Path | None:
    """The version that a draft is of: that of its date, or the only one where the draft says no date."""
    version = output / draft.version
    if version.exists() or draft.facts.adopted:
        return version if version.exists() else None
    others = version_files(version.parent)
    return others[0] if len(others) == 1 else None


def _put(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _as_translation(path: Path, draft: FirstDraft, beside: Path, target: Target) -> tuple[dict[str, bytes], list[str]]:
    """The files by which a draft becomes the adopted translation of a version, and what has no counterpart."""
    slug, kind, vocabulary = target.slug, draft.kind, target.vocabulary
    first, _ = read_version(path, slug, kind, vocabulary)
    if first is None or first.language == draft.language or path.with_suffix(f".{draft.language}.yml").exists():
        remedy = "delete it, or give the date of the other version with --adopted"
        _refuse(path, "there is a version of this date already", remedy)
    _put(draft.files, beside)
    second, problems = read_version(beside / draft.version, slug, kind, vocabulary)
    if second is None:
        raise Faulty(problems)
    text, alone = translation_yaml(first, second)
    stem = draft.version.removesuffix(".yml")
    paired = f"{stem.rpartition('/')[0]}/{path.stem}.{draft.language}"
    files = {f"{paired}.yml": text.encode()}
    for name, data in draft.files.items():
        if not name.endswith(".yml"):
            files[paired + name.removeprefix(stem)] = data
    return files, alone


def moved(beside: Path, output: Path, names: list[str], slug: str) -> None:
    """Moves a whole new folder at once, or new files into a folder that is there: all, or none where it is broken off.

    `beside` is a folder that holds the council's, `names` are the paths of the files in it.
    """
    if not (output / slug).exists():
        os.replace(beside / slug, output / slug)
        return
    done: list[Path] = []
    try:
        for name in sorted(names, key=lambda one: one.endswith(".yml")):
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(beside / name, output / name)
            done.append(output / name)
    except BaseException:
        for one in done:
            one.unlink(missing_ok=True)
        raise


def _report(draft: FirstDraft) -> Iterator[str]:
    """What a clerk reads: what was found, what was set aside, what to look at first, and how to see it."""
    counts = draft.counts
    language = {"en": "English", "cy": "Welsh"}[draft.language]
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
    yield from _first_looks(draft.looks)
    if suggested := counts.get("suggested", 0):
        yield f"suggested: topics, by and to of {suggested} provisions, to be confirmed by a person"


def _ends(written: list[Path], alone: list[str], target: Target) -> Iterator[str]:
    """What has no counterpart in the other language, what was written, and how to see it."""
    if alone:
        yield f"without a counterpart in the other language: {len(alone)}"
        yield from (f"  {_short(words)}" for words in alone[:_SHOWN])
    for path in written:
        yield f"wrote {click.format_filename(path)}"
    yield from _faults(written, target)
    yield "the site shows its text alone until its topics, by and to are confirmed and 'awaiting_review' is taken out"
    yield "see it, and review it on its page: make serve"


def _set_aside(draft: FirstDraft) -> Iterator[str]:
    if not draft.asides:
        yield "set aside: nothing"
        return
    counts = Counter(one.what for one in draft.asides)
    paged = "pages" in draft.remarks
    yield "set aside, because it is not the protocol's text:"
    for what, count in counts.items():
        yield f"  {_ASIDES.get(what, what)}: {count}"
        for one in [one for one in draft.asides if one.what == what][:_SHOWN]:
            place = f"page {one.page}" if paged and one.page else f"line {one.place}" if one.place else "the file"
            yield f"    {place}: {_short(one.text)}"
        if count > _SHOWN:
            yield f"    and {count - _SHOWN} more"


def _first_looks(looks: tuple[Look, ...]) -> Iterator[str]:
    yield f"look at first: {len(looks)}" if looks else "look at first: nothing stands out"
    for one in looks[:_SHOWN]:
        place = f"line {one.place}: " if one.place else ""
        words = " ".join(filter(None, (one.number, one.words)))
        yield f"  {place}{_LOOKS.get(one.why, one.why)}" + (f": {_short(words)}" if words else "")
    if len(looks) > _SHOWN:
        yield f"  and {len(looks) - _SHOWN} more"


def _faults(written: list[Path], target: Target) -> Iterator[str]:
    for path in written:
        if path.suffix == ".yml":
            found = examine(path, target.vocabulary_folder, date.today())
            yield from (str(problem) for problem in found.problems)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 70 else f"{words[:69]}…"
