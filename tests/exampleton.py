"""A sound council, and small files with one fault each."""

from datetime import date
from pathlib import Path

import yaml

from protocolau.read.problem import Problem
from protocolau.repository.check import examine
from tests.conftest import ROOT

FAULTS = ROOT / "tests" / "faults"
EXPECTED = yaml.safe_load((FAULTS / "expected.yml").read_text("utf-8"))
SOUND = (FAULTS / "sound.yml").read_text("utf-8")
COUNCIL = """name: {en: Exampleton Town Council, cy: Cyngor Tref Exampleton}
short_name: {en: Exampleton, cy: Exampleton}
kind: town
nation: wales
"""


def faults_at(path: Path) -> list[Problem]:
    """What the check says of a path, by the real vocabulary where there is none beside it."""
    return examine(path, ROOT / "protocols" / "vocabulary", date(2026, 1, 1)).problems
