"""A plan: what would be done, in which order, and what that means for people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from graphsync._core.config.blast_radius import BlastRadius
from graphsync._core.config.diagram import diagram, inline, markdown
from graphsync._core.json_values import as_list
from graphsync_client.types import Json


class Subject(StrEnum):
    """What a step is about, in the order in which steps are safe to stop between."""

    APPLICATION = "application"
    SECRETS = "secrets"
    JOB = "job"
    SCHEMA = "schema"
    ASSIGNMENT = "assignment"
    STATE = "state"


class Action(StrEnum):
    """What a step does."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


_SIGNS = {Action.ADD: "+", Action.CHANGE: "~", Action.REMOVE: "-"}


@frozen(kw_only=True)
class Difference:
    """One thing that changes within a step."""

    place: str
    action: Action
    before: Json = None
    after: Json = None

    def __str__(self) -> str:
        if self.action is Action.ADD:
            return f"+ {self.place}: {_shown(self.after)}"
        if self.action is Action.REMOVE:
            return f"- {self.place}: {_shown(self.before)}"
        return f"~ {self.place}: {_shown(self.before)} -> {_shown(self.after)}"


@frozen(kw_only=True)
class Step:
    """One thing to do: a request, or two where the service wants a look first."""

    subject: Subject
    action: Action
    name: str
    differences: tuple[Difference, ...] = ()
    consequences: tuple[str, ...] = ()
    """What the service does because of it, a sentence each."""
    ids: tuple[str, ...] = field(default=(), repr=False)
    """What an assignment is made or ended by: who and the role, or the id of the assignment."""

    def __str__(self) -> str:
        return f"{_SIGNS[self.action]} {self.subject} {self.name}"


@frozen(kw_only=True)
class Plan:
    """The steps from what is there to what a configuration says; no secret is in it."""

    steps: tuple[Step, ...]
    fingerprint: str = field(repr=False)
    """Of the state that the plan was made for."""
    requests: int
    """How many requests were sent to make it."""
    blast_radius: BlastRadius | None = None
    """What becomes of people's accounts; None where no people were given."""
    schemas: tuple[Mapping[str, Json], Mapping[str, Json]] | None = field(default=None, repr=False)
    """The job's schema before and after; None where there is not a job or a template yet."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.steps

    @property
    def exit_code(self) -> int:
        """0 where there is nothing to do, else 2, as commands report a difference."""
        return 0 if self.is_empty else 2

    def to_text(self) -> str:
        """Return the plan for a terminal or a log."""
        if self.is_empty:
            return f"Nothing to do. ({self.requests} requests)\n"
        lines: list[str] = []
        for step in self.steps:
            lines.append(str(step))
            lines += [f"    {one}" for one in step.differences]
            lines += [f"    ! {one}" for one in step.consequences]
        if self.blast_radius is not None:
            lines += ["", *self.blast_radius.lines()]
        counts = ", ".join(f"{number} to {action}" for action, number in self._counts())
        lines += ["", f"Plan: {counts}. ({self.requests} requests)"]
        return "\n".join(lines) + "\n"

    def to_markdown(self, title: str = "Plan") -> str:
        """Return the plan for a pull request: the steps, and a table of the mappings that change.

        Args:
            title: The heading.

        """
        # A fence of tildes, longer than any in the text, which may hold names of others.
        text = self.to_text()
        longest = max((len(run) for run in re.findall("~+", text)), default=0)
        fence = "~" * max(3, longest + 1)
        steps = f"{fence}text\n{text}{fence}\n"
        if self.schemas is None or not self._changes_schema:
            return f"## {inline(title)}\n\n{steps}"
        before, after = self.schemas
        tables = markdown(after, before, title=title)
        heading, _, rest = tables.partition("\n\n")
        return f"{heading}\n\n{steps}\n{rest}"

    def to_html(self, title: str = "Plan") -> str:
        """Return a page with the steps and a picture of the mappings, changes marked.

        It loads nothing and runs no script.

        Args:
            title: The heading.

        """
        if self.schemas is None:
            return diagram({}, title=title, notes=self.to_text())
        before, after = self.schemas
        return diagram(after, before, title=title, notes=self.to_text())

    @property
    def _changes_schema(self) -> bool:
        return any(step.subject is Subject.SCHEMA for step in self.steps)

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return the plan as JSON."""
        return {
            "steps": [
                {
                    "subject": str(step.subject),
                    "action": str(step.action),
                    "name": step.name,
                    "differences": [
                        {
                            "place": one.place,
                            "action": str(one.action),
                            "before": one.before,
                            "after": one.after,
                        }
                        for one in step.differences
                    ],
                    "consequences": [*step.consequences],
                }
                for step in self.steps
            ],
            "fingerprint": self.fingerprint,
            "requests": self.requests,
            "blast_radius": None if self.blast_radius is None else self.blast_radius.to_dict(),
        }

    def _counts(self) -> Iterable[tuple[Action, int]]:
        for action in Action:
            number = sum(step.action is action for step in self.steps)
            if number:
                yield action, number


def _shown(value: Json) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return "; ".join(map(_shown, as_list(value))) or "none"
    return str(value)
