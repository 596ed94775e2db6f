"""Secrets: read masked, replace, try out."""

import json

from graphsync.emulator.document import Document, is_array, is_object, objects
from graphsync.emulator.engine.credentials import check
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection
from graphsync.emulator.protocol.errors import GraphError, bad_parameter, empty_payload, wrapped
from graphsync.emulator.protocol.reply import Reply, no_content, text
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import job_record, settle
from graphsync.emulator.tenant.schemas import templates
from graphsync.emulator.tenant.secret_keys import KEYS
from graphsync.emulator.tenant.secrets import secrets, shown


def visible_secrets(call: Call) -> list[Document]:
    """Return the principal's secrets, masked, as far as replication has brought them here."""
    kept = call.state.tenant.table("secret").get(call.principal_id, {})
    name = "before" if kept.get("visibleAt", 0) > call.state.clock.now() else "value"
    return shown(objects(kept.get(name)))


def put_secrets(call: Call, given: object) -> None:
    """Store secrets the way the switch says: all of them replaced, or those that are named."""
    pairs = checked_pairs(given)
    state = call.state
    for pair in pairs:
        if pair["key"] == "SyncNotificationSettings" and not _is_json_object(pair["value"]):
            raise wrapped(400, "InvalidNotificationSettings")
    table = state.tenant.table("secret")
    record = table.get(call.principal_id, Document())
    settle(call, record)
    before = objects(record.get("value"))
    merging = state.switches.put_secrets == "merge"
    kept = {str(pair["key"]): pair["value"] for pair in [*(before if merging else []), *pairs]}
    table[call.principal_id] = {
        "value": [{"key": key, "value": value} for key, value in kept.items() if value != ""],
        "before": before,
        "visibleAt": state.clock.now() + state.switches.replication_delay,
        "changedAt": record["changedAt"],
    }


def checked_pairs(given: object) -> list[Document]:
    """Return key and value pairs.

    A 400 when they are none, or name a secret that does not exist.
    """
    if not is_array(given):
        raise empty_payload()
    for pair in given:
        if not is_object(pair) or not isinstance(pair.get("key"), str):
            raise bad_parameter("Every secret needs a key and a value.")
        if pair["key"] not in KEYS:
            raise bad_parameter(f"Requested value '{pair['key'][:100]}' was not found.")
        if not isinstance(pair.get("value"), str | None):
            raise bad_parameter(f"The value of '{pair['key']}' must be a string.")
    return [{"key": pair["key"], "value": pair.get("value") or ""} for pair in given]


def _is_json_object(value: str) -> bool:
    try:
        return is_object(json.loads(value))
    except (ValueError, RecursionError):
        return False


def _get(call: Call) -> Reply:
    return collection(
        call, call.below_owner("secrets"), visible_secrets(call), options={"$top", "$skip"}
    )


def _count(call: Call) -> Reply:
    return text(len(visible_secrets(call)))


def _put(call: Call) -> Reply:
    body = call.json()
    if "value" not in body:
        raise empty_payload()
    put_secrets(call, body["value"])
    call.state.lifecycle.settings_changed(call.principal_id, call.state.clock.now())
    return no_content()


def _validate(call: Call) -> Reply:
    # Every parameter may be null, and so may the body be missing.
    body = call.json() if call.body.strip() else {}
    given: object = body.get("templateId")
    if "job" in call.names:
        template_id = str(job_record(call)["document"]["templateId"])
    elif not isinstance(given, str) or given not in templates(call.state.tenant, call.owner):
        raise bad_parameter(f"'{str(given)[:100]}' is not a template of this service principal.")
    else:
        template_id = given
    # Scripts send the boolean as a string too.
    if str(body.get("useSavedCredentials")).lower() == "true":
        pairs = secrets(call.state.tenant, call.principal_id)
    else:
        pairs = {
            str(pair["key"]): str(pair["value"])
            for pair in checked_pairs(body.get("credentials") or [])
        }
    refusal = check(
        call.state.tenant, call.state.engine.workshop.reach, call.principal_id, template_id, pairs
    )
    if refusal:
        raise GraphError(call.state.switches.invalid_credentials_status, *refusal)
    return no_content()


def _acquire(call: Call) -> Reply:
    pairs = checked_pairs(call.json().get("credentials"))
    table = call.state.tenant.table("secret")
    kept = secrets(call.state.tenant, call.principal_id)
    kept |= {str(pair["key"]): str(pair["value"]) for pair in pairs if pair["value"]}
    kept["Oauth2AccessToken"] = call.state.engine.new_id()
    table[call.principal_id] = {
        "value": [{"key": key, "value": value} for key, value in kept.items()]
    }
    return no_content()


def _connectivity(call: Call) -> Reply:
    context = call.below_owner("connectivityParameters")
    return Reply(200, {"@odata.context": context, "value": visible_secrets(call)})


OPERATIONS = (
    Operation(
        "GET",
        "servicePrincipals/{servicePrincipals}/synchronization/connectivityParameters",
        _connectivity,
        permission.READ,
        beta=True,
    ),
    Operation("GET", "R/secrets", _get, permission.READ),
    Operation("PUT", "R/secrets", _put, permission.WRITE, writes=True),
    Operation("GET", "R/secrets/$count", _count, permission.READ),
    Operation("POST", "R/acquireAccessToken", _acquire, permission.WRITE, writes=True),
    Operation("POST", "R/jobs/validateCredentials", _validate, permission.WRITE, writes=True),
    Operation("POST", "R/jobs/{job}/validateCredentials", _validate, permission.WRITE, writes=True),
)
