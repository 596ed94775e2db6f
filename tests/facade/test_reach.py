"""Every operation has a home in the facade, or a reason why not; the table is spec/facade.toml."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import graphsync_client.api
from graphsync import AsyncGraphClient, GraphClient, models
from graphsync_client.types import Operation, Owner

TABLE = Path(__file__).parents[2] / "spec" / "facade.toml"
RECORD = {"schemas": ["x"], "externalId": "e"}

Call = Callable[[Any], tuple[Any, ...]]

# How each operation is reached from a synchronization: a verb, and its arguments.
REACHED: dict[str, Call] = {
    "get_synchronization": lambda sync: (sync.get,),
    "replace_synchronization": lambda sync: (sync.replace, models.Synchronization()),
    "delete_synchronization": lambda sync: (sync.delete,),
    "acquire_access_token": lambda sync: (sync.acquire_access_token, {"Oauth2ClientId": "x"}),
    "list_secrets": lambda sync: (sync.secrets.list,),
    "replace_secrets": lambda sync: (sync.secrets.replace, {"SyncAll": "true"}),
    "count_secrets": lambda sync: (sync.secrets.count,),
    "list_jobs": lambda sync: (sync.jobs.list,),
    "create_job": lambda sync: (sync.jobs.create, "scim"),
    "count_jobs": lambda sync: (sync.jobs.count,),
    "validate_credentials": lambda sync: (sync.jobs.validate_credentials,),
    "get_job": lambda sync: (sync.jobs["j"].get,),
    "delete_job": lambda sync: (sync.jobs["j"].delete,),
    "start_job": lambda sync: (sync.jobs["j"].start,),
    "pause_job": lambda sync: (sync.jobs["j"].pause,),
    "restart_job": lambda sync: (sync.jobs["j"].restart,),
    "validate_job_credentials": lambda sync: (sync.jobs["j"].validate_credentials,),
    "provision_on_demand": lambda sync: (sync.jobs["j"].provision_on_demand, "rule", "user"),
    "get_bulk_upload": lambda sync: (sync.jobs["j"].bulk_upload.get,),
    "update_bulk_upload": lambda sync: (sync.jobs["j"].bulk_upload.update, models.BulkUpload()),
    "delete_bulk_upload": lambda sync: (sync.jobs["j"].bulk_upload.delete,),
    "get_bulk_upload_content": lambda sync: (sync.jobs["j"].bulk_upload.get_content,),
    "replace_bulk_upload_content": lambda sync: (sync.jobs["j"].bulk_upload.replace_content, b"x"),
    "delete_bulk_upload_content": lambda sync: (sync.jobs["j"].bulk_upload.delete_content,),
    "perform_bulk_upload": lambda sync: (sync.jobs["j"].bulk_upload.perform, [RECORD]),
    "list_templates": lambda sync: (sync.templates.list,),
    "count_templates": lambda sync: (sync.templates.count,),
    "get_template": lambda sync: (sync.templates["t"].get,),
    "update_template": lambda sync: (
        loaded(sync.templates["t"], models.SynchronizationTemplate).update,
    ),
    "delete_template": lambda sync: (sync.templates["t"].delete,),
    "get_job_schema": lambda sync: (sync.jobs["j"].schema.get,),
    "replace_job_schema": lambda sync: (
        loaded(sync.jobs["j"].schema, models.SynchronizationSchema).replace,
    ),
    "delete_job_schema": lambda sync: (sync.jobs["j"].schema.reset,),
    "list_job_filter_operators": lambda sync: (sync.jobs["j"].schema.filter_operators.list,),
    "list_job_functions": lambda sync: (sync.jobs["j"].schema.functions.list,),
    "parse_job_expression": lambda sync: (sync.jobs["j"].schema.parse_expression, "[x]"),
    "get_template_schema": lambda sync: (sync.templates["t"].schema.get,),
    "replace_template_schema": lambda sync: (
        loaded(sync.templates["t"].schema, models.SynchronizationSchema).replace,
    ),
    "delete_template_schema": lambda sync: (sync.templates["t"].schema.reset,),
    "list_template_filter_operators": lambda sync: (
        sync.templates["t"].schema.filter_operators.list,
    ),
    "list_template_functions": lambda sync: (sync.templates["t"].schema.functions.list,),
    "parse_template_expression": lambda sync: (sync.templates["t"].schema.parse_expression, "[x]"),
    "list_job_directories": lambda sync: (sync.jobs["j"].schema.directories.list,),
    "create_job_directory": lambda sync: (
        sync.jobs["j"].schema.directories.create,
        models.DirectoryDefinition(),
    ),
    "count_job_directories": lambda sync: (sync.jobs["j"].schema.directories.count,),
    "get_job_directory": lambda sync: (sync.jobs["j"].schema.directories["d"].get,),
    "update_job_directory": lambda sync: (directory(sync.jobs["j"]).update,),
    "delete_job_directory": lambda sync: (sync.jobs["j"].schema.directories["d"].delete,),
    "discover_job_directory": lambda sync: (sync.jobs["j"].schema.directories["d"].discover,),
    "list_template_directories": lambda sync: (sync.templates["t"].schema.directories.list,),
    "create_template_directory": lambda sync: (
        sync.templates["t"].schema.directories.create,
        models.DirectoryDefinition(),
    ),
    "count_template_directories": lambda sync: (sync.templates["t"].schema.directories.count,),
    "get_template_directory": lambda sync: (sync.templates["t"].schema.directories["d"].get,),
    "update_template_directory": lambda sync: (directory(sync.templates["t"]).update,),
    "delete_template_directory": lambda sync: (sync.templates["t"].schema.directories["d"].delete,),
    "discover_template_directory": lambda sync: (
        sync.templates["t"].schema.directories["d"].discover,
    ),
}
# Those beside the synchronization API, from the client.
BESIDE: dict[str, Call] = {
    "list_service_principals": lambda graph: (graph.service_principals.find,),
    "get_service_principal": lambda graph: (graph.service_principals["service_principal_id"].get,),
    "list_applications": lambda graph: (graph.applications.find,),
    "get_application": lambda graph: (graph.applications["application_id"].get,),
    "list_application_templates": lambda graph: (graph.application_templates.list,),
    "get_application_template": lambda graph: (
        graph.application_templates["application_template_id"].get,
    ),
    "instantiate_application_template": lambda graph: (
        graph.application_templates["application_template_id"].instantiate,
        "x",
    ),
    "list_provisioning_logs": lambda graph: (graph.provisioning_logs.list,),
    "list_users": lambda graph: (graph.users.list,),
    "create_user": lambda graph: (graph.users.create, NEW_USER),
    "get_user": lambda graph: (graph.users["user_id"].get,),
    "update_user": lambda graph: (edited(graph.users["user_id"], models.User).update,),
    "delete_user": lambda graph: (graph.users["user_id"].delete,),
    "get_manager": lambda graph: (graph.users["user_id"].manager.get,),
    "assign_manager": lambda graph: (graph.users["user_id"].manager.assign, "m"),
    "remove_manager": lambda graph: (graph.users["user_id"].manager.remove,),
    "list_user_app_role_assignments": lambda graph: (
        graph.users["user_id"].app_role_assignments.list,
    ),
    "list_groups": lambda graph: (graph.groups.list,),
    "create_group": lambda graph: (graph.groups.create, NEW_GROUP),
    "get_group": lambda graph: (graph.groups["group_id"].get,),
    "update_group": lambda graph: (edited(graph.groups["group_id"], models.Group).update,),
    "delete_group": lambda graph: (graph.groups["group_id"].delete,),
    "list_members": lambda graph: (graph.groups["group_id"].members.list,),
    "add_member": lambda graph: (graph.groups["group_id"].members.add, "u"),
    "remove_member": lambda graph: (graph.groups["group_id"].members.remove, "member_id"),
    "list_group_app_role_assignments": lambda graph: (
        graph.groups["group_id"].app_role_assignments.list,
    ),
    "delete_deleted_item": lambda graph: (graph.users["deleted_item_id"].purge,),
    "list_organization": lambda graph: (graph.organization.get,),
    "list_correlations": lambda graph: (graph.correlations.list,),
    "get_correlation": lambda graph: (graph.correlations["correlation_id"].get,),
    "list_correlated_identities": lambda graph: (
        graph.correlations["correlation_id"].identities.list,
    ),
    "list_owners": lambda graph: (graph.applications["a"].owners.list,),
    "add_owner": lambda graph: (graph.applications["a"].owners.add, "u"),
    "remove_owner": lambda graph: (graph.applications["a"].owners.remove, "owner_id"),
    "list_app_role_assigned_to": lambda graph: (graph.service_principals["a"].assignments.list,),
    "get_object_connection": lambda graph: (connection(graph).get,),
    "delete_object_connection": lambda graph: (connection(graph).delete,),
    "get_connectivity_parameters": lambda graph: (
        graph.service_principals["a"].synchronization.connectivity_parameters.get,
    ),
}
NEW_USER = models.User(
    account_enabled=True,
    display_name="Ada",
    mail_nickname="ada",
    user_principal_name="ada@contoso.com",
    password_profile=models.PasswordProfile(password="Correct-horse-7"),
)
NEW_GROUP = models.Group(
    display_name="Staff", mail_enabled=False, mail_nickname="staff", security_enabled=True
)
# Sent by a verb that takes several requests, which tests of its own look at; or by `graph.send` alone.
OTHERWISE = {
    "create_app_role_assigned_to",
    "create_group_app_role_assignment",
    "create_user_app_role_assignment",
    "delete_app_role_assigned_to",
    "delete_group_app_role_assignment",
    "delete_user_app_role_assignment",
    "get_deleted_item",
}
# What the service refuses; reached as an operation with `graph.send` by whoever wants to try.
NOT_SERVED = {"update_job", "create_template", "update_job_schema", "update_template_schema"}


def connection(graph: Any) -> Any:
    return (
        graph.service_principals["a"].synchronization.jobs["job_id"].object_connections["object_id"]
    )


def edited(entity: Any, kind: type) -> Any:
    loaded(entity, kind).display_name = "x"
    return entity


def loaded(entity: Any, kind: type) -> Any:
    from graphsync._core.state.entity_state import EntityState

    entity._state = EntityState(kind.from_dict({}))
    return entity


def directory(home: Any) -> Any:
    return loaded(home.schema.directories["d"], models.DirectoryDefinition)


def operations(*, beside: bool = False) -> dict[str, Callable[..., Operation[Any]]]:
    """Return all operations of the synchronization API that both owners have, or the others."""
    found: dict[str, Callable[..., Operation[Any]]] = {}
    for family in pkgutil.iter_modules(graphsync_client.api.__path__):
        package = importlib.import_module(f"graphsync_client.api.{family.name}")
        for module in pkgutil.iter_modules(package.__path__):
            function = getattr(
                importlib.import_module(f"{package.__name__}.{module.name}"), module.name
            )
            owned = next(iter(inspect.signature(function).parameters), None) == "owner"
            both = "Only for " not in (inspect.getdoc(function) or "") and not module.name.endswith(
                ("owner", "owners")
            )
            if (owned and both) is not beside:
                found[module.name] = function
    return found


def sample(function: Callable[..., Operation[Any]]) -> Operation[Any]:
    owner = Owner.service_principal("p")
    ids = {"job_id": "j", "template_id": "t", "directory_id": "d"}
    arguments: dict[str, Any] = {}
    for name, parameter in list(inspect.signature(function, eval_str=False).parameters.items())[1:]:
        if parameter.default is parameter.empty:
            kind = str(parameter.annotation)
            arguments[name] = ids.get(name) or (b"" if kind == "bytes" else getattr(models, kind)())
    return function(owner, **arguments)


def test_every_verb_has_its_operation():
    names = set(operations())
    assert len(names) >= 60
    # An operation without a verb is listed by the run that brings it, and `graph.send` sends it.
    assert set(REACHED) | NOT_SERVED <= names
    assert not set(REACHED) & NOT_SERVED


def test_what_the_service_refuses_is_known_to_the_operations():
    for name, function in operations().items():
        assert sample(function).served is (name not in NOT_SERVED), name
        if name in NOT_SERVED:
            assert re.search(
                r"404|not supported|refus|does not serve|not served", inspect.getdoc(function) or ""
            ), name


@pytest.mark.parametrize("client", [GraphClient, AsyncGraphClient])
@pytest.mark.parametrize("home", ["service_principals", "applications"])
@pytest.mark.parametrize("name", sorted(REACHED))
def test_the_facade_sends_that_very_operation(client, home, name):
    graph = client("token")
    principal = "p" if home == "service_principals" else "a"
    request = graph.dry_run(*REACHED[name](getattr(graph, home)[principal].synchronization))
    assert request.name == name
    expected = sample(operations()[name])
    root = "/servicePrincipals/p" if home == "service_principals" else "/applications/a"
    assert request.method == expected.method
    assert request.url == graph.endpoint.url + expected.url.replace("/servicePrincipals/p", root, 1)


def test_every_operation_beside_is_reached():
    assert {*BESIDE, *OTHERWISE} == set(operations(beside=True))


@pytest.mark.parametrize("client", [GraphClient, AsyncGraphClient])
@pytest.mark.parametrize("name", sorted(BESIDE))
def test_the_facade_sends_those_beside(client, name):
    graph = client("token")
    verb, *arguments = BESIDE[name](graph)
    options = {"display_name": "x"} if verb.__name__ == "find" else {}
    request = graph.dry_run(verb, *arguments, **options)
    function = operations(beside=True)[name]
    required = [
        parameter
        for parameter in inspect.signature(function).parameters.values()
        if parameter.default is parameter.empty
    ]
    owner = (Owner.application if "owner" in name else Owner.service_principal)("a")
    given = {"owner": owner, "body": models.InstantiateApplicationTemplateRequest()}
    expected = function(*(given.get(one.name, one.name) for one in required))
    assert (request.name, request.method) == (name, expected.method)
    root = graph.endpoint.beta if expected.beta else graph.endpoint
    assert request.url.partition("?")[0] == root.url + expected.url


def test_the_table_of_the_calls_is_whole():
    calls = tomllib.loads(TABLE.read_text(encoding="utf-8"))["calls"]
    assert set(calls) == {*REACHED, *NOT_SERVED, *BESIDE, *OTHERWISE}
    for name, how in calls.items():
        assert ("not served" in how) is (name in NOT_SERVED), name
