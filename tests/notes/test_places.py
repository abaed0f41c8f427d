from __future__ import annotations

from reporter import locales
from reporter.model.blocks import Block
from reporter.model.briefing import Briefing, Entry, Reference
from reporter.model.spans import Span
from reporter.notes.places import Places, anchors, numbers
from reporter.notes.wording import Wording
from tests import samples

NEW = "OSCE 2015-08-19"
OLD = "OSCE 2013-07-03"


def places(briefing: Briefing) -> Places:
    return Places(briefing, Wording(locales.load("en")))


def test_paragraphs_are_counted_and_other_parts_named() -> None:
    briefing = samples.briefing()
    at = samples.Pointer(briefing.entries)
    found = places(briefing)

    assert found.of(at(NEW, "Twenty government")).short == "¶2"
    assert found.of(at(NEW, "Twenty government")).full == f"paragraph 2 of {NEW}"
    assert found.of(at(NEW, "18 August 2015")).short == "caption"
    assert found.of(at(OLD, "OiT@osce.org")).full == f"contact of {OLD}"


def test_only_blocks_of_the_story_count() -> None:
    kinds = ("title", "body", "heading", "list", "quote", "boilerplate")
    blocks = [Block(kind=kind, span=Span(at, at + 1), rule="test") for at, kind in enumerate(kinds)]  # type: ignore[arg-type]

    assert numbers(blocks) == (None, 1, None, 2, 3, None)


def test_places_of_one_release_stand_together_and_once() -> None:
    briefing = samples.briefing()
    at = samples.Pointer(briefing.entries)
    references = (
        at(NEW, "Experts from Romania"),
        at(OLD, "some 50 practitioners"),
        at(NEW, "Twenty government"),
        at(NEW, "Afghanistan, Iran, Kazakhstan, Kyrgyzstan"),
    )

    view = places(briefing).view(references)

    assert [(item.joint, item.text) for item in view.items] == [
        ("", f"{OLD} ¶2"),
        ("", f"{NEW} ¶2"),
        (", ", "¶4"),
    ]
    assert len(view.items[1].spans.split()) == 2
    assert view.more == ""


def test_past_the_limit_references_are_counted() -> None:
    briefing = samples.many(8)
    references = tuple(line.references[0] for line in briefing.chronology)

    assert places(briefing).view(references, 3).more == "and 5 more"
    assert len(places(briefing).view(references, 7).items) == 8


def test_a_place_without_a_block_is_the_release_itself() -> None:
    entry = samples.entries()[0]
    bare = Entry(
        key=OLD, release=type(entry.release)(document=entry.release.document, blocks=(), facts=entry.release.facts)
    )
    found = places(Briefing(title=None, date=None, entries=(bare,)))

    assert found.of(Reference(release=OLD, span=Span(0, 5))).full == OLD
    assert found.view((Reference(release=OLD, span=Span(0, 5)),)).items[0].text == OLD
    assert found.view((Reference(release="unknown", span=Span(0, 5)),)).items == ()


def test_anchors_are_plain_and_differ() -> None:
    assert anchors(["ÖVP 2015-01-02", "OVP 2015-01-02", "МИД"]) == {
        "ÖVP 2015-01-02": "source-ovp-2015-01-02",
        "OVP 2015-01-02": "source-ovp-2015-01-02-x",
        "МИД": "source-x",
    }
