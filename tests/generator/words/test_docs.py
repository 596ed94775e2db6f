"""The words of `spec/docs.yaml` say what a caller has to know, and none is about something that is not there."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cut.slice_format import load
from generator.cut.slices import Slices
from generator.document.overlay import apply_overlay, load_overlay
from generator.document.passes import cure
from generator.document.withdrawn import fill
from generator.openapi.walk import operations, schemas
from generator.report.facade import facade_calls
from generator.run import WITHDRAWN
from generator.words.docs import Docs, load_docs

SPEC = Path(__file__).parents[3] / "spec"

OWNERS = ("/servicePrincipals/{servicePrincipal-id}", "/applications/{application-id}")
OPERATIONS = list(yaml.safe_load((SPEC / "docs.yaml").read_bytes())["operations"])
VERBS = """
    Add Ask Assign Change Count Create Delete Let List Parse Pause Provision Read Remove Replace Reset Start Stop Store Test
    Upload Write
"""
FOR_ANY_TOKEN = {"list_application_templates", "get_application_template"}
NOT_SERVED = {"update_job", "update_job_schema", "update_template_schema", "create_template"}


@pytest.fixture(scope="module")
def docs() -> Docs:
    return load_docs(SPEC / "docs.yaml")


@pytest.fixture(scope="module")
def slice_() -> dict[str, Any]:
    document = Slices.committed(SPEC).document()
    withdrawn = SPEC / WITHDRAWN
    if withdrawn.is_file():
        fill(document, load(withdrawn.read_bytes()))
    return document


def test_every_operation_that_the_facade_reaches_has_words() -> None:
    assert len(OPERATIONS) >= 60
    assert facade_calls(SPEC / "facade.toml").keys() <= set(OPERATIONS)


def test_no_word_is_about_what_is_not_there(docs: Docs, slice_: dict[str, Any]) -> None:
    # What has no words yet is listed by each run; a document that adds something is no reason to fail.
    document = copy.deepcopy(slice_)
    assert apply_overlay(document, load_overlay(SPEC / "overlay.yaml"), OWNERS) == []
    document = cure(document, OWNERS)
    names = [operation["operationId"] for _, _, _, operation in operations(document)]
    assert docs.stale(document, names) == []


def test_no_first_line_serves_two_things(docs: Docs, slice_: dict[str, Any]) -> None:
    words = [
        docs.enum(name) if "enum" in schema else docs.type(name)
        for name, _, schema in schemas(slice_)
    ]
    words += [docs.operation(name) for name in OPERATIONS]
    lines = [one.text for one in words if one.written]
    assert len(set(lines)) == len(lines) > 150


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_who_may_call_it(docs: Docs, name: str) -> None:
    words = docs.operation(name)
    assert words.text.split()[0] in VERBS.split()
    assert len(words.more.splitlines()) <= 8
    assert words.see.startswith("https://learn.microsoft.com/graph/api/")
    assert words.permissions is not None
    if name in FOR_ANY_TOKEN:
        assert (words.permissions.application, words.permissions.delegated) == ((), ())
        assert "Any valid token will do" in words.more
        return
    assert words.permissions.application
    assert words.permissions.delegated
    reads = name.startswith(("get_", "list_", "count_"))
    assert any(".Read." in permission for permission in words.permissions.delegated) == reads
    assert ("not s" in words.text) == (name in NOT_SERVED)


def test_a_page_of_the_reference_stands_behind_every_type_and_enum(
    docs: Docs, slice_: dict[str, Any]
) -> None:
    for name, _, schema in schemas(slice_):
        words = docs.enum(name) if "enum" in schema else docs.type(name)
        assert words.see.startswith("https://learn.microsoft.com/graph/"), name


def test_facts_that_people_stumble_over_are_told(docs: Docs) -> None:
    assert (
        "0001-01-01" in docs.property("synchronizationStatus", "steadyStateFirstAchievedTime").text
    )
    assert "P10675199DT2H48M5.4775807S" in docs.property("synchronizationSchedule", "interval").text
    assert "`Add,Update,Delete`" in docs.property("objectMapping", "flowTypes").text
    assert "`*`" in docs.property("synchronizationSecretKeyStringValuePair", "value").text
    assert "not `ForceDeletes`" in docs.value("synchronizationJobRestartScope", "Full").text
    assert "404" in docs.operation("update_job").text
    assert "application/scim+json" in docs.operation("perform_bulk_upload").more
