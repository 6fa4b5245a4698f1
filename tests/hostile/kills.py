"""`python -m tests.hostile.kills 50`: kill so many builds, each at another moment, and set two of them at one site.

After each kill the site has to be whole, byte for byte, and so have the files that were kept for the next build: the
build after the last kill gives the same site as one from nothing. With one seed the moments are the same every time.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tests.conftest import copy_project, program

SEED = 1


def main(wanted: int) -> int:
    """Kill the builds, print what has become of the site, and return the exit status."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        begun = time.monotonic()
        assert _build(project).wait() == 0, "the first build failed"
        length, whole = time.monotonic() - begun, _digest(project / "site")
        torn = sum(not _outlives_a_kill(project, chance.uniform(0, length), whole) for _ in range(wanted))
        codes = sorted(build.wait() for build in [_build(project), _build(project)])
        shutil.rmtree(project / "site")
        last_code = _build(project).wait()
        same = _digest(project / "site") == whole
        left = sorted(path.name for path in project.glob(".site*"))
    print(f"{wanted} builds killed within {length:.0f} s: {wanted - torn} left the site whole, {torn} did not")
    print(f"two builds at once ended with {codes}, where one is refused; the build after all of that with {last_code}")
    print(f"{'the same bytes as the first' if same else 'OTHER BYTES than the first'}; beside the site: {left}")
    return 0 if (torn, codes, last_code, same) == (0, [0, 1], 0, True) else 1


def _build(project: Path) -> subprocess.Popen[bytes]:
    """A build of its own group of processes, whose day is always the same."""
    command = [program("protocolau"), "--project", str(project), "build"]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "1764028800"}
    silent = subprocess.DEVNULL
    return subprocess.Popen(command, env=environ, stdout=silent, stderr=silent, start_new_session=True)


def _outlives_a_kill(project: Path, seconds: float, whole: str) -> bool:
    build = _build(project)
    with suppress(subprocess.TimeoutExpired):
        build.wait(seconds)
    with suppress(ProcessLookupError):
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    return _digest(project / "site") == whole


def _digest(site: Path) -> str:
    """One sum of the names and bytes of all files."""
    found = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(site)}\0".encode() + sha256(path.read_bytes()).digest())
    return found.hexdigest()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
