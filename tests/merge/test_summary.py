"""What a principal reads first: every sentence with the words it was taken from, and with no others."""

from __future__ import annotations

from reporter import brief, parse_text
from reporter.model.briefing import Briefing


def briefing(*texts: str) -> Briefing:
    return brief([parse_text(text, name=f"{number}.txt") for number, text in enumerate(texts)])


def visit(day: str, name: str) -> str:
    return (
        f"Visit of the Minister of Fisheries\n\nRIGA, {day} 2012 – Minister of Fisheries Karlis Ozols received the Minister "
        f"of Fisheries of Norway, {name}, on {day} for an official working visit to Riga.\n"
    )


def test_news_that_is_only_alike_is_no_second_source() -> None:
    made = briefing(visit("8 May", "Ingrid Aasen"), visit("5 June", "Olav Brekke"))

    for line in made.summary:
        releases = {reference.release for reference in line.references}
        assert len(releases) == 1, line


def test_what_two_issuers_say_in_the_same_words_has_two_sources() -> None:
    sentence = "A fleet of 40 cutters left the harbour of Ventspils for the herring grounds of the Gulf."
    made = briefing(
        f"Port of Ventspils\n\nPress release\n\nCutters leave\n\nVENTSPILS, 8 May 2012 – {sentence} The port is proud.\n",
        f"Fishers’ Union of Latvia\n\nPress release\n\nHerring season\n\nRIGA, 9 May 2012 – {sentence} Fuel is dear.\n",
    )

    (line,) = (line for line in made.summary if "40 cutters" in line.text)
    assert len({reference.release for reference in line.references}) == 2
