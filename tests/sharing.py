"""What one of the processes that run the tests makes for all of them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


def made_once(own: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder that is made by whoever asks for it first; the others wait for it. Nobody changes it afterwards.

    `own` is the folder in which this process keeps what it makes: below one of all processes where there are several.
    """
    root = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = root / name, root / f"{name}.done"
    with FileLock(root / f"{name}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
