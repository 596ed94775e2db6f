"""Schemas of jobs and templates: read, replace, reset, and what can be asked about them."""

from collections.abc import Callable

from graphsync.emulator.document import Document, objects
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import collection, reduce
from graphsync.emulator.protocol.errors import no_resource
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.protocol.routing import Operation
from graphsync.emulator.surface.found import job_record
from graphsync.emulator.surface.parse_expression import parse_expression
from graphsync.emulator.surface.schema_rules import check_schema
from graphsync.emulator.surface.strict_schema import check_strictly
from graphsync.emulator.surface.templates import template
from graphsync.emulator.targets.discovery import discovered
from graphsync.emulator.targets.remote import RemoteTarget
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal
from graphsync.emulator.tenant.schemas import default_schema, job_schema
from graphsync.emulator.times import iso_long
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID
from graphsync.expressions.catalogue import FUNCTIONS
from graphsync.expressions.filters import operator_schemas

Handler = Callable[[Call], Reply]


def current(call: Call) -> Document:
    """Return the schema that the path leads to, a job's or a template's."""
    if "template" in call.names:
        found: Document = template(call)["schema"]
        return found
    job = job_record(call)["document"]
    return job_schema(call.state.tenant, call.owner, job["id"], job["templateId"])


def store(call: Call, schema: Document, *, begin_again: bool = True) -> None:
    """Keep a schema under a new version.

    The job that it belongs to begins with an initial cycle again, unless `begin_again` is false.
    """
    state = call.state
    version = f"Date:{iso_long(state.clock.now())}, ActivityId:{state.engine.new_id()}"
    schema = {
        **{name: value for name, value in schema.items() if not name.startswith("@odata.")},
        "version": version,
    }
    if "template" in call.names:
        document = template(call)
        schema["id"] = document["schema"]["id"]
        state.tenant.table("template", call.principal_id)[document["id"]] = {
            **document,
            "schema": schema,
        }
        return
    record = job_record(call)
    schema["id"] = record["document"]["id"]
    state.tenant.table("schema", call.principal_id)[schema["id"]] = schema
    if begin_again:
        state.lifecycle.schema_changed(call.principal_id, record, state.clock.now())


def endpoint(call: Call, schema: Document, directory: Document) -> RemoteTarget | None:
    """Return the endpoint that a job writes to, where a directory of its schema describes it."""
    if "job" not in call.names:
        return None
    workshop = call.state.engine.workshop
    rules = objects(schema.get("synchronizationRules"))
    if directory.get("name") not in [rule.get("targetDirectoryName") for rule in rules]:
        return None
    target = workshop.target(call.principal_id, job_record(call)["document"])
    return target if isinstance(target, RemoteTarget) else None


def with_discovered(call: Call, directory: Document, schemas: list[Document]) -> Document:
    """Return a directory with what an endpoint's schemas add to it, under a new version."""
    now = iso_long(call.state.clock.now())
    return {
        **discovered(directory, schemas),
        "discoverabilities": "AttributeNames,AttributeDataTypes",
        "discoveryDateTime": now,
        "version": f"Date:{now}, ActivityId:{call.state.engine.new_id()}",
    }


def context(call: Call, tail: str) -> str:
    """Return an `@odata.context` below the schema that the path leads to."""
    owner = (
        f"templates('{call.names['template']}')"
        if "template" in call.names
        else f"jobs('{call.names['job']}')"
    )
    return call.below_owner(f"{owner}/schema{tail}")


def _get(call: Call) -> Reply:
    return Reply(
        200, {"@odata.context": context(call, "/$entity"), **reduce(current(call), call.query)}
    )


def _put(call: Call) -> Reply:
    current(call)
    schema = check_schema(call.json())
    if call.state.switches.schema_checks == "strict":
        check_strictly(schema)
    store(call, _asked(call, schema))
    return no_content()


def _asked(call: Call, schema: Document) -> Document:
    """Return a schema that is saved, with what the endpoint of a gallery application describes.

    An endpoint that describes nothing keeps no schema from being saved.
    """
    if call.owner.get("applicationTemplateId") == NON_GALLERY_TEMPLATE_ID:
        return schema
    found: list[Document] = []
    for directory in objects(schema.get("directories")):
        target = endpoint(call, schema, directory)
        try:
            schemas = target.schemas() if target else None
        except (TargetClosed, TargetRefusal):
            schemas = None
        found.append(directory if schemas is None else with_discovered(call, directory, schemas))
    return {**schema, "directories": found} if found else schema


def _reset(call: Call) -> Reply:
    state = call.state
    if "template" in call.names:
        document = template(call)
        reset = {**document, "schema": default_schema(document["id"])}
        state.tenant.table("template", call.principal_id)[document["id"]] = reset
        return no_content()
    record = job_record(call)
    state.tenant.table("schema", call.principal_id).discard(record["document"]["id"])
    state.lifecycle.schema_changed(call.principal_id, record, state.clock.now())
    return no_content()


def _patch(call: Call) -> Reply:
    raise no_resource(call.path)


def _functions(call: Call) -> Reply:
    current(call)
    return collection(
        call, call.context("functions"), [item.document() for item in FUNCTIONS.values()]
    )


def _operators(call: Call) -> Reply:
    current(call)
    return collection(call, call.context("filterOperators"), operator_schemas())


def _parse(call: Call) -> Reply:
    current(call)
    state = call.state
    template_id = call.names.get("template") or job_record(call)["document"]["templateId"]
    # A template that was made in the tenant is none of the gallery's.
    reading = TEMPLATES[template_id].reading if template_id in TEMPLATES else "application"
    domain = str(state.tenant.profile["defaultDomain"])
    body = parse_expression(call.json(), state.clock.now(), domain, state.random, reading)
    return Reply(
        200, {"@odata.context": call.context("microsoft.graph.parseExpressionResponse"), **body}
    )


_UNDER_SCHEMA: tuple[tuple[str, str, Handler, frozenset[str]], ...] = (
    ("GET", "", _get, permission.READ_SCHEMA),
    ("PUT", "", _put, permission.WRITE_SCHEMA),
    ("PATCH", "", _patch, permission.WRITE_SCHEMA),
    ("DELETE", "", _reset, permission.WRITE_SCHEMA),
    ("GET", "/functions", _functions, permission.READ_SCHEMA),
    ("GET", "/filterOperators", _operators, permission.READ_SCHEMA),
    ("POST", "/parseExpression", _parse, permission.READ_SCHEMA),
)

OPERATIONS = tuple(
    Operation(method, f"{owner}/schema{tail}", handler, needed, writes=method != "GET")
    for owner in ("R/jobs/{job}", "R/templates/{template}")
    for method, tail, handler, needed in _UNDER_SCHEMA
)
