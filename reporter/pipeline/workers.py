"""Work on all cores where it pays: in order, with memory that does not grow with the number of items."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# Sources a worker takes at a time: enough to hide the cost of sending, few enough to keep both cores busy to the end.
_CHUNK = 16
# Below so many sources a second process costs more (about 60 ms to start) than it saves (4 ms a release).
_WORTH_WORKERS = 48
# Chunks under way for each worker: what bounds the memory.
_AHEAD = 3


def each(work: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
    """The result of `work` for every item, in the order of the items.

    `work` must be importable by its name (a function of a module, or a partial of one).
    """
    remaining = iter(items)
    first = list(islice(remaining, _WORTH_WORKERS))
    workers = _cores()
    if workers < 2 or len(first) < _WORTH_WORKERS:  # noqa: PLR2004  (one core)
        yield from map(work, first)
        yield from map(work, remaining)
        return
    yield from _on(workers, work, _chunks(first, remaining))


def _on(workers: int, work: Callable[[_Item], _Result], chunks: Iterator[list[_Item]]) -> Iterator[_Result]:
    """The results of all chunks, in order, with a bounded number of chunks under way."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (slow to import, and few calls need it)
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415  (likewise)

    # Fork where there is one: the word lists are loaded already.
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(workers, mp_context=get_context(method)) as pool:
        under_way: deque[Future[list[_Result]]] = deque()
        try:
            for chunk in chunks:
                under_way.append(pool.submit(partial(_work_on, work), chunk))
                if len(under_way) >= _AHEAD * workers:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _work_on(work: Callable[[_Item], _Result], chunk: list[_Item]) -> list[_Result]:
    return [work(item) for item in chunk]


def _chunks(first: list[_Item], remaining: Iterator[_Item]) -> Iterator[list[_Item]]:
    for start in range(0, len(first), _CHUNK):
        yield first[start : start + _CHUNK]
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
