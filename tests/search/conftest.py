"""What the tests of the search share."""

from functools import partial

import pytest

from tests.search.asking import typed_in_dialog


@pytest.fixture
def dialog(opened):
    """Opens the dialog on a page by its keys, and types."""
    return partial(typed_in_dialog, opened)
