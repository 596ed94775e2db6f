"""The account that the mappings would make of one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, field, frozen

from graphsync._core.state.members import nearest_name
from graphsync._core.tasks.mapped_values import Computed, Kind, MappedValue


@frozen(kw_only=True)
class Compared:
    """What the service computes for an expression, beside what was computed here."""

    target: str
    source: str
    here: Any = None  # Any: JSON
    there: Any = None  # Any: JSON
    problem: str = ""
    """Why the service gave no value, or why it was not asked."""

    @property
    def differs(self) -> bool:
        """Whether the service gave another value; False where it gave none."""
        return not self.problem and self.here != self.there

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return the comparison as JSON."""
        return {
            "target": self.target,
            "source": self.source,
            "here": self.here,
            "there": self.there,
            "problem": self.problem or None,
            "differs": self.differs,
        }


@frozen(kw_only=True)
class Preview:
    """The account that the mappings would make of one person, attribute by attribute.

    It says what the mappings give, whether or not the person is in scope; `job.explain` says that.
    Values of random functions differ each time, and a `SelectUniqueValue` shows its first choice.
    """

    user: str
    user_id: str
    target_object: str
    """The kind of object in the target, as the schema names it."""
    values: tuple[MappedValue, ...] = field(repr=False)
    account: str | None = None
    """The id of the account in the target, where one is linked to the user."""
    compared: tuple[Compared, ...] = field(default=(), repr=False)
    """Where it was asked for: the values that the service computes."""
    requests: int = field(default=0, repr=False)
    """How many requests the preview took."""

    @property
    def on_create(self) -> dict[str, Any]:  # Any: JSON
        """The attributes of an account that is created."""
        return _sent((one.target, one.on_create) for one in self.values)

    @property
    def on_update(self) -> dict[str, Any]:  # Any: JSON
        """What an update sets an account's attributes to; None clears one.

        Only what the account has otherwise is sent, and a mapping that only adds is sent only where
        the account has no value.
        """
        return _sent((one.target, one.on_update) for one in self.values)

    @property
    def problems(self) -> tuple[str, ...]:
        """The mappings that cannot be computed, with the reason, a line each."""
        kinds = {Kind.ERROR, Kind.OBJECT_IGNORED, Kind.UNKNOWN}
        return tuple(
            f"{one.target}: {one.on_create.problem or one.on_create.kind}"
            for one in self.values
            if one.on_create.kind in kinds
        )

    @property
    def differences(self) -> tuple[Compared, ...]:
        """The values that the service computes otherwise."""
        return tuple(one for one in self.compared if one.differs)

    def __getitem__(self, target: str) -> MappedValue:
        for one in self.values:
            if one.target == target:
                return one
        names = [one.target for one in self.values]
        nearest = nearest_name(target, names)
        hint = f"did you mean {nearest!r}?" if nearest else f"there are {', '.join(names)}"
        raise KeyError(f"there is no mapping of {target!r}; {hint}")

    def with_compared(self, compared: Iterable[Compared], requests: int) -> Preview:
        """Return the preview with what the service computes."""
        return evolve(self, compared=tuple(compared), requests=requests)

    def to_dict(self) -> dict[str, Any]:  # Any: JSON
        """Return all of it as JSON."""
        return {
            "user": self.user,
            "userId": self.user_id,
            "targetObject": self.target_object,
            "account": self.account,
            "onCreate": self.on_create,
            "onUpdate": self.on_update,
            "problems": [*self.problems],
            "requests": self.requests,
            "attributes": [one.to_dict() for one in self.values],
            "compared": [one.to_dict() for one in self.compared],
        }

    def __str__(self) -> str:
        what = f"account {self.account}" if self.account else "a new account"
        lines = [f"{self.user} as {what} ({self.target_object})"]
        for one in self.values:
            found = one.on_update if self.account else one.on_create
            lines.append(f"  {one.target} = {found.shown}  from {one.source or 'the default'}")
        lines += [f"  {one.target}: the service computes {one.there!r}" for one in self.differences]
        return "\n".join(lines)


def _sent(found: Iterable[tuple[str, Computed]]) -> dict[str, Any]:  # Any: JSON
    return {target: one.value for target, one in found if one.kind in {Kind.VALUE, Kind.CLEARED}}
