"""Reports of account discovery, below `/beta` alone."""

from graphsync.emulator.document import Document, objects
from graphsync.emulator.engine.correlation import DURATION
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import no_object
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.times import iso

_REPORT = EntityType(
    "microsoft.graph.correlation",
    frozenset({"error", "error/code", "id"}),
    frozenset({"endDateTime", "servicePrincipal", "startDateTime"}),
)
_SIDES = ("sourceIdentity", "targetIdentity")
_PAIRS = ("anchor/name", "anchor/value", "matchingProperty/name", "matchingProperty/value")
_IDENTITY = EntityType(
    "microsoft.graph.correlatedIdentity",
    frozenset(
        {
            "error",
            "error/errorCode",
            "id",
            *_SIDES,
            "status",
            *(f"{side}/{pair}" for side in _SIDES for pair in _PAIRS),
        }
    ),
    frozenset({"correlatedDateTime"}),
)


def _is_over(call: Call, kept: Document) -> bool:
    return bool(call.state.clock.now() >= kept["began"] + DURATION)


def _report(call: Call, kept: Document) -> Document:
    """Return a report; before it is over it has neither an end nor an error."""
    over = _is_over(call, kept)
    return {
        "id": kept["id"],
        "startDateTime": iso(kept["began"]),
        "endDateTime": iso(kept["began"] + DURATION) if over else None,
        "error": kept["error"] if over else None,
        "servicePrincipal": {"id": kept["principal"]},
    }


def _list(call: Call) -> Reply:
    kept = call.state.tenant.table("correlation").values()
    items = [_report(call, item) for item in kept]
    return collection(call, call.context("reports/correlations"), items, entity=_REPORT)


def _kept(call: Call) -> Document:
    key = call.names["correlation"]
    found = call.state.tenant.table("correlation").get(key)
    if found is None:
        raise no_object(key[:200])
    return found


def _get(call: Call) -> Reply:
    found = _report(call, _kept(call))
    _REPORT.check_names(call.query.get("$select", "").split(","))
    return Reply(
        200,
        {
            "@odata.context": call.context("reports/correlations/$entity"),
            **reduce(found, call.query),
        },
    )


def _identities(call: Call) -> Reply:
    kept = _kept(call)
    items = objects(kept["identities"]) if _is_over(call, kept) else []
    place = f"reports/correlations('{kept['id']}')/identities"
    return collection(call, call.context(place), items, entity=_IDENTITY)


OPERATIONS = (
    Operation("GET", "reports/correlations", _list, permission.READ, beta=True),
    Operation("GET", "reports/correlations/{correlation}", _get, permission.READ, beta=True),
    Operation(
        "GET",
        "reports/correlations/{correlation}/identities",
        _identities,
        permission.READ,
        beta=True,
    ),
)
