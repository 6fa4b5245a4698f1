"""A whole process measured from outside: time on the wall and of processors, and the memory of all that it starts."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figures:
    """What a run took."""

    seconds: float
    """On the wall."""
    processor: float
    """Seconds of all processors together, in the process and all that it started."""
    megabytes: float
    """The largest memory: proportional set size, summed over the processes."""

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, of processors {self.processor:.1f} s, {self.megabytes:.0f} MB of memory"


def run(command: list[str], folder: Path, log: Path, watch: Callable[[int], object] = lambda pid: None) -> Figures:
    """Runs a command to its end. CalledProcessError, with the log's last lines printed, where it fails.

    `watch` is given the number of its process again and again.
    """
    start = time.perf_counter()
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env={**os.environ, **ENVIRONMENT})
    largest, samples = 0.0, 0
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        samples += 1
        if samples % 10 == 0:  # looking at memory slows the process down
            largest = max(largest, family_memory(process.pid))
            watch(process.pid)
        time.sleep(0.05)
    seconds, (_, status, used) = time.perf_counter() - start, ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(log.read_text()[-2000:])
        raise subprocess.CalledProcessError(process.returncode, command)
    return Figures(seconds, used.ru_utime + used.ru_stime, largest)


ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def family_memory(pid: int) -> float:
    """The memory of a process and of all that it started, in MB: their proportional set sizes together."""
    return sum(map(_pss, _family(pid))) / 1024


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(int(child)))]


def _pss(pid: int) -> int:
    """The memory of a process in kB, what it shares counted in part. None is read where it has just ended."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
