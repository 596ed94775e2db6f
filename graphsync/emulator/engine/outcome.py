"""What happened to one object, whoever asked: a cycle, or a provision-on-demand call."""

from dataclasses import dataclass, field
from typing import Literal

from graphsync.mapping.flowing import References

Action = Literal["create", "update", "disable", "delete", "other", "stagedDelete"]
Status = Literal["success", "failure", "skipped", "warning"]
Change = tuple[str, object, object]


@dataclass(slots=True)
class Outcome:
    """The result for one object.

    `references` names the source objects that its references found accounts for, and those that
    they still wait for. `closed` says that the target answers nobody, so that the cycle has to end.
    """

    kind: str
    source_id: str
    source_name: str
    source_type: str
    target_type: str
    action: Action = "other"
    status: Status = "success"
    target_id: str = ""
    reportable: str = ""
    code: str = ""
    reason: str = ""
    retry_after: float | None = None
    imported: Literal["Add", "Update"] = "Add"
    scoping: dict[str, str] = field(default_factory=dict[str, str])
    changes: list[Change] = field(default_factory=list[Change])
    references: References = field(default_factory=References)
    entitled: bool = False
    linked: bool = False
    closed: bool = False

    @property
    def removes(self) -> bool:
        """Whether it counts towards the deletion threshold."""
        return self.action in {"disable", "delete"}

    @property
    def exported(self) -> bool:
        """Whether something was written to the target."""
        return self.status == "success" and self.action not in {"other", "stagedDelete"}
