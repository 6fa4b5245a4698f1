"""Texts written as YAML: whatever they say, every parser reads them as themselves."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolau.runtime import yaml_loader
from protocolau.runtime.yaml_scalars import quoted, scalar

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(TEXTS, st.sampled_from([None, "'", '"']))
def test_every_text_is_written_so_that_it_is_read_again(text, style):
    for written in (scalar(text, style), quoted(text)):
        assert "\n" not in written
        for loader in (yaml.SafeLoader, yaml_loader.SafeLoader):
            assert yaml.load(f"key: {written}  # remark", loader) == {"key": text}
    assert yaml.safe_load(f"{{{quoted(text)}: {quoted(text)}, b: 1}}") == {text: text, "b": 1}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Members may ask.", "Members may ask."),
        ("(a) Members", "(a) Members"),
        ("Members: all", '"Members: all"'),
        ("Members #1", '"Members #1"'),
        ('"Bias" means', "'\"Bias\" means'"),
        ("Dim byd – 'n ôl", "Dim byd – 'n ôl"),
        ("No", '"No"'),
        ("2016-04-27", '"2016-04-27"'),
    ],
)
def test_a_text_is_bare_where_nothing_in_it_could_mean_something_else(text, written):
    assert scalar(text) == written
