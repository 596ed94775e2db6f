"""Provisioning logs."""

from collections.abc import Sequence
from typing import overload

from graphsync.emulator.document import Document, objects
from graphsync.emulator.engine.log import summary
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.state import State
from graphsync.emulator.tenant.schemas import job_schema


class Records(Sequence[Document]):
    """The log's records, newest first, each turned into what Graph serves when it is asked for."""

    def __init__(self, state: State, principal_id: str | None = None) -> None:
        shown_until = state.clock.now() - state.switches.log_delay
        self._tenant = state.tenant
        self._systems: dict[tuple[str, str], Document] = {}
        self._kept = [
            kept
            for kept in reversed(state.tenant.table("log").values())
            if kept["at"] <= shown_until and (principal_id is None or kept["principal"] == principal_id)
        ]

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, place: int) -> Document: ...
    @overload
    def __getitem__(self, place: slice) -> list[Document]: ...
    def __getitem__(self, place: int | slice) -> Document | list[Document]:
        """Return one record, or a page of them."""
        if isinstance(place, slice):
            return [self._summary(kept) for kept in self._kept[place]]
        return self._summary(self._kept[place])

    def _summary(self, kept: Document) -> Document:
        principal = self._tenant.principals[kept["principal"]]
        key = (kept["principal"], kept["job"])
        if key not in self._systems:
            self._systems[key] = self._describe(principal, kept["job"])
        return summary(kept, self._systems[key], principal, self._tenant.id)

    def _describe(self, principal: Document, job_id: str) -> Document:
        schema = job_schema(self._tenant, principal, job_id, job_id.partition(".")[0])
        names = {str(item.get("name")): str(item.get("id")) for item in objects(schema.get("directories"))}
        rule = next(iter(objects(schema.get("synchronizationRules"))), Document())
        source, target = (str(rule.get(name) or "") for name in ("sourceDirectoryName", "targetDirectoryName"))
        return {"id": job_id, "source": (names.get(source, ""), source), "target": (names.get(target, ""), target)}


def _list(call: Call) -> Reply:
    _accept_status_in_any_case(call)
    return collection(call, call.context("auditLogs/provisioning"), Records(call.state), ignore_case=False)


def _accept_status_in_any_case(call: Call) -> None:
    # Of all values only the status is compared without regard to case.
    text = call.query.get("$filter", "")
    for status in ("success", "failure", "skipped", "warning"):
        for written in {status.capitalize(), status.upper()}:
            text = text.replace(f"'{written}'", f"'{status}'")
    if text:
        call.query["$filter"] = text.replace("statusInfo/status", "provisioningStatusInfo/status").replace(
            "provisioningprovisioning", "provisioning"
        )


OPERATIONS = (Operation("GET", "auditLogs/provisioning", _list, permission.READ_LOGS),)
