"""Schemas: what a PUT keeps, what it refuses, where a reset leads; directories, functions, operators, expressions."""

import copy
from typing import Any

import pytest

from graphsync.emulator import SCIM_APPLICATION_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID

from .conftest import Caller

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
SCHEMA = f"{SYNC}/jobs/{SCIM_JOB_ID}/schema"
TEMPLATE = f"/applications/{SCIM_APPLICATION_ID}/synchronization/templates/scim"


def first_mapping(schema: dict[str, Any]) -> Any:
    return schema["synchronizationRules"][0]["objectMappings"][0]


def test_what_was_read_can_be_put_back(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    call("PUT", SCHEMA, schema, status=204)
    again = call("GET", SCHEMA)
    assert again.pop("version") != schema.pop("version")
    assert again == schema
    assert again["id"] == SCIM_JOB_ID


@pytest.mark.usefixtures("unknown_members")
def test_unknown_members_survive(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    schema["futureMember"] = {"nested": [1, None]}
    first_mapping(schema)["attributeMappings"][0]["mappingType"] = "Direct"
    call("PUT", SCHEMA, schema, status=204)
    again = call("GET", SCHEMA)
    assert again["futureMember"] == {"nested": [1, None]}
    assert first_mapping(again)["attributeMappings"][0]["mappingType"] == "Direct"


@pytest.mark.parametrize(
    ("name", "value"),
    [("flowBehavior", "flowWhenChanged"), ("flowType", "always"), ("flowType", "Add")],
)
def test_another_case_in_an_enumeration_is_406(call: Caller, name: str, value: str) -> None:
    schema = call("GET", SCHEMA)
    first_mapping(schema)["attributeMappings"][0][name] = value
    assert value in call("PUT", SCHEMA, schema, status=406)["error"]["message"]


def test_flags_are_checked_one_by_one_and_blanks_do_not_count(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    first_mapping(schema)["flowTypes"] = "Add, Update"
    call("PUT", SCHEMA, schema, status=204)
    first_mapping(schema)["flowTypes"] = "Add,update"
    assert "'update'" in call("PUT", SCHEMA, schema, status=406)["error"]["message"]


@pytest.mark.parametrize(
    "body", [{"synchronizationRules": {}}, {"directories": ["x"]}, b"[]", b"{"]
)
def test_what_is_no_schema(call: Caller, body: object) -> None:
    call("PUT", SCHEMA, body, status=400)


@pytest.mark.parametrize("path", [SCHEMA, f"{SYNC}/jobs/{SCIM_JOB_ID}"])
def test_patch_finds_no_resource(call: Caller, path: str) -> None:
    error = call("PATCH", path, {}, status=404)["error"]
    assert error["code"] == "UnknownError"
    assert error["message"].startswith('{"Message": "No HTTP resource was found')


def test_reset_goes_back_to_the_template(call: Caller) -> None:
    before = call("GET", SCHEMA)
    call("PUT", SCHEMA, {**before, "synchronizationRules": []}, status=204)
    call("DELETE", SCHEMA, status=204)
    assert call("GET", SCHEMA) == before


def test_a_templates_schema_is_what_new_jobs_and_resets_get(call: Caller) -> None:
    schema = call("GET", f"{TEMPLATE}/schema")
    changed = copy.deepcopy(schema)
    first_mapping(changed)["name"] = "Changed"
    call("PUT", f"{TEMPLATE}/schema", changed, status=204)
    assert first_mapping(call("GET", SCHEMA))["name"] == "Changed"
    call("DELETE", f"{TEMPLATE}/schema", status=204)
    assert first_mapping(call("GET", SCHEMA)) == first_mapping(schema)


def test_updating_a_template_erases_what_is_not_mentioned(call: Caller) -> None:
    call("PATCH", TEMPLATE, {"description": "Ours", "discoverable": True}, status=204)
    template = call("GET", TEMPLATE)
    assert (template["description"], template["factoryTag"], template["metadata"]) == (
        "Ours",
        None,
        [],
    )
    call("PATCH", TEMPLATE, {"discoverable": False}, status=204)
    assert [item["id"] for item in call("GET", f"{SYNC}/templates")["value"]] == ["customappsso"]
    call("DELETE", TEMPLATE, status=204)
    call("GET", TEMPLATE, status=404)
    call("POST", f"{SYNC}/templates", {"id": "x"}, status=404)
    assert call("GET", f"{SYNC}/templates/$count") == b"1"


def test_directories(call: Caller) -> None:
    path = f"{SCHEMA}/directories"
    source, target = call("GET", path)["value"]
    assert call("GET", f"{path}/$count") == b"2"
    assert call("GET", f"{path}/{source['id']}")["name"] == "Microsoft Entra ID"
    made = call("POST", path, {"name": "Extra", "readOnly": True}, status=201)
    assert made["discoverabilities"] == "None"
    call("POST", path, {"id": made["id"]}, status=400)
    assert call("PATCH", f"{path}/{made['id']}", {"name": "Other"})["readOnly"] is True
    call("DELETE", f"{path}/{made['id']}", status=204)
    call("GET", f"{path}/{made['id']}", status=404)
    found = call("POST", f"{path}/{source['id']}/discover")
    assert found["discoveryDateTime"] == "2026-01-01T00:00:00.0000000Z"
    assert call("GET", f"{path}/{source['id']}")["discoveryDateTime"] is None
    call("POST", f"{path}/{target['id']}/discover", status=400)


@pytest.mark.parametrize("owner", [SCHEMA, f"{TEMPLATE}/schema"])
@pytest.mark.parametrize("brackets", ["", "()"])
def test_functions_and_operators(call: Caller, owner: str, brackets: str) -> None:
    functions = {
        item["name"]: item["parameters"]
        for item in call("GET", f"{owner}/functions{brackets}")["value"]
    }
    assert [item["name"] for item in functions["Replace"]][:3] == [
        "source",
        "Find",
        "RegularExpression",
    ]
    assert functions["Join"][1] == {
        "name": "source",
        "type": "String",
        "required": True,
        "allowMultipleOccurrences": True,
    }
    operators = {
        item["name"]: item for item in call("GET", f"{owner}/filterOperators{brackets}")["value"]
    }
    assert operators["IS NULL"] == {
        "name": "IS NULL",
        "arity": "Unary",
        "multivaluedComparisonType": "All",
        "supportedAttributeTypes": ["Integer", "String", "Binary", "Boolean"],
    }


def parse(call: Caller, expression: str, **properties: object) -> Any:
    given = {"properties": [{"key": key, "value": value} for key, value in properties.items()]}
    return call(
        "POST", f"{SCHEMA}/parseExpression", {"expression": expression, "testInputObject": given}
    )


def test_parse_expression(call: Caller) -> None:
    answer = parse(
        call, 'Replace([preferredLanguage], "-", , , "_", ,  )', preferredLanguage="EN-US"
    )
    assert (answer["parsingSucceeded"], answer["evaluationSucceeded"]) == (True, True)
    assert (answer["evaluationResult"], answer["error"]) == (["EN_US"], None)
    assert (
        answer["parsedExpression"]["expression"] == 'Replace([preferredLanguage], "-", , , "_", , )'
    )
    several = parse(call, "RemoveDuplicates([proxyAddresses])", proxyAddresses=["a", "b", "a"])
    assert several["evaluationResult"] == ["a", "b"]


def test_a_wrong_expression_is_part_of_the_answer(call: Caller) -> None:
    answer = parse(call, "Replace([a]")
    assert (answer["parsingSucceeded"], answer["parsedExpression"]) == (False, None)
    assert "not closed" in answer["error"]["message"]
    failing = parse(call, 'Mid([a], "x", 1)', a="b")
    assert (failing["parsingSucceeded"], failing["evaluationSucceeded"]) == (True, False)
    without = call("POST", f"{SCHEMA}/parseExpression", {"expression": "[a]"})
    assert (without["evaluationSucceeded"], without["evaluationResult"], without["error"]) == (
        False,
        [],
        None,
    )
    call("POST", f"{SCHEMA}/parseExpression", {}, status=400)


def test_a_changed_expression_changes_the_next_cycle(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    for mapping in first_mapping(schema)["attributeMappings"]:
        if mapping["targetAttributeName"] == "title":
            mapping["source"] = {
                "type": "Function",
                "name": "ToUpper",
                "expression": "ToUpper([jobTitle])",
            }
    for attribute in schema["directories"][1]["objects"][0]["attributes"]:
        attribute["caseExact"] = attribute["name"] == "title"  # else another case is not a change
    call("PUT", SCHEMA, schema, status=204)
    call.emulator.advance(minutes=45)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).values()
    assert {item["attributes"].get("title") for item in accounts} == {"MANAGER", "SPECIALIST", None}


def test_a_scope_filter_takes_the_others_out(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    clause = {
        "sourceOperandName": "department",
        "operatorName": "EQUALS",
        "targetOperand": {"values": ["Sales"]},
    }
    first_mapping(schema)["scope"] = {"groups": [{"name": "Sales only", "clauses": [clause]}]}
    call("PUT", SCHEMA, schema, status=204)
    call.emulator.advance(minutes=45)
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID).values()
    people = [item["attributes"] for item in accounts if "userName" in item["attributes"]]
    active = {
        next(v for k, v in one.items() if k.endswith(":department"))
        for one in people
        if one["active"] == "True"
    }
    assert active == {"Sales"}
    assert len(people) == 40
