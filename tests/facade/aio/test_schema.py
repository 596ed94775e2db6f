from __future__ import annotations

import copy

import pytest

from graphsync.errors import ExpressionInvalid, NotLoaded, UnsentEdits, VersionMismatch
from tests.facade.schemas import PARSED, SCHEMA, SENT

pytestmark = pytest.mark.anyio


async def test_get_then_put_sends_what_came_less_the_context(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    for rule in schema.rules:  # reading everything changes nothing
        for mapping in rule.object_mappings:
            repr([mapping, mapping.data.flow_types, *mapping.attribute_mappings])
    await schema.replace()
    assert service.sent == [
        f"GET {service.sync}/jobs/j/schema",
        f"PUT {service.sync}/jobs/j/schema",
    ]
    assert service.body == SENT


async def test_one_edit_changes_one_thing(sync, service):
    service.answer(SCHEMA).answer(PARSED).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    mapping = (
        schema.rules["USER_OUTBOUND_USER"]
        .object_mappings["Provision Users"]
        .attribute_mappings["userName"]
    )
    answer = await mapping.set_expression("ToUpper([upn])")
    assert answer.evaluation_result == ["ADA"]
    assert service.sent[-1] == f"POST {service.sync}/jobs/j/schema/parseExpression"
    assert service.body["expression"] == "ToUpper([upn])"
    assert schema.has_edits
    await schema.replace()
    expected = copy.deepcopy(SENT)
    expected["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"][0]["source"] = (
        PARSED["parsedExpression"]
    )
    assert service.body == expected
    assert not schema.has_edits


async def test_an_expression_that_cannot_be_parsed_changes_nothing(sync, service):
    service.answer(SCHEMA)
    service.answer(
        {
            "parsingSucceeded": False,
            "parsedExpression": None,
            "error": {"code": "E", "message": "missing )"},
        }
    )
    service.answer({"parsingSucceeded": False})
    schema = await sync.jobs["j"].schema.get()
    mapping = schema.rules["r-1"].object_mappings["User"].attribute_mappings["username"]
    with pytest.raises(ExpressionInvalid, match=r"'ToUpper\(' .*missing \)|missing \)"):
        await mapping.set_expression("ToUpper(")
    with pytest.raises(ExpressionInvalid, match="gives no reason"):
        await mapping.set_expression("?")
    assert not schema.has_edits


async def test_edits_are_never_lost_silently(sync, service):
    service.answer(SCHEMA).answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    schema.rules["r-1"].data.priority = 7
    with pytest.raises(UnsentEdits, match="synchronizationRules"):
        await schema.get()
    await schema.get(discard_edits=True)
    assert schema.rules["r-1"].data.priority is None


async def test_a_failed_put_keeps_the_edits(sync, service):
    service.answer(SCHEMA).answer(
        {"error": {"code": "X", "message": "'always' was not found"}}, status=406
    )
    schema = await sync.jobs["j"].schema.get()
    schema.rules["r-1"].data.priority = 7
    with pytest.raises(Exception, match="406"):
        await schema.replace()
    assert schema.has_edits


async def test_the_version_is_checked_before_writing(sync, service):
    service.answer(SCHEMA).answer(SCHEMA | {"version": "7.0"})
    schema = await sync.jobs["j"].schema.get()
    with pytest.raises(VersionMismatch, match=r"'7\.0', not '6\.0'") as mismatch:
        await schema.replace(expected_version="6.0")
    assert (mismatch.value.expected, mismatch.value.found) == ("6.0", "7.0")
    assert [line.split(" ")[0] for line in service.sent] == ["GET", "GET"]
    service.answer(SCHEMA).answer(status=204)
    await schema.replace(expected_version=schema.version)
    assert [line.split(" ")[0] for line in service.sent] == ["GET", "GET", "GET", "PUT"]


async def test_replace_needs_a_loaded_schema(sync, service):
    with pytest.raises(NotLoaded):
        await sync.jobs["j"].schema.replace()
    with pytest.raises(NotLoaded):
        _ = sync.jobs["j"].schema.rules
    assert service.requests == []


async def test_reset_forgets_what_was_loaded(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    await schema.reset()
    assert service.sent[-1] == f"DELETE {service.sync}/jobs/j/schema"
    assert not schema.is_loaded


async def test_a_schema_that_came_along_is_loaded_and_its_own(sync, service):
    service.answer({"id": "j", "schema": SENT}).answer(
        {"id": "j", "schema": SENT | {"version": "9"}}
    )
    job = sync.jobs["j"]
    assert not job.schema.is_loaded
    await job.get(expand=["schema"])
    assert job.schema.version == "6.0"
    job.schema.rules["r-1"].data.priority = 3
    assert not job.has_edits
    await job.get(expand=["schema"])
    assert job.schema.version == "6.0"
    assert job.schema.rules["r-1"].data.priority == 3


async def test_a_templates_schema_comes_with_its_list(sync, service):
    service.page({"id": "t", "schema": SENT}).answer(status=204)
    template = await sync.templates.first()
    assert template.schema.version == "6.0"
    await template.schema.replace()
    assert service.sent[-1] == f"PUT {service.sync}/templates/t/schema"
    assert service.body == SENT
