from __future__ import annotations

import json
from pathlib import Path

import reporter
from reporter import merge
from reporter.pipeline import schemas

SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_real_briefing_keeps_its_promise() -> None:
    releases = [reporter.parse_text(path.read_text(encoding="utf-8"), name=path.name) for path in SEEDS.glob("*.txt")]
    briefing = merge.merge(releases)
    schemas.SCHEMAS["briefing"].validate_json(json.dumps(briefing.to_dict()), strict=True)
    for release in releases:
        schemas.SCHEMAS["release"].validate_json(json.dumps(release.to_dict()), strict=True)
