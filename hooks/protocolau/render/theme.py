"""The theme: our templates and the words of the interface, from one folder and free of MkDocs."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined

from protocolau.render.escaping import EscapingEnvironment
from protocolau.render.messages import Messages, load_messages
from protocolau.render.shortening import Shortening


class Theme:
    """The templates and the messages of a folder. Both follow the disk, so that a preview shows what was changed."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._environment = EscapingEnvironment(
            loader=FileSystemLoader(folder),
            extensions=[Shortening],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._messages: tuple[int, Mapping[str, Messages]] | None = None

    def render(self, template: str, **values: object) -> str:
        """The HTML of a template. A name that is not given is a fault, not an empty string."""
        return self._environment.get_template(template).render(values)

    @property
    def messages(self) -> Mapping[str, Messages]:
        """The words of the interface by language, read again when their file has changed."""
        path = self.folder / "words.yml"
        changed = path.stat().st_mtime_ns
        if self._messages is None or self._messages[0] != changed:
            self._messages = (changed, load_messages(path))
        return self._messages[1]
