"""Provision on demand: one object, now, and every step of it in the answer."""

import json

from graphsync.emulator.document import Document, is_object, member, objects
from graphsync.emulator.engine.credentials import problem
from graphsync.emulator.engine.log import steps, word
from graphsync.emulator.engine.outcome import Outcome
from graphsync.emulator.engine.provisioner import Provisioner
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError, bad_parameter
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import job_record
from graphsync.emulator.tenant.schemas import job_schema
from graphsync.emulator.times import iso_long
from graphsync.mapping.schema import ObjectPlan

_STATUS_INFO = "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo"
_MOST_MEMBERS = 5
_ACTIONS = {
    "create": "Create",
    "update": "Update",
    "disable": "Disable",
    "delete": "Delete",
    "other": "Other",
}


def _provision(call: Call) -> Reply:
    job = job_record(call)["document"]
    rule_id, subject = _subject(call.json())
    plan = call.state.engine.workshop.plan(call.principal_id, job)
    if rule_id not in plan.rules:
        raise bad_parameter(f"The job '{job['id']}' does not include the rule '{rule_id[:100]}'.")
    cause = problem(call.state.tenant, call.state.engine.workshop, call.principal_id, job)
    if cause:
        raise GraphError(400, cause.code, cause.message)
    kind = str(subject.get("objectTypeName", ""))
    mapping = next(
        (item for item in plan.rules[rule_id] if item.source.lower() == kind.lower()), None
    )
    if mapping is None:
        raise bad_parameter(f"The rule '{rule_id}' maps no objects of the type '{kind[:100]}'.")
    now = call.state.clock.now()
    provisioner = call.state.engine.workshop.provisioner(
        call.principal_id, job, now, on_demand=True
    )
    # Members first, so that the group finds their accounts; the answer begins with what was asked
    # for.
    people = next((item for item in plan.rules[rule_id] if item.kind == "user"), mapping)
    asked = [(people, item) for item in objects(member(subject, "links").get("members"))] + [
        (mapping, subject)
    ]
    details = [
        _one(call, job, provisioner, item, str(who.get("objectId", "")), now) for item, who in asked
    ]
    return Reply(200, _answer(call, details[::-1]))


def _subject(body: Document) -> tuple[str, Document]:
    parameters = objects(body.get("parameters"))
    subjects = objects(parameters[0].get("subjects")) if parameters else []
    if len(parameters) != 1 or len(subjects) != 1:
        raise bad_parameter("'parameters' must hold one rule with one subject: a user, or a group.")
    subject = subjects[0]
    links: object = subject.get("links")
    if links is not None and not is_object(links):
        raise bad_parameter("'links' must be an object.")
    if links and len(objects(links.get("members"))) > _MOST_MEMBERS:
        raise bad_parameter(
            f"A group can be provisioned with at most {_MOST_MEMBERS} members per request."
        )
    return str(parameters[0].get("ruleId") or ""), subject


def _one(
    call: Call,
    job: Document,
    provisioner: Provisioner,
    plan: ObjectPlan,
    object_id: str,
    now: float,
) -> Document:
    source = call.state.engine.workshop.source(call.principal_id, job, plan.kind, object_id)
    if source is None and object_id not in provisioner.links:
        outcome = Outcome(plan.kind, object_id, "", plan.source, plan.target)
        outcome.status, outcome.code = "failure", "EntityNotFound"
        outcome.reason = f"There is no {plan.source} '{object_id[:100]}' in the source."
    else:
        outcome = provisioner.provision(plan, object_id, source)
    kept = call.state.engine.books.enter(
        (call.principal_id, job["id"]), job, call.state.engine.new_id(), outcome, now
    )
    return _detail(call, job, outcome, str(kept["changeId"]), now)


def _detail(call: Call, job: Document, outcome: Outcome, change_id: str, now: float) -> Document:
    rule = job_schema(call.state.tenant, call.owner, job["id"], job["templateId"])[
        "synchronizationRules"
    ][0]
    moment = iso_long(now)
    return {
        "action": _ACTIONS[outcome.action],
        "changeId": change_id,
        "startTime": moment,
        "endTime": iso_long(now + 1),
        "reportableIdentifier": outcome.reportable or outcome.source_name,
        "statusInfo": {
            "status": outcome.status.capitalize(),
            "errorCode": outcome.code or None,
            "reason": outcome.reason or None,
            "additionalDetails": None,
            "errorCategory": "NonServiceFailure" if outcome.status == "failure" else None,
            "recommendedAction": None,
        },
        "sourceIdentity": _identity(outcome.source_id, outcome.source_type, outcome.source_name),
        "sourceSystem": {"id": None, "name": rule.get("sourceDirectoryName"), "details": None},
        "targetIdentity": _identity(outcome.target_id, outcome.target_type, ""),
        "targetSystem": {"id": None, "name": rule.get("targetDirectoryName"), "details": None},
        "modifiedProperties": [
            {"displayName": name, "oldValue": word(old), "newValue": word(new)}
            for name, old, new in outcome.changes
        ],
        "provisioningSteps": steps(outcome, moment),
    }


def _identity(identity: str, kind: str, name: str) -> Document:
    return {"id": identity or None, "type": kind, "displayName": name or None, "details": None}


def _answer(call: Call, details: list[Document]) -> Document:
    shape = call.state.switches.on_demand_value
    status = details[0]["statusInfo"]
    context = call.context("microsoft.graph.stringKeyStringValuePair")
    if shape == "array":
        return {"@odata.context": context, "key": _STATUS_INFO, "value": json.dumps(details)}
    problem_details = {"errorCode": status["errorCode"], "errorMessage": status["reason"] or ""}
    key = {"result": status["status"], "details": problem_details if status["errorCode"] else {}}
    if shape == "quoted key":
        context = "https://syncfabric.windowsazure.com/api/$metadata#microsoft.synchronization.stringKeyStringValuePair"
    return {"@odata.context": context, "key": json.dumps(key), "value": json.dumps(details[0])}


OPERATIONS = (
    Operation("POST", "R/jobs/{job}/provisionOnDemand", _provision, permission.WRITE, writes=True),
)
