"""A path parameter is called after the collection before it."""

from __future__ import annotations

import pytest

from generator.document.passes.path_parameters import path_parameters
from generator.document.resolved import resolved
from generator.errors import GeneratorError
from tests.generator.documents import openapi, operation, parameter


def cured(path: str, *names: str, where: str = "path") -> tuple[str, list[str]]:
    made = operation(parameters=[parameter(name, where, type="string") for name in names])
    ((path, item),) = path_parameters(openapi(paths={path: {"get": made}}))["paths"].items()
    return path, [held["name"] for held in item["get"]["parameters"]]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/jobs/{synchronizationJob-id}", "/jobs/{job_id}"),
        ("/keyEntries/{x}/values", "/keyEntries/{key_entry_id}/values"),
        ("/jobs/{a}/jobs/{b}", "/jobs/{job_id}/jobs/{other_job_id}"),
        ("/{owner}/jobs/{a}", "/{owner}/jobs/{job_id}"),
        ("/class/{class}", "/class/{class_id}"),
    ],
)
def test_the_path_and_the_parameters_are_renamed_together(path: str, expected: str) -> None:
    names = [part.strip("{}") for part in path.split("/") if part.startswith("{")]
    made = [part.strip("{}") for part in expected.split("/") if part.startswith("{")]
    assert cured(path, *names) == (expected, made)


@pytest.mark.parametrize(
    ("path", "names", "expected"),
    [
        ("/jobs/find(on='{on}')", ["on"], "/jobs/find(on='{on}')"),
        ("/jobs/{x}/find(a='{a}',b={b})", ["x", "a", "b"], "/jobs/{job_id}/find(a='{a}',b={b})"),
        ("/jobs/{x}/links('{objectId}')", ["x", "objectId"], "/jobs/{job_id}/links('{object_id}')"),
        (
            "/f(startDate='{startDate}')/{x}",
            ["startDate", "x"],
            "/f(startDate='{start_date}')/{f_id}",
        ),
        (
            "/f(from='{from}',query='{query}')",
            ["from", "query"],
            "/f(from='{from_}',query='{query_}')",
        ),
    ],
)
def test_arguments_of_functions_keep_their_names(
    path: str, names: list[str], expected: str
) -> None:
    made, found = cured(path, *names)
    assert made == expected
    assert all(f"{{{name}}}" in expected for name in found)


def test_a_query_option_of_the_same_name_keeps_it() -> None:
    assert cured("/jobs/{job}", "job", where="query") == ("/jobs/{job_id}", ["job"])


@pytest.mark.parametrize(
    ("paths", "place", "found"),
    [
        (["/jobs/{a}", "/jobs/{b}"], "/paths/~1jobs~1{b}", "/jobs/{job_id}"),
        (["/jobs(id='{a})"], "/paths/~1jobs(id='{a})", "jobs(id='{a})"),
        (["/jobs(id='{a}x')"], "/paths/~1jobs(id='{a}x')", "jobs(id='{a}x')"),
        (["/jobs/{a}{b}"], "/paths/~1jobs~1{a}{b}", "{a}{b}"),
        (["/jobs/{a}/keys/{a}"], "/paths/~1jobs~1{a}~1keys~1{a}", "twice"),
        (["/jobs/{a"], "/paths/~1jobs~1{a", "{a"),
        (["/{a}"], "/paths/~1{a}", "''"),
    ],
)
def test_paths_that_cannot_be_told_apart_or_read_are_refused(
    paths: list[str], place: str, found: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        path_parameters(openapi(paths={path: {"get": operation()} for path in paths}))
    assert caught.value.place == place
    assert found in caught.value.found


def test_a_parameter_that_the_path_does_not_have_is_refused() -> None:
    with pytest.raises(GeneratorError, match=r"^/paths/~1jobs/get: a path parameter 'a'"):
        cured("/jobs", "a")


def test_a_list_in_the_path_is_json_as_text_and_the_report_says_so() -> None:
    listed = {"name": "ids", "in": "path", "content": {"application/json": {"schema": {}}}}
    path = "/labels/compute(ids={ids})"
    document = path_parameters(openapi(paths={path: {"get": operation(parameters=[listed])}}))
    (held,) = document["paths"][path]["get"]["parameters"]
    assert held == {"name": "ids", "in": "path", "schema": {"type": "string"}}
    assert resolved(document) == [f"GET {path}: ids is JSON as text, for it is a list in the path"]
