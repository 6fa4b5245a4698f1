"""The day for which a site is built: today, or the one that is given, so that a build can be repeated."""

from datetime import date

import pytest
from mkdocs.exceptions import PluginError

from protocolau.host.site_settings import today

SAID = {
    "en": "SOURCE_DATE_EPOCH is '{epoch}', which is no time; write the seconds since 1970, or take it out",
    "cy": "nid amser yw SOURCE_DATE_EPOCH, '{epoch}'; ysgrifennwch yr eiliadau ers 1970, neu tynnwch ef allan",
}


def test_it_is_the_one_that_is_given():
    assert today({"SOURCE_DATE_EPOCH": "1764201600"}) == date(2025, 11, 27)


@pytest.mark.parametrize("epoch", ["", "abc", "1e9", "2026-11-27", "9" * 17, "9" * 30])
@pytest.mark.parametrize("language", SAID)
def test_what_is_no_time_is_told_in_a_line(epoch: str, language: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PROTOCOLAU_LANGUAGE", language)
    with pytest.raises(PluginError) as refused:
        today({"SOURCE_DATE_EPOCH": epoch})
    assert str(refused.value) == SAID[language].format(epoch=epoch)
