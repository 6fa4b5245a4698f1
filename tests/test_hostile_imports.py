"""Whatever befalls a document: it is read, with no word lost and no fault found, or refused in a line."""

from pathlib import Path

import pytest

from tests.hostile.imports import hostile_documents, judge_import

DOCUMENTS = list(hostile_documents(200))


@pytest.mark.parametrize("place", range(len(DOCUMENTS)))
def test_any_document_is_read_or_refused(place: int, tmp_path: Path):
    assert judge_import(*DOCUMENTS[place], tmp_path / "import") in ("read", "refused")
