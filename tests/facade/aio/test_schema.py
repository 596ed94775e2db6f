from __future__ import annotations

import copy

import pytest

from graphsync import models
from graphsync.errors import ExpressionInvalid, NoMatch, NotLoaded, SeveralMatches, UnsentEdits, VersionMismatch

pytestmark = pytest.mark.anyio

SCHEMA = {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#x",
    "id": "j",
    "version": "6.0",
    "novelty": {"a": None},
    "synchronizationRules": [
        {
            "id": "r-1",
            "name": "USER_OUTBOUND_USER",
            "editable": True,
            "metadata": [{"key": "supportsProvisionOnDemand", "value": "true"}],
            "objectMappings": [
                {
                    "name": "Provision Users",
                    "enabled": True,
                    "flowTypes": "Add,Update,Delete",
                    "sourceObjectName": "User",
                    "targetObjectName": "urn:user",
                    "scope": None,
                    "attributeMappings": [
                        {
                            "targetAttributeName": "userName",
                            "flowType": "always",
                            "flowBehavior": "FlowWhenChanged",
                            "matchingPriority": 1,
                            "source": {"type": "Attribute", "name": "upn", "expression": "[upn]", "parameters": []},
                        },
                        {"targetAttributeName": "title", "defaultValue": "none", "source": None},
                    ],
                },
                {
                    "name": "Provision Groups",
                    "flowTypes": "Add, Tomorrow",
                    "sourceObjectName": "Group",
                    "attributeMappings": None,
                },
            ],
        }
    ],
    "directories": [
        {"id": "d", "name": "Target", "discoverabilities": "AttributeNames,AttributeDataTypes", "objects": []}
    ],
}
PARSED = {
    "parsingSucceeded": True,
    "evaluationSucceeded": True,
    "evaluationResult": ["ADA"],
    "error": None,
    "parsedExpression": {
        "type": "Function",
        "name": "ToUpper",
        "expression": "ToUpper([upn])",
        "parameters": [{"key": "source", "value": {"type": "Attribute", "name": "upn", "expression": "[upn]"}}],
    },
}
SENT = {name: value for name, value in SCHEMA.items() if name != "@odata.context"}


