"""Today's translations beside those of before clauses were cut: no state, note, waiver or word is lost."""

from hashlib import blake2b
from pathlib import Path

import pytest
import yaml

from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.model.translation import Unit, key_of_unit, merged_unit

BEFORE = yaml.safe_load(Path(__file__).with_name("statements").joinpath("before.yml").read_text("utf-8"))


def fingerprint(text: str) -> str:
    return blake2b(" ".join(text.split()).encode(), digest_size=6).hexdigest()


def units_of(version: Version, key: str) -> list[Unit]:
    """The units of a heading, of the title or of a clause, in order."""
    units = version.translations["cy"].units
    return [units[name] for name in version.units if key_of_unit(name) == key and name in units]


@pytest.mark.parametrize("name", BEFORE)
def test_every_unit_is_there_with_all_that_it_had(library: Library, name):
    slug, _, dated = name.partition("/")
    version = library.councils[slug].documents["relations"].version(dated)
    assert version
    for key, before in BEFORE[name].items():
        units = units_of(version, key)
        assert units, f"{slug} {key} has no translation"
        whole = merged_unit(units, None)
        assert fingerprint(whole.target) == before["cy"], f"{slug} {key}: {whole.target}"
        assert fingerprint(whole.source) == before["en"], f"{slug} {key}: {whole.source}"
        assert {unit.state for unit in units} == {before["state"]}, f"{slug} {key}"
        assert (whole.note or None) == before.get("note"), f"{slug} {key}"
        assert dict(whole.waive) == before.get("waive", {}), f"{slug} {key}"
