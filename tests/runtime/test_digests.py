"""What is kept from one build to the next is found again only by what made it."""

import sys
from pathlib import Path

from protocolau.runtime.digests import digest_of_libraries


def test_another_python_or_another_version_of_a_library_finds_nothing_that_was_kept(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    found = {digest_of_libraries()}
    installed = tmp_path / "a_library-1.0.dist-info"
    installed.mkdir()
    found.add(digest_of_libraries())
    installed.rename(tmp_path / "a_library-1.1.dist-info")
    found.add(digest_of_libraries())
    monkeypatch.setattr(sys, "version", f"{sys.version}, and not the same")
    found.add(digest_of_libraries())
    assert len(found) == 4
    assert digest_of_libraries() in found, "it is the same as long as they are"
