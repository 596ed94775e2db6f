"""What the facade uses of an earlier document is taken out of it whole, and fills the gaps of a later one."""

from __future__ import annotations

from copy import deepcopy

from generator.document.withdrawn import fill, keep, shape_of_path
from tests.generator.documents import (
    APPLICATIONS,
    PRINCIPALS,
    answer,
    openapi,
    operation,
    ref,
    thing,
)

OWNERS = (PRINCIPALS, APPLICATIONS)
DOCUMENT = openapi(
    {
        "job": thing(ref("base"), state=ref("state")),
        "base": thing(),
        "state": thing(),
        "other": thing(),
    },
    {
        f"{owner}/jobs/{{job-id}}": {
            "parameters": [{"name": "job-id", "in": "path"}],
            "get": operation(answer(ref("job"))),
            "delete": operation(answer(ref("other"))),
        }
        for owner in OWNERS
    },
)


def test_a_path_has_one_shape_for_all_owners_and_spellings() -> None:
    shapes = {shape_of_path(f"{owner}/jobs/{{job-id}}", OWNERS) for owner in OWNERS}
    assert shapes == {shape_of_path("/{owner}/jobs/{id}")} == {"/{}/jobs/{}"}
    assert shape_of_path(PRINCIPALS, OWNERS) == "/servicePrincipals/{}"


def test_an_operation_is_kept_for_each_owner_with_all_that_it_refers_to() -> None:
    before = deepcopy(DOCUMENT)
    made = keep(DOCUMENT, OWNERS, {("get", "/{}/jobs/{}")}, [])
    assert set(made["paths"]) == set(DOCUMENT["paths"])
    for path, item in made["paths"].items():
        assert item == {key: DOCUMENT["paths"][path][key] for key in ("parameters", "get")}
    assert set(made["components"]["schemas"]) == {"job", "base", "state"}
    assert before == DOCUMENT


def test_a_type_is_kept_by_its_name() -> None:
    made = keep(DOCUMENT, OWNERS, set(), ["job"])
    assert made["paths"] == {}
    assert set(made["components"]["schemas"]) == {"job", "base", "state"}


def test_what_a_document_has_wins_over_what_was_withdrawn() -> None:
    path = f"{PRINCIPALS}/jobs/{{job-id}}"
    later = openapi({"job": thing(new=thing())}, {path: {"get": operation(), "parameters": []}})
    before = deepcopy(later)
    fill(later, keep(DOCUMENT, OWNERS, {("get", "/{}/jobs/{}"), ("delete", "/{}/jobs/{}")}, []))
    assert later["paths"][path]["get"] == before["paths"][path]["get"]
    assert later["paths"][path]["delete"] == DOCUMENT["paths"][path]["delete"]
    assert later["components"]["schemas"]["job"] == before["components"]["schemas"]["job"]
    assert set(later["components"]["schemas"]) == {"job", "base", "state", "other"}
