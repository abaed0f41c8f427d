from __future__ import annotations

from datetime import date

import pytest

from reporter.readers import dates


@pytest.mark.parametrize(
    "value", ["2022-05-09", "20220509", "2022/05/09T10:00", " Mon, 09 May 2022 10:00:00 +0200", "9 May 2022 10:00"]
)
def test_dates(value: str) -> None:
    assert dates.day(value) == date(2022, 5, 9)


@pytest.mark.parametrize(
    "value", [None, "", "yesterday", "2022-13-45", "2022-0509", "x" * 500, "Mon, 99 May 2022 10:00:00", "0000-01-01"]
)
def test_what_is_no_date(value: str | None) -> None:
    assert dates.day(value) is None
