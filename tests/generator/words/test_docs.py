"""The words of `spec/docs.yaml` are complete for the slice, and none is about something that is not there."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from generator.cut.slices import Slices
from generator.document.overlay import apply_overlay, load_overlay
from generator.document.passes import cure
from generator.openapi.walk import operations, schemas
from generator.words.docs import Docs, load_docs

SPEC = Path(__file__).parents[3] / "spec"

OWNERS = ("/servicePrincipals/{servicePrincipal-id}", "/applications/{application-id}")
PLAIN = """
    get_synchronization replace_synchronization delete_synchronization acquire_access_token
    list_secrets replace_secrets count_secrets
    list_jobs create_job count_jobs validate_credentials get_job update_job delete_job start_job pause_job restart_job
    validate_job_credentials provision_on_demand
    get_bulk_upload update_bulk_upload delete_bulk_upload perform_bulk_upload
    get_bulk_upload_content replace_bulk_upload_content delete_bulk_upload_content
    list_templates create_template count_templates get_template update_template delete_template
    list_service_principals get_service_principal list_applications get_application list_provisioning_logs
    list_application_templates get_application_template instantiate_application_template
"""
OF_A_SCHEMA = """
    get_X_schema update_X_schema replace_X_schema delete_X_schema list_X_filter_operators list_X_functions
    parse_X_expression list_X_directories create_X_directory count_X_directories get_X_directory
    update_X_directory delete_X_directory discover_X_directory
"""
OPERATIONS = [*PLAIN.split(), *(name.replace("X", x) for x in ("job", "template") for name in OF_A_SCHEMA.split())]
VERBS = """
    Add Ask Change Count Create Delete Let List Parse Pause Provision Read Remove Replace Reset Start Stop Store Test
    Upload Write
"""
FOR_ANY_TOKEN = {"list_application_templates", "get_application_template"}
NOT_SERVED = {"update_job", "update_job_schema", "update_template_schema", "create_template"}


@pytest.fixture(scope="module")
def docs() -> Docs:
    return load_docs(SPEC / "docs.yaml")


@pytest.fixture(scope="module")
def slice_() -> dict[str, Any]:
    return Slices.committed(SPEC).document()


def test_everything_in_the_slice_has_words(docs: Docs, slice_: dict[str, Any]) -> None:
    assert docs.missing(slice_, OPERATIONS) == []


def test_everything_that_is_generated_has_words_and_no_word_is_about_anything_else(
    docs: Docs, slice_: dict[str, Any]
) -> None:
    document = copy.deepcopy(slice_)
    assert apply_overlay(document, load_overlay(SPEC / "overlay.yaml"), OWNERS) == []
    document = cure(document, OWNERS)
    names = [operation["operationId"] for _, _, _, operation in operations(document)]
    assert sorted(names) == sorted(OPERATIONS)
    assert docs.missing(document, names) == []
    assert docs.stale(document, names) == []


def test_the_slice_holds_what_the_words_were_counted_against(slice_: dict[str, Any]) -> None:
    found = [schema for _, _, schema in schemas(slice_)]
    assert (len(found), sum("enum" in schema for schema in found)) == (101, 24)
    assert len(set(OPERATIONS)) == 68


def test_no_first_line_serves_two_things(docs: Docs, slice_: dict[str, Any]) -> None:
    names = [(name, "enum" in schema) for name, _, schema in schemas(slice_)]
    lines = [
        (docs.enum(name) if enum else docs.type(name)).text for name, enum in names if name != "ODataCountResponse"
    ]
    lines += [docs.operation(name).text for name in OPERATIONS]
    assert len(set(lines)) == len(lines) == 168


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


def test_a_page_of_the_reference_stands_behind_every_type_and_enum(docs: Docs, slice_: dict[str, Any]) -> None:
    for name, _, schema in schemas(slice_):
        words = docs.enum(name) if "enum" in schema else docs.type(name)
        assert words.see.startswith("https://learn.microsoft.com/graph/"), name


def test_facts_that_people_stumble_over_are_told(docs: Docs) -> None:
    assert "0001-01-01" in docs.property("synchronizationStatus", "steadyStateFirstAchievedTime").text
    assert "P10675199DT2H48M5.4775807S" in docs.property("synchronizationSchedule", "interval").text
    assert "`Add,Update,Delete`" in docs.property("objectMapping", "flowTypes").text
    assert "`*`" in docs.property("synchronizationSecretKeyStringValuePair", "value").text
    assert "not `ForceDeletes`" in docs.value("synchronizationJobRestartScope", "Full").text
    assert "404" in docs.operation("update_job").text
    assert "application/scim+json" in docs.operation("perform_bulk_upload").more
