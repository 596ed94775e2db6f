"""What `GET /Schemas` of an endpoint adds to the directory of a job's target."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphsync.emulator.gallery.schema import attribute
from graphsync.emulator.gallery.templates import GALLERY
from graphsync.emulator.targets.discovery import discovered
from graphsync.emulator.targets.resource import nest

from .conftest import Caller
from .jobs import JOB, cycle, put_secrets
from .scim_server import ENTERPRISE, ScimServer, scim_server

SLACK = next(key for key, name in GALLERY.items() if name == "Slack")


@pytest.fixture
def server() -> Iterator[ScimServer]:
    with scim_server() as running:
        yield running


@pytest.fixture
def call(new: Callable[..., Caller], server: ScimServer) -> Iterator[Caller]:
    made = new(throttling=False)
    made.connect(server)
    yield made
    made.emulator.close()


def directories(call: Caller, job: str = JOB) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call("GET", f"{job}/schema/directories")["value"]
    return found


def names(directory: dict[str, Any]) -> list[str]:
    return [item["name"] for item in directory["objects"][0]["attributes"]]


def discover(call: Caller, **more: Any) -> Any:
    target = directories(call)[1]
    return call("POST", f"{JOB}/schema/directories/{target['id']}/discover", **more)


def test_discovering_asks_for_the_schemas_and_adds_what_is_new(
    call: Caller, server: ScimServer
) -> None:
    before = names(directories(call)[1])
    server.seen.clear()
    found = discover(call)
    assert [(item.method, item.path, item.query) for item in server.seen] == [
        ("GET", "/Schemas", {})
    ]
    assert names(found)[: len(before)] == before
    assert {"nickName", "emails"} <= set(names(found)) - set(before)
    assert found["discoveryDateTime"].startswith("2026-01-01T")
    assert found["version"]
    kept = directories(call)[1]
    assert kept == {name: value for name, value in found.items() if name != "@odata.context"}


def test_what_the_endpoint_does_not_describe_is_not_taken_away(
    call: Caller, server: ScimServer
) -> None:
    server.defects = {"schema without title"}
    assert "title" in names(discover(call))


def test_the_next_cycle_stays_an_incremental_one(call: Caller) -> None:
    discover(call)
    cycle(call)
    assert call("GET", JOB)["status"]["lastExecution"]["countImported"] == 0


def test_an_endpoint_without_schemas(call: Caller, server: ScimServer) -> None:
    server.defects = {"no schemas"}
    error = discover(call, status=400)["error"]
    assert error["code"] == "SystemForCrossDomainIdentityManagementServiceIncompatible"
    assert "GET /Schemas was answered with 404" in error["message"]


def test_the_source_has_no_endpoint(call: Caller, server: ScimServer) -> None:
    source = directories(call)[0]
    server.seen.clear()
    call("POST", f"{JOB}/schema/directories/{source['id']}/discover")
    assert server.seen == []


def of_the_gallery(call: Caller, server: ScimServer) -> str:
    """Connect a job of a gallery application and return its path."""
    body = {"displayName": "Slack"}
    made = call("POST", f"/applicationTemplates/{SLACK}/instantiate", body, status=201)
    sync = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization"
    pairs = {"BaseAddress": server.url, "SecretToken": server.token}
    values = [{"key": key, "value": value} for key, value in pairs.items()]
    call("PUT", f"{sync}/secrets", {"value": values}, status=204)
    job = call("POST", f"{sync}/jobs", {"templateId": "Slack"}, status=201)
    return f"{sync}/jobs/{job['id']}"


@pytest.mark.parametrize("defect", ["", "no schemas"])
def test_saving_the_schema_of_a_gallery_application_asks_too(
    call: Caller, server: ScimServer, defect: str
) -> None:
    job = of_the_gallery(call, server)
    schema = call("GET", f"{job}/schema")
    server.seen.clear()
    server.defects = {defect}
    call("PUT", f"{job}/schema", schema, status=204)
    assert [(item.method, item.path) for item in server.seen] == [("GET", "/Schemas")]
    assert ("nickName" in names(directories(call, job)[1])) is not bool(defect)


def test_saving_the_schema_of_another_application_does_not(
    call: Caller, server: ScimServer
) -> None:
    put_secrets(call)
    schema = call("GET", f"{JOB}/schema")
    server.seen.clear()
    call("PUT", f"{JOB}/schema", schema, status=204)
    assert server.seen == []


def test_paths_and_types() -> None:
    held = attribute("TITLE", anchor=False, required=False)
    directory = {"objects": [{"name": ENTERPRISE, "attributes": [held]}]}
    phones = [
        {"name": "value", "type": "string"},
        {"name": "type", "type": "string", "canonicalValues": ["work", "home"]},
    ]
    core = [
        {"name": "title", "type": "string"},
        {"name": "level", "type": "integer", "mutability": "readOnly", "caseExact": True},
        {"name": "name", "type": "complex", "subAttributes": [{"name": "givenName"}]},
        {"name": "phones", "type": "complex", "multiValued": True, "subAttributes": phones},
        {"name": "tags", "type": "string", "multiValued": True},
    ]
    schemas = [
        {"id": "urn:ietf:params:scim:schemas:core:2.0:User", "attributes": core},
        {"id": "urn:contoso:2.0:User", "attributes": [{"name": "badge", "required": True}]},
        {"id": "urn:contoso:2.0:Group", "attributes": [{"name": "owner"}]},
    ]
    (found,) = discovered(directory, schemas)["objects"]
    assert found["attributes"][0] == held
    by_name = {item["name"]: item for item in found["attributes"][1:]}
    assert list(by_name) == [
        "level",
        "name.givenName",
        'phones[type eq "work"].value',
        'phones[type eq "home"].value',
        "tags",
        "urn:contoso:2.0:User:badge",
    ]
    level = by_name["level"]
    assert (level["type"], level["mutability"], level["caseExact"]) == ("Integer", "ReadOnly", True)
    assert by_name["tags"]["multivalued"] is True
    assert by_name["urn:contoso:2.0:User:badge"]["required"] is True


def test_an_operator_of_a_path_may_have_any_case() -> None:
    found = nest("1", "User", {'emails[type EQ "work"].value': "ada@contoso.com"})
    assert found["emails"] == [{"type": "work", "value": "ada@contoso.com"}]
