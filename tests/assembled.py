"""Small protocols of an imagined council, as the model has them."""

from pathlib import Path

import yaml

from protocolau.library.library import RELATIONS
from protocolau.model import assemble
from protocolau.model.protocol import Version
from protocolau.read.document import read_yaml
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import ProtocolShape

COUNCIL = """
name: {en: Exampleton Community Council, cy: Cyngor Cymuned Enghraifft}
short_name: {en: Exampleton, cy: Enghraifft}
kind: community
nation: wales
"""


def version_of(path: Path, body: list, language: str = "en") -> Version:
    """The version of an imagined council that has this body, written to a path and read from it."""
    path.write_text(yaml.safe_dump({"title": "A Protocol", "language": language, "body": body}), "utf-8")
    document, problems = read_yaml(path)
    shape, more = validate(document, ProtocolShape)
    assert not problems + more
    return assemble.version(document, shape, "exampleton", RELATIONS)[0]