async def test_get_then_put_sends_what_came_less_the_context(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    for rule in schema.rules:  # reading everything changes nothing
        for mapping in rule.object_mappings:
            repr([mapping, mapping.data.flow_types, *mapping.attribute_mappings])
    await schema.replace()
    assert service.sent == [f"GET {service.sync}/jobs/j/schema", f"PUT {service.sync}/jobs/j/schema"]
    assert service.body == SENT


async def test_one_edit_changes_one_thing(sync, service):
    service.answer(SCHEMA).answer(PARSED).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    mapping = schema.rules["USER_OUTBOUND_USER"].object_mappings["Provision Users"].attribute_mappings["userName"]
    answer = await mapping.set_expression("ToUpper([upn])")
    assert answer.evaluation_result == ["ADA"]
    assert service.sent[-1] == f"POST {service.sync}/jobs/j/schema/parseExpression"
    assert service.body["expression"] == "ToUpper([upn])"
    assert schema.has_edits
    await schema.replace()
    expected = copy.deepcopy(SENT)
    expected["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"][0]["source"] = PARSED[
        "parsedExpression"
    ]
    assert service.body == expected
    assert not schema.has_edits


async def test_an_expression_that_cannot_be_parsed_changes_nothing(sync, service):
    service.answer(SCHEMA)
    service.answer(
        {"parsingSucceeded": False, "parsedExpression": None, "error": {"code": "E", "message": "missing )"}}
    )
    service.answer({"parsingSucceeded": False})
    schema = await sync.jobs["j"].schema.get()
    mapping = schema.rules["r-1"].object_mappings["User"].attribute_mappings["username"]
    with pytest.raises(ExpressionInvalid, match=r"'ToUpper\(' .*missing \)|missing \)"):
        await mapping.set_expression("ToUpper(")
    with pytest.raises(ExpressionInvalid, match="gives no reason"):
        await mapping.set_expression("?")
    assert not schema.has_edits


async def test_items_are_found_by_their_names(sync, service):
    service.answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    rule = schema.rules["user_outbound_user"]
    assert (rule.id, rule.name) == ("r-1", "USER_OUTBOUND_USER")
    assert schema.rules["r-1"].data is rule.data
    assert "r-1" in schema.rules
    assert "x" not in schema.rules
    assert 7 not in schema.rules
    assert rule.object_mappings.names() == ["Provision Users", "Provision Groups"]
    assert rule.object_mappings["urn:user"].data is rule.object_mappings["User"].data
    users = rule.object_mappings["Provision Users"]
    assert users.name == "Provision Users"
    assert users.attribute_mappings["userName"].expression == "[upn]"
    assert users.attribute_mappings["title"].expression is None
    assert len(users.attribute_mappings) == 2
    with pytest.raises(NoMatch, match="no attribute mapping 'mail'; there are 'userName', 'title'"):
        users.attribute_mappings["mail"]
    with pytest.raises(NoMatch, match="there are none"):
        rule.object_mappings["Provision Groups"].attribute_mappings["x"]


async def test_ambiguous_names_are_told(sync, service):
    rules = [{"id": "1", "name": "A"}, {"id": "2", "name": "A"}]
    service.answer({"synchronizationRules": rules})
    schema = await sync.jobs["j"].schema.get()
    with pytest.raises(SeveralMatches, match="2 items"):
        schema.rules["A"]
    assert schema.rules["2"].id == "2"


async def test_adding_and_removing(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = await sync.jobs["j"].schema.get()
    rule = schema.rules["r-1"]
    users, groups = rule.object_mappings
    users.attribute_mappings.remove("title")
    added = groups.attribute_mappings.add(models.AttributeMapping(target_attribute_name="members"))
    assert added.target_attribute_name == "members"
    with pytest.raises(ValueError, match="already"):
        groups.attribute_mappings.add(models.AttributeMapping(target_attribute_name="members"))
    with pytest.raises(ValueError, match="no name"):
        groups.attribute_mappings.add(models.AttributeMapping())
    with pytest.raises(NoMatch):
        groups.attribute_mappings.remove("nobody")
    await schema.replace()
    sent = service.body["synchronizationRules"][0]["objectMappings"]
    assert [mapping["targetAttributeName"] for mapping in sent[0]["attributeMappings"]] == ["userName"]
    assert sent[1]["attributeMappings"] == [{"targetAttributeName": "members"}]
    assert sent[1]["flowTypes"] == "Add, Tomorrow"


async def test_edits_are_never_lost_silently(sync, service):
    service.answer(SCHEMA).answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    schema.rules["r-1"].data.priority = 7
    with pytest.raises(UnsentEdits, match="synchronizationRules"):
        await schema.get()
    await schema.get(discard_edits=True)
    assert schema.rules["r-1"].data.priority is None


async def test_a_failed_put_keeps_the_edits(sync, service):
    service.answer(SCHEMA).answer({"error": {"code": "X", "message": "'always' was not found"}}, status=406)
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
    service.answer({"id": "j", "schema": SENT}).answer({"id": "j", "schema": SENT | {"version": "9"}})
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


@pytest.mark.parametrize("home", ["jobs", "templates"])
async def test_lists_below_a_schema(sync, service, home):
    schema = getattr(sync, home)["x"].schema
    base = f"{service.sync}/{home}/x/schema"
    service.page({"name": "ToUpper", "parameters": []}).page({"name": "EQUALS", "arity": "Binary"}).page({"id": "d"})
    assert [function.name async for function in schema.functions] == ["ToUpper"]
    assert [operator.arity async for operator in schema.filter_operators] == ["Binary"]
    assert [directory.id async for directory in schema.directories] == ["d"]
    assert service.sent == [f"GET {base}/functions()", f"GET {base}/filterOperators()", f"GET {base}/directories"]


@pytest.mark.parametrize("home", ["jobs", "templates"])
async def test_directories(sync, service, home):
    directories = getattr(sync, home)["x"].schema.directories
    base = f"{service.sync}/{home}/x/schema/directories"
    service.answer({"id": "d", "name": "Old", "readOnly": True, "objects": []}).answer(status=204)
    directory = await directories["d"].get()
    assert (directory.id, directory.name, directory.read_only, directory.version) == ("d", "Old", True, None)
    directory.name = "New"
    await directory.update()
    assert (service.sent[-1], service.body) == (f"PATCH {base}/d", {"name": "New"})
    assert not directory.has_edits
    service.answer({"id": "d", "objects": [{"name": "User"}]})
    assert (await directory.discover()).objects[0].name == "User"
    assert service.sent[-1] == f"POST {base}/d/discover"
    assert directory.objects == []
    service.answer({"id": "n"}, status=201).answer(content=b"2").answer(status=204)
    assert (await directories.create(models.DirectoryDefinition(name="N"))).id == "n"
    assert await directories.count() == 2
    await directories.get_by_id("d").delete()
    assert service.sent[-1] == f"DELETE {base}/d"
    with pytest.raises(NotLoaded, match=r"directory\.get\(\)"):
        _ = directories["z"].name


async def test_parsing_an_expression_takes_a_sample(sync, service):
    service.answer(PARSED)
    sample = models.ExpressionInputObject(
        properties=[models.StringKeyObjectValuePair.from_dict({"key": "upn", "value": "ada"})]
    )
    answer = await sync.jobs["j"].schema.parse_expression(
        "ToUpper([upn])", test_input_object=sample, target_attribute_definition=models.AttributeDefinition(name="x")
    )
    assert answer.evaluation_result == ["ADA"]
    assert service.body["testInputObject"] == {"properties": [{"key": "upn", "value": "ada"}]}
    assert service.body["targetAttributeDefinition"] == {"name": "x"}


async def test_what_there_is_can_be_looked_at(sync, service):
    service.answer(SCHEMA)
    schema = await sync.jobs["j"].schema.get()
    rule = schema.rules["r-1"]
    users = rule.object_mappings["User"]
    added = users.attribute_mappings.add(models.AttributeMapping(target_attribute_name="mail", default_value="x"))
    assert [repr(thing) for thing in (schema.rules, rule, users, added, users.attribute_mappings)] == [
        "<rules: USER_OUTBOUND_USER>",
        "<Rule USER_OUTBOUND_USER: None to None>",
        "<ObjectMapping Provision Users: User to urn:user>",
        "<AttributeMapping mail = None>",
        "<attribute mappings: userName, title, mail>",
    ]
