"""Releases made up by a seeded generator: the sample of the benchmarks, so that no text of anybody is needed.

    for text in sample.texts(1000): ...

Median about 350 words; each has a headline, a dateline, paragraphs with dates, names, bodies, countries, figures, quotations,
and a contact block, in varying shapes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

_PLACES = ["Vienna", "Nairobi", "Lima", "Tashkent", "Ottawa", "Suva", "Riga", "Amman", "Bishkek", "Tirana"]
_GIVEN = ["Anna", "Luis", "Mariam", "Tomas", "Aigul", "Peter", "Nadia", "Kofi", "Ingrid", "Omar", "Jelena", "Mei"]
_FAMILY = ["Castillo", "Okafor", "Lindqvist", "Petrov", "van der Meer", "Haddad", "O’Neill", "Sato", "Kowalska", "Diaz"]
_TITLES = ["Director", "Minister of Justice", "Head of Programme", "Deputy Mayor", "Chief Inspector", "President"]
_BODIES = [
    "Regional Centre for Water Law",
    "Ministry of Transport",
    "Federal Office of Statistics (FOS)",
    "European Union",
    "Northern Harbour Authority (NHA)",
    "Institute for Border Studies",
    "United Nations Development Programme (UNDP)",
]
_COUNTRIES = ["Estonia", "Ghana", "Uzbekistan", "Peru", "Norway", "Georgia", "Jordan", "Japan", "Kenya", "Moldova"]
_TOPICS = ["water sharing", "port security", "open data", "road safety", "judicial training", "pasture management"]
_EVENTS = ["workshop", "conference", "round table", "training course", "seminar", "ministerial meeting"]
_PLAIN = [
    "The {event} looked at how {topic} works in practice and where the law stands in its way.",
    "Participants from {country} and {country2} compared their experience of {topic} over the past {n} years.",
    "It was organised by the {body} with the support of the {body2}.",
    "Some {n} specialists took part, among them {n2} women, and more than EUR 1.{n2} million was pledged.",
    "A follow-up {event} is planned for {later} in {place2}.",
    "On {earlier}, the {body} published a report on {topic} in {country}.",
    "The programme began in {year} and has since trained over {n}00 officials from {country}, {country2} and beyond.",
    "Under the agreement, the {body} will open a new office in {place2} by the end of the year.",
]
_QUOTES = [
    "“We have waited a long time for this step on {topic}, and now we must make it count,” said {person}, {title} of the {body}.",
    "{person}, {title} at the {body}, said: “Nobody can solve {topic} alone. We have to share what we know.”",
    "“This is a good day for {country},” {surname} said. “It is also the beginning of a great deal of work.”",
]


def texts(count: int, seed: int = 7) -> Iterator[str]:
    """So many releases, the same ones for the same seed."""
    for number in range(count):
        yield text(random.Random(f"{seed}-{number}"))  # noqa: S311  (a sample, no secret)


def text(dice: random.Random) -> str:
    """One release."""
    day = date(2010, 1, 4) + timedelta(days=dice.randrange(5000))
    place, country, country2 = dice.choice(_PLACES), *dice.sample(_COUNTRIES, 2)
    body, body2 = dice.sample(_BODIES, 2)
    given, family = dice.choice(_GIVEN), dice.choice(_FAMILY)
    words = {
        "event": dice.choice(_EVENTS),
        "topic": dice.choice(_TOPICS),
        "country": country,
        "country2": country2,
        "body": body,
        "body2": body2,
        "place2": dice.choice(_PLACES),
        "person": f"{given} {family}",
        "surname": family,
        "title": dice.choice(_TITLES),
        "n": dice.randrange(12, 90),
        "n2": dice.randrange(2, 9),
        "year": day.year - dice.randrange(1, 6),
        "earlier": _day(day - timedelta(days=dice.randrange(5, 40))),
        "later": f"{day + timedelta(days=90):%B %Y}",
    }
    lead = (
        f"{place.upper()}, {_day(day)} – A two-day {words['event']} on {words['topic']} concluded today in {place} "
        f"with the support of the {body}."
    )
    paragraphs = [_paragraph(dice, words) for _ in range(dice.randrange(4, 10))]
    contact = (
        f"Contact\n\n{given} {family}\nPress Officer\n{body}\nTel: +43 1 514 36 {dice.randrange(6000, 6999)}\n"
        f"press{dice.randrange(9)}@example.org"
    )
    title = f"{body} and {country} move ahead on {words['topic']}"
    return "\n\n".join([title, lead, *paragraphs, contact]) + "\n"


def _paragraph(dice: random.Random, words: dict[str, object]) -> str:
    shapes = [dice.choice(_QUOTES)] if dice.random() < 0.35 else dice.sample(_PLAIN, dice.randrange(2, 5))  # noqa: PLR2004  (a mixture like that of news)
    return " ".join(shape.format(**words) for shape in shapes)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
