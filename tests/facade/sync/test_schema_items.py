# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_schema_items.py
from __future__ import annotations

import pytest

from graphsync import models
from graphsync.errors import NoMatch, NotLoaded, SeveralMatches
from tests.facade.schemas import PARSED, SCHEMA

pytestmark = pytest.mark.anyio


def test_items_are_found_by_their_names(sync, service):
    service.answer(SCHEMA)
    schema = sync.jobs["j"].schema.get()
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


def test_ambiguous_names_are_told(sync, service):
    rules = [{"id": "1", "name": "A"}, {"id": "2", "name": "A"}]
    service.answer({"synchronizationRules": rules})
    schema = sync.jobs["j"].schema.get()
    with pytest.raises(SeveralMatches, match="2 items"):
        schema.rules["A"]
    assert schema.rules["2"].id == "2"


def test_adding_and_removing(sync, service):
    service.answer(SCHEMA).answer(status=204)
    schema = sync.jobs["j"].schema.get()
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
    schema.replace()
    sent = service.body["synchronizationRules"][0]["objectMappings"]
    assert [mapping["targetAttributeName"] for mapping in sent[0]["attributeMappings"]] == [
        "userName"
    ]
    assert sent[1]["attributeMappings"] == [{"targetAttributeName": "members"}]
    assert sent[1]["flowTypes"] == "Add, Tomorrow"


@pytest.mark.parametrize("home", ["jobs", "templates"])
def test_lists_below_a_schema(sync, service, home):
    schema = getattr(sync, home)["x"].schema
    base = f"{service.sync}/{home}/x/schema"
    service.page({"name": "ToUpper", "parameters": []}).page(
        {"name": "EQUALS", "arity": "Binary"}
    ).page({"id": "d"})
    assert [function.name for function in schema.functions] == ["ToUpper"]
    assert [operator.arity for operator in schema.filter_operators] == ["Binary"]
    assert [directory.id for directory in schema.directories] == ["d"]
    assert service.sent == [
        f"GET {base}/functions()",
        f"GET {base}/filterOperators()",
        f"GET {base}/directories",
    ]


@pytest.mark.parametrize("home", ["jobs", "templates"])
def test_directories(sync, service, home):
    directories = getattr(sync, home)["x"].schema.directories
    base = f"{service.sync}/{home}/x/schema/directories"
    service.answer({"id": "d", "name": "Old", "readOnly": True, "objects": []}).answer(status=204)
    directory = directories["d"].get()
    assert (directory.id, directory.name, directory.read_only, directory.version) == (
        "d",
        "Old",
        True,
        None,
    )
    directory.name = "New"
    directory.update()
    assert (service.sent[-1], service.body) == (f"PATCH {base}/d", {"name": "New"})
    assert not directory.has_edits
    service.answer({"id": "d", "objects": [{"name": "User"}]})
    assert (directory.discover()).objects[0].name == "User"
    assert service.sent[-1] == f"POST {base}/d/discover"
    assert directory.objects == []
    service.answer({"id": "n"}, status=201).answer(content=b"2").answer(status=204)
    assert (directories.create(models.DirectoryDefinition(name="N"))).id == "n"
    assert directories.count() == 2
    directories.get_by_id("d").delete()
    assert service.sent[-1] == f"DELETE {base}/d"
    with pytest.raises(NotLoaded, match=r"directory\.get\(\)"):
        _ = directories["z"].name


def test_parsing_an_expression_takes_a_sample(sync, service):
    service.answer(PARSED)
    sample = models.ExpressionInputObject(
        properties=[models.StringKeyObjectValuePair(key="upn", value="ada")]
    )
    answer = sync.jobs["j"].schema.parse_expression(
        "ToUpper([upn])",
        test_input_object=sample,
        target_attribute_definition=models.AttributeDefinition(name="x"),
    )
    assert answer.evaluation_result == ["ADA"]
    assert service.body["testInputObject"] == {"properties": [{"key": "upn", "value": "ada"}]}
    assert service.body["targetAttributeDefinition"] == {"name": "x"}


def test_what_there_is_can_be_looked_at(sync, service):
    service.answer(SCHEMA)
    schema = sync.jobs["j"].schema.get()
    rule = schema.rules["r-1"]
    users = rule.object_mappings["User"]
    added = users.attribute_mappings.add(
        models.AttributeMapping(target_attribute_name="mail", default_value="x")
    )
    assert [
        repr(thing) for thing in (schema.rules, rule, users, added, users.attribute_mappings)
    ] == [
        "<rules: USER_OUTBOUND_USER>",
        "<Rule USER_OUTBOUND_USER: None to None>",
        "<ObjectMapping Provision Users: User to urn:user>",
        "<AttributeMapping mail = None>",
        "<attribute mappings: userName, title, mail>",
    ]
