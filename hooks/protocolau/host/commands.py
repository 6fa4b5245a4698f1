"""Run MkDocs' own commands on a project, with clear words where the machine refuses."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path

import click
import yaml
from mkdocs.__main__ import cli as mkdocs
from mkdocs.exceptions import Abort

from protocolau.host.saying import say, speak, told
from protocolau.publish.site_folder import SiteFolderFault, replaced_site
from protocolau.read.problem import Problem
from protocolau.read.syntax_faults import merged, syntax_fault, tab
from protocolau.runtime.files import refusal
from protocolau.runtime.garbage import collection_paused
from protocolau.runtime.project import Project

_USUAL_PLACE = "127.0.0.1:8000"
"""Where a preview listens that is given no address."""


def build(project: Project, site: Path, language: str) -> int:
    """Build the site strictly, in the place of the last one if all goes well. Returns the exit status.

    What is wrong is said in the language.
    """
    speak(language)
    # MkDocs Material prints a notice of MkDocs' next version at each start, which is nothing to the reader.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        _refuse_among_sources(site, project)
        # The library that is alive while MkDocs works is no garbage: looking through it again and again is in vain.
        with collection_paused(), replaced_site(site) as folder:
            status = _run(project, ["build", "--strict", "--site-dir", str(folder)])
            if status:
                raise _Failed(status)
    except _Failed as failure:
        return failure.status
    except SiteFolderFault as fault:
        say(fault)
        return 1
    except OSError as error:
        error.filename = error.filename or str(site)  # a full disk names no file
        say(_refused(error))
        return 1
    return 0


def serve(project: Project, address: str | None, language: str) -> int:
    """Preview the site, following changes of data, pages and styles. Returns the exit status when it is ended.

    What is wrong is said in the language.
    """
    speak(language)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    where = ["--dev-addr", address] if address else []
    try:
        return _run(project, ["serve", "--no-strict", "--watch-theme", *where])
    except OSError as error:
        say(_refused_to_listen(error, address or _USUAL_PLACE))
        return 1


def _refuse_among_sources(site: Path, project: Project) -> None:
    """A site in a folder of which it is made would be read as a council, a page or a template by the next build."""
    above = [folder for folder in (site, *site.resolve().parents) if folder.exists()]
    for source in project.sources:
        if source.exists() and any(folder.samefile(source) for folder in above):
            remedy = "name a folder for the site alone"
            raise SiteFolderFault(f"{site} lies in {source.name}/, of which the site is made: {remedy}")


class _Failed(Exception):
    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


def _run(project: Project, arguments: Sequence[str]) -> int:
    """Run a command of MkDocs in this process. Returns its exit status."""
    logging.getLogger("mkdocs.config").addFilter(_told_of_configuration)
    command, *options = arguments
    try:
        mkdocs.main([command, "--config-file", str(project.configuration), *options], "mkdocs", standalone_mode=False)
    except Abort as abort:
        click.echo(f"\n{told(abort.format_message())}")
        return abort.exit_code
    except click.ClickException as refused:
        if isinstance(refused.__context__, yaml.YAMLError):
            say(_not_yaml(project.configuration, refused.__context__))
        else:
            refused.show()
        return refused.exit_code
    except click.Abort:
        return 1
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def _told_of_configuration(record: logging.LogRecord) -> bool:
    """Have MkDocs say what is wrong with its configuration, as `SITE_URL` without https://, as a command says it."""
    record.msg, record.args = told(record.getMessage()), ()
    return True


def _not_yaml(path: Path, error: yaml.YAMLError) -> Problem:
    """What is wrong with a configuration that MkDocs cannot read, as it is told of any other file."""
    text = path.read_text("utf-8", "replace")
    return Problem(path, *(merged(text) or tab(text) or syntax_fault(error, text)))


def _refused_to_listen(error: OSError, place: str) -> str:
    """What the machine refused a preview, in one line: where no file is named, to listen at a place."""
    if error.filename:
        return f"{refusal(error)}; mend this and try again"
    return f"{place}: {refusal(error)}; end the preview that runs there, or give another --address"


def _refused(error: OSError) -> str:
    """What the machine refused, in one line."""
    return f"{refusal(error)}; the last site is as it was: mend this and build again"
