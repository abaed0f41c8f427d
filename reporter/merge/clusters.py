"""Puts together what is the same, and leaves apart what could be two things."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def cluster(
    items: Sequence[T],
    keys: Callable[[T], Iterable[Hashable]],
    same: Callable[[T, T], bool],
    most: int | None = None,
) -> list[list[T]]:
    """Groups in which every item is the same as every other.

    An item that is like two others that differ from one another ("Maria Lopez" beside "Maria Garcia Lopez" and "Maria
    Perez Lopez") could be either, so it stays by itself. Groups and their items keep the order of `items`.

    Args:
        items: What to group.
        keys: What two items must share one of to be compared at all: comparing everything with everything is slow.
        same: Whether two items are the same, whichever is given first.
        most: A key that more items than these have tells nothing; without it every key counts.
    """
    near = _neighbours(items, keys, same, most or len(items))
    groups: list[list[int]] = []
    waiting = _components(set(range(len(items))), near)
    while waiting:
        members = waiting.pop()
        loosest = min(len(near[member] & members) for member in members)
        if loosest == len(members) - 1:
            groups.append(sorted(members))
            continue
        loose = {member for member in members if len(near[member] & members) == loosest}
        groups += [[member] for member in sorted(loose)]
        waiting += _components(members - loose, near)
    return [[items[place] for place in group] for group in sorted(groups)]


def _neighbours(
    items: Sequence[T], keys: Callable[[T], Iterable[Hashable]], same: Callable[[T, T], bool], most: int
) -> list[set[int]]:
    holders: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        for key in set(keys(item)):
            holders.setdefault(key, []).append(place)
    near: list[set[int]] = [set() for _ in items]
    tried: set[tuple[int, int]] = set()
    for places in (found for found in holders.values() if len(found) <= most):
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                if (one, other) in tried:
                    continue
                tried.add((one, other))
                if same(items[one], items[other]):
                    near[one].add(other)
                    near[other].add(one)
    return near


def _components(members: set[int], near: list[set[int]]) -> list[set[int]]:
    found: list[set[int]] = []
    left = set(members)
    while left:
        component = _component(next(iter(left)), near, left)
        found.append(component)
        left -= component
    return found


def _component(start: int, near: list[set[int]], within: set[int]) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        steps = (near[waiting.pop()] & within) - reached
        reached |= steps
        waiting += steps
    return reached
