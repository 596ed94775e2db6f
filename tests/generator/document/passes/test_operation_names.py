"""An operation is called by a verb and what it acts on."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes.operation_names import operation_names
from generator.errors import GeneratorError
from tests.generator.documents import answer, openapi, operation, ref, thing

TREE: dict[str, dict[str, tuple[str, str]]] = {
    "/{owner}/synchronization": {
        "get": ("get_synchronization", "synchronization"),
        "put": ("replace_synchronization", "synchronization"),
        "patch": ("update_synchronization", "synchronization"),
        "delete": ("delete_synchronization", "synchronization"),
    },
    "/{owner}/synchronization/jobs": {"get": ("list_jobs", "jobs"), "post": ("create_job", "jobs")},
    "/{owner}/synchronization/jobs/$count": {"get": ("count_jobs", "jobs")},
    "/{owner}/synchronization/jobs/{id}": {
        "get": ("get_job", "jobs"),
        "patch": ("update_job", "jobs"),
        "delete": ("delete_job", "jobs"),
    },
    "/{owner}/synchronization/jobs/{id}/restart": {"post": ("restart_job", "jobs")},
    "/{owner}/synchronization/jobs/{id}/validateCredentials": {
        "post": ("validate_job_credentials", "jobs")
    },
    "/{owner}/synchronization/jobs/validateCredentials": {"post": ("validate_credentials", "jobs")},
    "/{owner}/synchronization/jobs/{id}/bulkUpload/$value": {
        "get": ("get_bulk_upload_content", "bulk_upload"),
        "put": ("replace_bulk_upload_content", "bulk_upload"),
    },
    "/{owner}/synchronization/jobs/{id}/schema": {"get": ("get_job_schema", "schema")},
    "/{owner}/synchronization/templates/{id}/schema": {"get": ("get_template_schema", "schema")},
    "/{owner}/synchronization/jobs/{id}/schema/microsoft.graph.functions()": {
        "get": ("list_functions", "schema")
    },
    "/{owner}/synchronization/jobs/{id}/schema/parseExpression": {
        "post": ("parse_expression", "schema")
    },
    "/groups/{id}/members/$ref": {"post": ("add_member", "members")},
    "/groups/{id}/members/{other}/$ref": {"delete": ("remove_member", "members")},
    "/users/{id}/manager/$ref": {
        "put": ("assign_manager", "manager"),
        "delete": ("remove_manager", "manager"),
    },
    "/{owner}/synchronization/acquireAccessToken": {
        "post": ("acquire_access_token", "synchronization")
    },
}


def named(document: Any) -> dict[str, dict[str, tuple[str, str]]]:
    return {
        path: {method: (made["operationId"], made["tags"][0]) for method, made in item.items()}
        for path, item in operation_names(document)["paths"].items()
    }


def test_names_and_folders_are_read_from_the_paths() -> None:
    paths: dict[str, Any] = {
        path: {method: operation() for method in item} for path, item in TREE.items()
    }
    functions = "/{owner}/synchronization/jobs/{id}/schema/microsoft.graph.functions()"
    paths[functions]["get"] = operation(answer(ref("FunctionCollectionResponse")))
    assert named(openapi({"FunctionCollectionResponse": thing()}, paths)) == TREE


def test_the_operation_id_and_the_tags_of_the_document_do_not_matter() -> None:
    held = {**operation(), "operationId": 'x"; import os', "tags": ["../../x"]}
    assert named(openapi(paths={"/jobs": {"get": held}})) == {
        "/jobs": {"get": ("get_jobs", "jobs")}
    }


def test_a_keyword_in_a_path_makes_a_name_without_its_underscore() -> None:
    paths = {"/class/{id}": {"get": operation()}, "/class/{id}/import": {"post": operation()}}
    assert named(openapi(paths=paths)) == {
        "/class/{id}": {"get": ("get_class", "class_")},
        "/class/{id}/import": {"post": ("import_class", "class_")},
    }


@pytest.mark.parametrize("name", ["__class__", "listJobs", "list jobs", "list_jobs_", "lambda"])
def test_a_name_of_the_overlay_that_is_not_in_snake_case_is_refused(name: str) -> None:
    held = {**operation(), "x-graphsync-name": name}
    with pytest.raises(GeneratorError, match=r"^/paths/~1jobs/get: the name"):
        named(openapi(paths={"/jobs": {"get": held}}))


def test_the_overlay_names_an_operation_and_the_mark_does_not_stay() -> None:
    held = {**operation(), "x-graphsync-name": "provision_on_demand"}
    document = openapi(paths={"/jobs/{id}/provisionOnDemand": {"post": held}})
    assert named(document) == {
        "/jobs/{id}/provisionOnDemand": {"post": ("provision_on_demand", "jobs")}
    }
    assert "x-graphsync-name" not in held


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        (
            "/a/{id}/jobs/{id2}/restart",
            "/a/{id}/jobs/{id2}/microsoft.graph.restart",
            "restart_a_jobs_restart",
        ),
        ("/startTime", "/start_time", "start_start_time"),
    ],
)
def test_two_operations_of_one_name_are_refused_and_both_are_named(
    first: str, second: str, name: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        operation_names(
            openapi(paths={first: {"post": operation()}, second: {"post": operation()}})
        )
    assert caught.value.place == f"/paths/{second.replace('/', '~1')}/post"
    assert f"the name {name}, which POST {first} has" in caught.value.found


@pytest.mark.parametrize(
    "names",
    [
        {
            "/planner/plans/{a}/buckets/{b}/tasks/{c}/format": "get_bucket_task_format",
            "/planner/plans/{a}/tasks/{c}/format": "get_plan_task_format",
            "/planner/tasks/{c}/format": "get_planner_task_format",
        },
        {
            "/zones()": "get_zones",
            "/zones(kind='{kind}')": "zones_by_kind",
        },
        {"/me/calendar": "get_calendar", "/me/calendars/{id}": "get_calendar_by_id"},
        {
            "/groups/{id}": "get_group",
            "/groups(uniqueName='{uniqueName}')": "get_group_by_unique_name",
        },
        {
            "/articles/{id}/word": "get_articles_word",
            "/articleWord": "get_article_word",
            "/b/{id}/word": "get_b_word",
        },
        {
            "/posts/{id}/files": "get_post_files",
            "/posts/{id}/inReplyTo/files": "get_in_reply_to_files",
        },
        {"/users/{id}/graph.admin": "get_as_admin", "/users/{id}/admin": "get_admin"},
        {"/rows/{id}/functions/and()": "call_and", "/rows/{id}/functions/or()": "call_or"},
        {
            "/a/{x}/files/{y}": "get_a_file_by_id",
            "/a/{x}/files/{y}/$value": "get_files_file_content",
            "/a/{x}/file": "get_a_file",
            "/a/{x}/file/$value": "get_a_file_content",
        },
        {
            "/s/scope/files/{c}": "get_file",
            "/s/scope/files/{c}/$value": "get_file_content",
            "/s/scopes/{b}/files/{c}": "get_scope_file",
            "/s/scopes/{b}/files/{c}/$value": "get_scope_file_content",
        },
    ],
)
def test_operations_that_are_alike_take_in_the_path_above_until_they_differ(
    names: dict[str, str],
) -> None:
    paths: dict[str, Any] = {path: {"get": operation()} for path in names}
    if "/groups/{id}" in names:
        paths["/groups(uniqueName='{uniqueName}')"]["patch"] = operation()
    document = operation_names(openapi(paths=paths))
    assert {path: item["get"]["operationId"] for path, item in document["paths"].items()} == names
    again = operation_names(openapi(paths=dict(reversed([*paths.items()]))))
    assert {path: item["get"]["operationId"] for path, item in again["paths"].items()} == names


def test_a_reference_to_one_of_several_is_not_called_like_that_to_all() -> None:
    all_of_them, one = "/policies/{x}/appliesTo/$ref", "/policies/{x}/appliesTo/{y}/$ref"
    document = openapi(paths={path: {"delete": operation()} for path in (all_of_them, one)})
    paths = operation_names(document)["paths"]
    assert paths[all_of_them]["delete"]["operationId"] == "remove_policy_applies_to"
    assert paths[one]["delete"]["operationId"] == "remove_policy_applies_to_by_id"


def test_a_name_of_the_overlay_that_is_taken_is_refused() -> None:
    paths = {
        "/jobs/{id}": {"get": operation()},
        "/keys/{id}": {"get": {**operation(), "x-graphsync-name": "get_job"}},
    }
    with pytest.raises(
        GeneratorError, match=r"the name get_job, which GET /jobs/\{id\} has already"
    ):
        operation_names(openapi(paths=paths))


def test_an_operation_called_like_a_folder_is_refused() -> None:
    paths = {
        "/jobs": {"get": operation()},
        "/jobs/{id}": {"get": {**operation(), "x-graphsync-name": "jobs"}},
    }
    with pytest.raises(
        GeneratorError, match=r"GET /jobs/\{id\} is called jobs, and so is a folder"
    ):
        operation_names(openapi(paths=paths))


def test_what_is_called_like_something_built_in_gets_a_verb_and_its_folder_an_underscore() -> None:
    document = openapi(
        paths={"/functions/abs": {"post": operation()}, "/a/{x}/set": {"get": operation()}}
    )
    assert named(document) == {
        "/functions/abs": {"post": ("call_abs", "functions")},
        "/a/{x}/set": {"get": ("get_set", "set_")},
    }
