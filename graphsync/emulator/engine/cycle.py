"""One cycle of one job, page by page: what it reads, what it writes, and how it ends."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graphsync.emulator.engine.outcome import Outcome
from graphsync.mapping.schema import ObjectPlan

Item = tuple[ObjectPlan, str]


@dataclass(slots=True)
class Cycle:
    """A running cycle: the objects that it looks at, and how far it is.

    `due` is when the next page is finished, `page_end` the place in `items` behind that page.
    """

    id: str
    kind: Literal["initial", "incremental"]
    began: float
    due: float
    items: Sequence[Item]
    watermark: int
    at: int = 0
    page_end: int = 0
    imported: int = 0
    deltas: int = 0
    entitled: int = 0
    exported: int = 0
    failed: int = 0
    unresolved: list[Item] = field(default_factory=list[Item])
    removals: list[Item] = field(default_factory=list[Item])
    reference_failures: int = 0

    @property
    def is_done(self) -> bool:
        """Whether every object was looked at."""
        return self.at >= len(self.items)

    def pages(self, size: int) -> tuple[int, int]:
        """Return how many pages are done, and how many there are."""
        return -(-self.at // size), max(1, -(-len(self.items) // size))

    def copy(self) -> "Cycle":
        """Return a cycle that goes on from here without changing this one."""
        return replace(self, unresolved=list(self.unresolved), removals=list(self.removals))

    def count(self, outcome: Outcome) -> None:
        """Add an outcome to the counts."""
        self.imported += 1
        self.deltas += self.kind == "incremental"
        self.entitled += outcome.entitled
        self.exported += outcome.exported
        self.failed += outcome.status == "failure"
