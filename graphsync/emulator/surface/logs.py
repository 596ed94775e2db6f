"""Provisioning logs, and the directory audits of changes to provisioning."""

from collections.abc import Sequence
from typing import overload

from graphsync.emulator.document import Document, objects
from graphsync.emulator.engine.audit import audit
from graphsync.emulator.engine.log import beta, summary
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.state import State
from graphsync.emulator.tenant.schemas import job_schema

_DAY = 86_400.0
_STATUS = "provisioningStatusInfo/status"
_FILTERED = frozenset(
    {
        "activityDateTime",
        "changeId",
        "cycleId",
        "durationInMilliseconds",
        "id",
        "initiatedBy/displayName",
        "jobId",
        "provisioningAction",
        _STATUS,
        "servicePrincipal/displayName",
        "servicePrincipal/id",
        "sourceIdentity/displayName",
        "sourceIdentity/id",
        "sourceIdentity/identityType",
        "sourceSystem/displayName",
        "sourceSystem/id",
        "targetIdentity/displayName",
        "targetIdentity/id",
        "targetIdentity/identityType",
        "targetSystem/displayName",
        "targetSystem/id",
        "tenantId",
    }
)
_SHOWN = frozenset({"modifiedProperties", "provisioningSteps"})
# Of all values only the status is compared without regard to case.
_RECORD = EntityType(
    "microsoft.graph.provisioningObjectSummary",
    _FILTERED,
    _SHOWN,
    # Scripts that were written for beta use its name of the status in v1.0 too.
    aliases={"statusinfo/status": _STATUS, "serviceprincipal/name": "servicePrincipal/displayName"},
    any_case=frozenset({_STATUS}),
)
_RECORD_OF_BETA = EntityType(
    _RECORD.name,
    _FILTERED | {"action", "statusInfo/status"},
    _SHOWN,
    aliases={"serviceprincipal/name": "servicePrincipal/displayName"},
    any_case=frozenset({_STATUS, "statusInfo/status"}),
)
_AUDIT = EntityType(
    "microsoft.graph.directoryAudit",
    frozenset(
        {
            "activityDateTime",
            "activityDisplayName",
            "category",
            "correlationId",
            "id",
            "initiatedBy",
            "loggedByService",
            "operationType",
            "result",
            "targetResources",
        }
    ),
    frozenset({"additionalDetails", "resultReason"}),
    nested=True,
)


class Records(Sequence[Document]):
    """The log's records, newest first, each turned into what Graph serves when it is asked for."""

    def __init__(
        self, state: State, principal_id: str | None = None, *, is_beta: bool = False
    ) -> None:
        shown_until = state.clock.now() - state.switches.log_delay
        oldest = state.clock.now() - state.switches.log_days * _DAY
        self._is_beta = is_beta
        self._tenant = state.tenant
        self._systems: dict[tuple[str, str], Document] = {}
        self._kept = [
            kept
            for kept in reversed(state.tenant.table("log").values())
            if oldest <= kept["at"] <= shown_until
            and (principal_id is None or kept["principal"] == principal_id)
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
        principal = self._tenant.principal(kept["principal"])
        key = (kept["principal"], kept["job"])
        if key not in self._systems:
            self._systems[key] = self._describe(principal, kept["job"])
        found = summary(kept, self._systems[key], principal, self._tenant.id)
        return beta(found) if self._is_beta else found

    def _describe(self, principal: Document, job_id: str) -> Document:
        schema = job_schema(self._tenant, principal, job_id, job_id.partition(".")[0])
        names = {
            str(item.get("name")): str(item.get("id"))
            for item in objects(schema.get("directories"))
        }
        rule = next(iter(objects(schema.get("synchronizationRules"))), Document())
        source, target = (
            str(rule.get(name) or "") for name in ("sourceDirectoryName", "targetDirectoryName")
        )
        return {
            "id": job_id,
            "source": (names.get(source, ""), source),
            "target": (names.get(target, ""), target),
        }


def _list(call: Call) -> Reply:
    records = Records(call.state, is_beta=call.is_beta)
    entity = _RECORD_OF_BETA if call.is_beta else _RECORD
    return collection(
        call, call.context("auditLogs/provisioning"), records, ignore_case=False, entity=entity
    )


def _audits(call: Call) -> Reply:
    tenant, oldest = call.state.tenant, call.state.clock.now() - call.state.switches.log_days * _DAY
    found = [
        audit(kept, tenant.principal(kept["principal"]))
        for kept in reversed(tenant.table("audit").values())
        if kept["at"] >= oldest and kept["principal"] in tenant.principals
    ]
    return collection(
        call, call.context("auditLogs/directoryAudits"), found, ignore_case=False, entity=_AUDIT
    )


OPERATIONS = (
    Operation("GET", "auditLogs/provisioning", _list, permission.READ_LOGS),
    Operation("GET", "auditLogs/directoryAudits", _audits, permission.READ_LOGS),
)
