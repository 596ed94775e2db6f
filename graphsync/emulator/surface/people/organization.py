"""The organization: the tenant as Graph describes it."""

from graphsync.emulator.document import Document
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce
from graphsync.emulator.protocol.errors import no_object
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation

_CREATED = "2020-01-01T00:00:00Z"


def _organization(call: Call) -> Document:
    profile = call.state.tenant.profile
    return {
        "id": profile["id"],
        "deletedDateTime": None,
        "countryLetterCode": "US",
        "createdDateTime": _CREATED,
        "displayName": profile["displayName"],
        "onPremisesSyncEnabled": None,
        "tenantType": "AAD",
        "verifiedDomains": [
            {
                "capabilities": "Email, OfficeCommunicationsOnline",
                "isDefault": True,
                "isInitial": True,
                "name": profile["defaultDomain"],
                "type": "Managed",
            }
        ],
    }


def _list(call: Call) -> Reply:
    return collection(call, call.context("organization"), [_organization(call)])


def _get(call: Call) -> Reply:
    found = _organization(call)
    if call.names["organization"].lower() != str(found["id"]).lower():
        raise no_object(call.names["organization"][:200])
    return Reply(
        200, {"@odata.context": call.context("organization/$entity"), **reduce(found, call.query)}
    )


OPERATIONS = (
    Operation("GET", "organization", _list, permission.READ_ORGANIZATION),
    Operation("GET", "organization/{organization}", _get, permission.READ_ORGANIZATION),
)
