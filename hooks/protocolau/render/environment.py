"""The Jinja environment of our own templates: strict, escaping, and free of MkDocs."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

THEME = Path(__file__).parents[2] / "theme"


@lru_cache(maxsize=2)
def environment(theme: Path = THEME) -> Environment:
    """Templates from the theme's folder. A name that is not given is a fault, not an empty string."""
    return Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
