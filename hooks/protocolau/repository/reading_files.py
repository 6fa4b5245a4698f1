"""A file as it is written and in its shape."""

from pathlib import Path

from protocolau.read.document import YamlDocument, read_yaml
from protocolau.read.problem import Problem
from protocolau.schema.shape_faults import ShapeType, validate


def read_shape(path: Path, shape: type[ShapeType]) -> tuple[YamlDocument | None, ShapeType | None, list[Problem]]:
    """A file as it is written and in its shape, either None where it is past reading, and every fault of it."""
    document, problems = read_yaml(path)
    value, faults_of_shape = validate(document, shape) if document else (None, [])
    return document, value, problems + faults_of_shape
