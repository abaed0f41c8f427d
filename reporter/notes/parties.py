"""Organisations and countries by the part they play, one line a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from reporter.model.briefing import CountryLine, OrganisationLine, References, RoleLine
from reporter.model.facts import RoleKind
from reporter.notes.views import Listing, PartyView, RoleView

_ROLES: tuple[RoleKind, ...] = tuple(role for role in get_args(RoleKind) if role not in ("speaker", "contact"))
"""Roles of organisations and countries, in the order of the note; who speaks or is to be called has an own section."""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or a country in one role."""

    role: str
    line: OrganisationLine | CountryLine
    references: References


def parties(lines: Sequence[OrganisationLine | CountryLine]) -> tuple[Party, ...]:
    """Organisations or countries by role, those without one last."""
    with_role = [
        Party(role, line, references)
        for role in _ROLES
        for line in lines
        if (references := _references(line.roles, role))
    ]
    without = [line for line in lines if not any(one.role in _ROLES for one in line.roles)]
    return (*with_role, *(Party("named", line, line.references) for line in without))


def by_role(listing: Listing[PartyView], joint: str) -> Listing[RoleView]:
    """One line a role; those whom the same words name share their references."""
    return Listing(
        shown=_roles(listing.shown, joint),
        annexed=_roles(listing.annexed, joint),
        annex=listing.annex,
        left=listing.left,
        more=listing.more,
    )


def _roles(views: Sequence[PartyView], joint: str) -> tuple[RoleView, ...]:
    found: dict[str, dict[tuple[str, ...], list[PartyView]]] = {}
    for view in views:
        places = tuple(item.text for item in view.references.items)
        found.setdefault(view.role, {}).setdefault(places, []).append(view)
    return tuple(
        RoleView(role=role, parties=tuple(_together(alike, joint) for alike in groups.values()))
        for role, groups in found.items()
    )


def _together(alike: Sequence[PartyView], joint: str) -> PartyView:
    """Parties with the same places as one; each place has the words of all."""
    items = tuple(
        replace(items[0], spans=" ".join(dict.fromkeys(" ".join(item.spans for item in items).split())))
        for items in zip(*(view.references.items for view in alike), strict=True)
    )
    names = joint.join(view.name for view in alike)
    return replace(alike[0], name=names, references=replace(alike[0].references, items=items))


def _references(roles: Sequence[RoleLine], wanted: RoleKind) -> References:
    return tuple(reference for line in roles if line.role == wanted for reference in line.references)
