from __future__ import annotations

import pytest

import reporter
from reporter.model.facts import Phrase
from tests.cases import Case, load

NEWS = (
    "The closed season for herring will start a week earlier from next year, because the water gets warm sooner. "
    "Fishers had asked for it at their meeting in March, after two bad years."
)


def line(name: str, phrase: Phrase | None) -> list[str]:
    return [f"{name}: {phrase.text}"] if phrase else []


@pytest.mark.parametrize("case", load("heading"), ids=str)
def test_case(case: Case) -> None:
    release = reporter.parse_text(case.text.replace("…", NEWS))
    facts = release.facts
    found = [
        *line("title", facts.title),
        *line("subtitle", facts.subtitle),
        *line("kind", facts.kind),
        *line("issuer", facts.issuer),
    ]
    assert sorted(found) == sorted(case.expected)
    for phrase in (facts.title, facts.subtitle, facts.kind, facts.issuer):
        assert phrase is None or phrase.text == " ".join(phrase.span.of(release.text).split())
