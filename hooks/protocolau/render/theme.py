"""The theme: our templates and the words of the interface, from one folder and free of MkDocs."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from protocolau.render.escaping import at_slashes
from protocolau.render.messages import Messages, load_messages
from protocolau.render.shortening import Shortening
from protocolau.render.templates import QuickEnvironment


class Theme:
    """The templates and the messages of a folder. Both follow the disk, so that a preview shows what was changed.

    A build uses them as it found them: to ask thousands of times whether a file has changed takes its time.
    """

    def __init__(self, folder: Path, follows: bool = True):
        self.folder, self._follows = folder, follows
        self._environment = QuickEnvironment(
            loader=FileSystemLoader(folder),
            extensions=[Shortening],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=follows,
        )
        self._environment.filters["at_slashes"] = at_slashes
        self._messages: tuple[int, Mapping[str, Messages]] | None = None

    def render(self, template: str, **values: object) -> str:
        """The HTML of a template. A name that is not given is a fault, not an empty string."""
        return self._environment.get_template(template).render(values)

    def macro(self, template: str, name: str) -> Callable[..., Markup]:
        """A macro of a template, for HTML that is made so often that a template's own context would cost more."""
        made: Callable[..., Markup] = getattr(self._environment.get_template(template).module, name)
        return made

    @property
    def messages(self) -> Mapping[str, Messages]:
        """The words of the interface by language, read again when their file has changed, if they follow it."""
        if self._messages and not self._follows:
            return self._messages[1]
        path = self.folder / "words.yml"
        changed = path.stat().st_mtime_ns
        if self._messages is None or self._messages[0] != changed:
            self._messages = (changed, load_messages(path))
        return self._messages[1]
