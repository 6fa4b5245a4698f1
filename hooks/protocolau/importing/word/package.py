"""The parts of a Word file, found as the file itself says where they are."""

from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from protocolau.importing.packed_files import PackedFile, Unreadable

_MAIN = "officeDocument"
_OTHERS = {"xl/": "a spreadsheet", "ppt/": "a presentation", "visio/": "a drawing"}


class Package:
    """A Word file: its main part and those that it names. Raises Unreadable for what is none."""

    def __init__(self, data: bytes):
        self._file = PackedFile(data)
        self._refuse_others()
        self._main = self._targets("", _MAIN)[:1] or ["word/document.xml"]
        root = self._file.tree(self._main[0])
        if root is None or root.find("w.body") is None:
            raise Unreadable("the file holds no document of Word", "open it in Word and save it as .docx")
        self.body: Element = root.find("w.body")  # type: ignore[assignment]

    def _refuse_others(self) -> None:
        if self._file.bytes_of("mimetype"):
            raise Unreadable("this is an OpenDocument file", "name it .odt")
        for folder, what in _OTHERS.items():
            if any(name.startswith(folder) for name in self._file.names):
                raise Unreadable(f"this is {what}, not a document", "copy its words into a document and save that")

    @property
    def macros(self) -> bool:
        """Whether it holds programs, which are never looked at."""
        return any(name.endswith("vbaproject.bin") for name in self._file.names)

    def part(self, kind: str) -> Element | None:
        """The one part of a kind: `styles`, `numbering`, `footnotes`, `comments`, `settings`."""
        found = self.parts(kind)
        return found[0] if found else None

    def parts(self, kind: str) -> list[Element]:
        """Every part of a kind: `header`, `footer`."""
        trees = (self._file.tree(name) for name in dict.fromkeys(self._targets(self._main[0], kind)))
        return [tree for tree in trees if tree is not None]

    def inside(self, name: str) -> tuple[str, bytes | None]:
        """A whole document within the document by the id of its relation: its name and its bytes."""
        folder, _, main = self._main[0].rpartition("/")
        relations = self._file.tree(f"{folder}/_rels/{main}.rels")
        for one in relations.iterfind("rel.Relationship") if relations is not None else ():
            if one.get("Id") == name and one.get("TargetMode") != "External":
                path = normpath(join("/", folder, one.get("Target", ""))).lstrip("/")
                return path, self._file.bytes_of(path)
        return "", None

    def part_inside(self, name: str) -> Element | None:
        """A part of the file by the id of its relation to the main one; None where there is none, or it is damaged."""
        path, _ = self.inside(name)
        try:
            return self._file.tree(path) if path.endswith(".xml") else None
        except Unreadable:
            return None

    def _targets(self, source: str, kind: str) -> list[str]:
        folder, _, name = source.rpartition("/")
        relations = self._file.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        return [
            normpath(join("/", dirname(source), one.get("Target", ""))).lstrip("/")
            for one in (relations.iterfind("rel.Relationship") if relations is not None else ())
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External"
        ]
