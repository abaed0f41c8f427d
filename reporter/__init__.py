"""Press releases in, a briefing note out that its reader can defend."""

from __future__ import annotations

from reporter.model.briefing import Briefing
from reporter.model.facts import Release
from reporter.pipeline import parse_text

__all__ = ["Briefing", "Release", "__version__", "parse_text"]

__version__ = "0.1.0"
