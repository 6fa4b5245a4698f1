"""Every protocol together, and what can be said only of all of them: each derived once."""

from protocolau.library.library import Library
from protocolau.library.load import Shelf

__all__ = ["Library", "Shelf"]
