"""The day of a date as metadata write it: ISO 8601, or that of e-mails and feeds."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz

# As in 2017-03-09T08:30:00+01:00, 20170309, 2017/03/09
_ISO = re.compile(r"\s*(\d{4})([-/]?)(\d{2})\2(\d{2})(?!\d)")
# No date is longer; nothing to spend time on.
_LONGEST = 200


def day(value: str | None) -> date | None:
    """The day in the sender's own time zone, or None where the value is no date."""
    if not value or len(value) > _LONGEST:
        return None
    if iso := _ISO.match(value):
        return _date(int(iso.group(1)), int(iso.group(3)), int(iso.group(4)))
    try:
        parts = parsedate_tz(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return _date(*parts[:3]) if parts else None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None
