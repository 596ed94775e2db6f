"""A job's schema and a template's have the same operations, but for names and paths."""

from __future__ import annotations

import pytest

from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync_client import models
from graphsync_client.types import Owner

SP = "/servicePrincipals/11111111-1111-4111-8111-111111111111/synchronization"
OWNER = Owner.service_principal("11111111-1111-4111-8111-111111111111")
JOB, TEMPLATE = SchemaOperations(OWNER, "a b"), SchemaOperations(OWNER, "a b", is_template=True)

BUILT = {
    "get": (
        lambda made: made.get(["id"], ["directories"]),
        "GET",
        "?$select=id&$expand=directories",
    ),
    "replace": (lambda made: made.replace(models.SynchronizationSchema(id="s")), "PUT", ""),
    "delete": (lambda made: made.delete(), "DELETE", ""),
    "functions": (lambda made: made.functions(), "GET", "/functions()"),
    "filter operators": (lambda made: made.filter_operators(), "GET", "/filterOperators()"),
    "parse": (
        lambda made: made.parse(models.ParseExpressionRequest(expression="[a]")),
        "POST",
        "/parseExpression",
    ),
    "directories": (lambda made: made.directories(), "GET", "/directories"),
    "count": (
        lambda made: made.count_directories("x eq 1", None),
        "GET",
        "/directories/$count?$filter=x%20eq%201",
    ),
    "create": (
        lambda made: made.create_directory(models.DirectoryDefinition(id="d")),
        "POST",
        "/directories",
    ),
    "directory": (lambda made: made.directory("d/e"), "GET", "/directories/d%2Fe"),
    "update": (
        lambda made: made.update_directory("d", models.DirectoryDefinition(id="d")),
        "PATCH",
        "/directories/d",
    ),
    "remove": (lambda made: made.delete_directory("d"), "DELETE", "/directories/d"),
    "discover": (lambda made: made.discover("d"), "POST", "/directories/d/discover"),
}


@pytest.mark.parametrize("name", [*BUILT])
def test_each_operation_has_its_place_below_either_owner(name):
    build, method, below = BUILT[name]
    for made, kind in ((JOB, "jobs"), (TEMPLATE, "templates")):
        operation = build(made)
        assert (operation.method, operation.url) == (method, f"{SP}/{kind}/a%20b/schema{below}")


def test_every_operation_is_tested_here():
    public = [name for name in vars(SchemaOperations) if not name.startswith("_")]
    methods = [name for name in public if callable(getattr(SchemaOperations, name))]
    assert len(methods) == len(BUILT)


@pytest.mark.parametrize("made", [JOB, TEMPLATE])
def test_only_what_names_a_version_sends_it(made):
    assert dict(made.delete('W/"1"').headers) == {"If-Match": 'W/"1"'}
    assert dict(made.delete_directory("d", 'W/"1"').headers) == {"If-Match": 'W/"1"'}
    assert dict(made.delete().headers) == {}


def test_a_job_and_a_template_never_share_an_operations_name():
    for build, _, _ in BUILT.values():
        assert build(JOB).name != build(TEMPLATE).name
