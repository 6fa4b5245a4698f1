"""What the tests of the search share."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from protocolau.search import council_names
from tests.browsing import PREFIX
from tests.conftest import ROOT
from tests.search.asking import NAMED, typed_in_dialog
from tests.search.quality import write_search


@pytest.fixture
def dialog(opened):
    """Opens the dialog on a page by its keys, and types."""
    return partial(typed_in_dialog, opened)


@pytest.fixture(scope="session")
def by_beginnings(shared, site, the_five) -> str:
    """The folder of a search whose councils stand in files by the beginnings of their names, as those of many do."""

    def make(_: Path) -> None:
        before, council_names.ONE_FILE = council_names.ONE_FILE, 1
        try:
            _write(the_five, site / "many")
        finally:
            council_names.ONE_FILE = before

    shared("search_of_many", make)
    return "many/"


@pytest.fixture(scope="session")
def with_names(shared, site) -> str:
    """The folder of a search that knows councils of such names besides the five."""

    def make(folder: Path) -> None:
        protocols = folder / "protocols"
        shutil.copytree(ROOT / "protocols", protocols)
        for slug, (name, short, welsh) in NAMED.items():
            shutil.copytree(protocols / "barrow", protocols / slug)
            names = f"name: {{en: {name}, cy: Cyngor {welsh}}}\nshort_name: {{en: {short}, cy: {welsh}}}\n"
            (protocols / slug / "council.yml").write_text(f"{names}kind: parish\nnation: england\n", "utf-8")
        _write(ProtocolRepository(protocols).load(date(2026, 1, 1)), site / "named")

    shared("search_with_names", make)
    return "named/"


def _write(library: Library, folder: Path) -> None:
    for language, prefix in PREFIX.items():
        write_search(library, folder / prefix, language)
