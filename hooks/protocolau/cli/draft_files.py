"""The files of a draft, put into the folder of councils: every one of them or none."""

import os
import tempfile
from pathlib import Path

from protocolau.cli.council_facts import Target
from protocolau.importing.first_draft import FirstDraft
from protocolau.importing.paired_versions import translation_yaml
from protocolau.read.problem import Faulty, faulty
from protocolau.repository.council_files import read_version
from protocolau.repository.document_folder import version_files
from protocolau.runtime.files import folder_held


def write_drafts(drafts: list[FirstDraft], target: Target) -> tuple[list[Path], list[str]]:
    """Writes every file or none: into a folder beside, and then into place. Returns them, and what has no counterpart.

    Where the version is there in the other language, the draft becomes its translation. Raises Faulty.
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
        raise faulty(output, 1, f"the draft cannot be written ({why})", "choose another --output") from None
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
        raise faulty(path, 1, "there is a version of this date already", remedy)
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
