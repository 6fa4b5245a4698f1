"""`python -m tests.hostile.long 10000`: judge so many hostile protocols, and say what has become of them."""

import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.hostile.judging import judge
from tests.hostile.protocols import HostileCouncil, councils

TOGETHER = 4
"""Councils of one library."""


def main(wanted: int) -> int:
    """Judge them, print the figures and every kind of crash once, and return the exit status."""
    counts: Counter[str] = Counter()
    crashes: dict[str, str] = {}
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=-(-wanted // TOGETHER),
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.lists(councils, min_size=TOGETHER, max_size=TOGETHER))
        def judge_all(hostile: list[HostileCouncil]) -> None:
            counts["protocols"] += len(hostile)
            try:
                judged = judge(hostile, Path(folder))
            except Exception as error:
                counts["crashes"] += 1
                crashes.setdefault(_place(error), traceback.format_exc())
            else:
                counts["without a fault"] += judged.sound
                counts["pages"] += judged.pages

        judge_all()
    for crash in crashes.values():
        print(crash)
    print(", ".join(f"{name}: {count}" for name, count in counts.items()), f"in {time.monotonic() - begun:.0f} s")
    return 1 if crashes else 0


def _place(error: Exception) -> str:
    """Where an exception was raised."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.filename}:{last.lineno}"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
