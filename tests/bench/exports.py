"""How long the files to take away take, and how large they are: `python -m tests.bench.exports [COUNCILS …]`.

Measured apart from the pages, first with an empty store, then again with nothing changed. The five real councils are
measured where no number is given.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from protocolau.exporting.exports import Exports
from protocolau.exporting.store import ExportStore
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.render.theme import Theme
from protocolau.repository.repository import ProtocolRepository
from tests.bench.generate import generate

ROOT = Path(__file__).parents[2]
THEME = Theme(ROOT / "hooks" / "theme")


def report(protocols: Path, folder: Path, councils: str) -> None:
    """Print the seconds of making every file, twice, and the bytes of each form."""
    library = ProtocolRepository(protocols).load(date.today())
    for when in ("cold", "again"):
        print(f"{councils} councils, {when}: {_made(library, folder)}")
    sizes: Counter[str] = Counter()
    for path in folder.glob("??/*"):
        sizes[path.suffix[1:]] += path.stat().st_size
    said = ", ".join(f"{form} {size / 1e6:.1f} MB" for form, size in sorted(sizes.items()))
    print(f"{councils} councils: {said}; all {sizes.total() / 1e6:.1f} MB")


def _made(library: Library, folder: Path) -> str:
    """How long it takes to make every file: on the clock, and of all processors together."""
    begun, used = time.perf_counter(), _processor()
    addresses = SiteAddresses("https://council-protocols.example/")
    Exports(library, addresses, THEME.messages, ExportStore(folder, THEME.folder)).make_all()
    return f"{time.perf_counter() - begun:.1f} s, of processors {_processor() - used:.1f} s"


def _processor() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def measure(councils: int) -> None:
    """Measure as many generated councils, or the real ones where there are to be none."""
    with tempfile.TemporaryDirectory() as made:
        protocols = Path(made) / "protocols" if councils else ROOT / "protocols"
        if councils:
            generate(ROOT / "protocols", protocols, councils)
        report(protocols, Path(made) / "exports", str(councils or "the five real"))


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ["0"]):
        measure(size)
