"""Imagined councils with documents of every kind, in versions that stand in every way on one day.

The documents are real ones, shortened: see tests/statements/documents/.
"""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from tests.conftest import ROOT, build_well, copy_project

DOCUMENTS = ROOT / "tests/statements/documents"
TODAY = date(2026, 11, 25)
FACTS = """\
# yaml-language-server: $schema=../schema/council.json
name: {{en: {name} Community Council, cy: Cyngor Cymuned {name}}}
short_name: {{en: {name}, cy: {name}}}
kind: community
nation: wales
"""
CLAUSES = """\
# yaml-language-server: $schema=../schema/protocol.json
title: Protocol of Members and Officers
language: en
{facts}body:
  - number: "1"
    text: {words}
    topic: purpose
  - number: "2"
    text: Members show officers respect and courtesy.
    topic: respect-and-courtesy
    by: members
    to: officers
"""
COUNCILS = {
    "cwmteg": "formerly: [hen-gwmteg]\n",
    "cwmderw": "",
    "aberhen": "ended: 2022-04-01\nsucceeded_by: cwmteg\n",
    "penrhos": "ended: 2024-03\nsucceeded_by: cwmderw\n",
    "newydd": "ended: 2030-01-01\n",
}
"""Imagined councils, and what is written of each below its facts."""
VERSIONS = {
    "cwmderw/2016-05-01": "withdrawn: 2018-02-01\n",
    "cwmderw/2020-03": "issued: 2020-03\nwithdrawn: 2029-01\n",
    "cwmderw/2027-01-01": "",
    "aberhen/2015-06-01": "withdrawn: 2020-01-01\n",
    "penrhos/2012-01-01": "",
    "penrhos/2019-05-05": "issued: 2019-06\n",
    "newydd/2026-11": "",
}
"""Versions of relations protocols, and what is written of each above its words."""


def write(protocols: Path) -> None:
    """Adds the imagined councils and their documents to a folder of protocols."""
    for slug, facts in COUNCILS.items():
        (protocols / slug).mkdir()
        (protocols / slug / "council.yml").write_text(FACTS.format(name=slug.title()) + facts, "utf-8")
    for place, facts in VERSIONS.items():
        adopted = f"adopted: {place.partition('/')[2]}\n"
        words = f"This protocol guides the work of {place}."
        (protocols / f"{place}.yml").write_text(CLAUSES.format(facts=adopted + facts, words=words), "utf-8")
    for place in ("cwmteg/local-resolution", "cwmderw/other"):
        shutil.copytree(DOCUMENTS / place.partition("/")[2], protocols / place)


def make(folder: Path) -> None:
    """Makes the project with these councils, and its site as it is on that day, in a folder."""
    project = copy_project(folder / "project", kept=True)
    write(project / "protocols")
    epoch = int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp())
    build_well(project, project / "site", SOURCE_DATE_EPOCH=str(epoch))
