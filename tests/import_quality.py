"""How near an import comes to the structure made by hand: `python -m tests.import_quality`.

Each council's text is imported anew. Of the provisions made by hand it is counted how many the import
gives the same words (number, heading and text), and how many of them stand at the same anchor too.
"""

import difflib
import sys
import tempfile
from pathlib import Path

from protocolau.importing.first_draft import Choices, first_drafts
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from tests.conftest import ROOT

PROTOCOLS = ROOT / "protocols"
COUNCILS = ("barrow", "bursledon", "conwy", "halewood", "taffs-well-and-nantgarw")


def said(version: Version) -> list[tuple[str, str]]:
    """The anchor and the printed words of every provision that speaks."""
    found = []
    for anchor, provision in version.provisions.items():
        words = " ".join(filter(None, (provision.number, provision.heading, provision.text)))
        if words:
            found.append((anchor, " ".join(plain(words.replace("*", "")).split())))
    return found


def imported(source: Path, folder: Path) -> Version:
    """The version that the import makes of a source."""
    facts = CouncilFacts("anytown", "Anytown Town Council", "Cyngor Tref Anytown", "town", "wales")
    (draft,) = first_drafts(source.name, source.read_bytes(), facts, Choices())
    for name, data in draft.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    council, problems = load_council(folder / "anytown", load_vocabulary(PROTOCOLS / "vocabulary"))
    assert council is not None, problems
    return council.versions[0]


def main(show: bool) -> None:
    """Prints a line a council, and what differs where asked."""
    for slug in COUNCILS:
        council, _ = load_council(PROTOCOLS / slug, load_vocabulary(PROTOCOLS / "vocabulary"))
        assert council is not None
        by_hand = said(council.versions[0])
        with tempfile.TemporaryDirectory() as folder:
            ours = said(imported(PROTOCOLS / slug / council.versions[0].source, Path(folder)))
        words = difflib.SequenceMatcher(None, [one for _, one in by_hand], [one for _, one in ours], autojunk=False)
        pairs = [(block.a + i, block.b + i) for block in words.get_matching_blocks() for i in range(block.size)]
        anchored = sum(by_hand[one][0] == ours[other][0] for one, other in pairs)
        print(f"{slug:25} by hand {len(by_hand):4}  same words {len(pairs):4}  at the same anchor {anchored:4}")
        if show:
            known = {one for one, _ in pairs}
            for one, (anchor, text) in enumerate(by_hand):
                if one not in known:
                    print("   only by hand:", anchor, text[:70])
            for one, other in pairs:
                if by_hand[one][0] != ours[other][0]:
                    print("   anchor", by_hand[one][0], "->", ours[other][0])


if __name__ == "__main__":
    main("--differences" in sys.argv)
