"""What a schema holds by default, how it is shown, and what the service refuses."""

import json
from typing import Any

import pytest

from graphsync.emulator import SCIM_PRINCIPAL_ID
from graphsync.emulator.gallery.templates import TEMPLATES

from .conftest import Caller
from .jobs import JOB, clauses

SCHEMA = f"{JOB}/schema"


def rule(schema: dict[str, Any]) -> dict[str, Any]:
    return schema["synchronizationRules"][0]


def pairs(metadata: list[dict[str, str]]) -> dict[str, str]:
    return {item["key"]: item["value"] for item in metadata}


# Captures of rules: an array in Pascal case with numbers for enumerations.
def test_a_rule_holds_what_it_was_made_with(call: Caller) -> None:
    found = json.loads(pairs(rule(call("GET", SCHEMA))["metadata"])["defaultSourceObjectMappings"])
    assert [item["TargetObjectName"] for item in found] == ["User", "Group"]
    user = found[0]
    assert (
        user["Enabled"],
        user["FlowTypes"],
        user["EscrowBehavior"],
        user["SourceObjectName"],
    ) == (False, 7, 1, "")
    matching = [
        item["TargetAttributeName"]
        for item in user["AttributeMappings"]
        if item["MatchingPriority"]
    ]
    assert matching == [user["OriginalJoiningProperty"]] == ["userPrincipalName"]


def test_an_object_mapping_names_what_it_was_joined_by(call: Caller) -> None:
    users, groups = rule(call("GET", SCHEMA))["objectMappings"]
    assert list(pairs(users["metadata"])) == [
        "EscrowBehavior",
        "DisableMonitoringForChanges",
        "OriginalJoiningProperty",
        "Disposition",
        "IsCustomerDefined",
        "ExcludeFromReporting",
        "Unsynchronized",
    ]
    assert pairs(users["metadata"])["OriginalJoiningProperty"] == '"externalId"'
    assert pairs(groups["metadata"])["OriginalJoiningProperty"] == '"displayName"'


# The reference of objectDefinition.
def test_objects_of_a_directory_have_metadata(call: Caller) -> None:
    source, target = call("GET", SCHEMA)["directories"]
    assert pairs(source["objects"][0]["metadata"]) == {
        "IsSoftDeletionSupported": "true",
        "ConnectorDataStorageRequired": "true",
        "IsSynchronizeAllSupported": "true",
        "PropertyNameAccountEnabled": "accountEnabled",
        "PropertyNameSoftDeleted": "IsSoftDeleted",
    }
    assert pairs(target["objects"][0]["metadata"])["IsSynchronizeAllSupported"] == "false"


# The table of default mappings in the how-to for SCIM.
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("[proxyAddresses]", 'emails[type eq "other"].value'),
        ("[physicalDeliveryOfficeName]", 'addresses[type eq "other"].Formatted'),
        ("[mail]", 'emails[type eq "work"].value'),
        ("[mailNickname]", "externalId"),
    ],
)
def test_default_mappings(call: Caller, source: str, target: str) -> None:
    mappings = rule(call("GET", SCHEMA))["objectMappings"][0]["attributeMappings"]
    assert {item["targetAttributeName"]: item["source"]["expression"] for item in mappings}[
        target
    ] == source


def test_several_addresses_are_several_items(call: Caller) -> None:
    accounts = call.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)
    account = next(item for item in accounts.values() if item["type"].endswith("User"))
    assert account["attributes"]['emails[type eq "other"].value'] == [
        "SMTP:ada.ahlberg@contoso.com"
    ]


def test_flags_lose_their_blanks_and_mappings_are_in_order(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    mapping = rule(schema)["objectMappings"][0]
    mapping["flowTypes"] = "Add, Update, Delete"
    mapping["attributeMappings"].reverse()
    call("PUT", SCHEMA, schema, status=204)
    shown = rule(call("GET", SCHEMA))["objectMappings"][0]
    assert shown["flowTypes"] == "Add,Update,Delete"
    names = [item["targetAttributeName"] for item in shown["attributeMappings"]]
    assert names == sorted(names, key=str.casefold)


def refused(call: Caller, schema: object) -> str:
    return str(call("PUT", SCHEMA, schema, status=400)["error"]["message"])


def test_an_empty_schema_is_refused(call: Caller) -> None:
    assert "synchronizationRules" in refused(call, {})


def test_an_object_mapping_without_a_match_is_refused(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    for item in rule(schema)["objectMappings"][1]["attributeMappings"]:
        item["matchingPriority"] = 0
    assert "synchronizationRules[0].objectMappings[1]: no attribute is matched" in refused(
        call, schema
    )
    rule(schema)["objectMappings"][1]["enabled"] = False
    call("PUT", SCHEMA, schema, status=204)


# known-issues: at most 10,000 characters.
def test_an_expression_that_is_too_long_is_refused(call: Caller) -> None:
    schema = call("GET", SCHEMA)
    source = rule(schema)["objectMappings"][0]["attributeMappings"][0]["source"]
    source["expression"] = f'Append([city], "{"x" * 10_000}")'
    assert "attributeMappings[0]: the expression has 10018 characters; at most 10000" in refused(
        call, schema
    )


@pytest.mark.parametrize(
    ("group", "said"),
    [
        (clauses("manager", "EQUALS", "x"), "'manager' cannot be used"),
        (clauses("city", "Equals", "x"), "use 'EQUALS'"),
        (clauses("city", "LIKE", "x"), "is not an operator"),
        (clauses("proxyAddresses", "Includes", "x"), "several values"),
        (clauses("city", "REGEX MATCH", "(Os"), "not a regular expression"),
    ],
)
@pytest.mark.parametrize("kind", ["groups", "inputFilterGroups"])
def test_a_filter_that_the_service_does_not_have_is_refused(
    call: Caller, kind: str, group: Any, said: str
) -> None:
    schema = call("GET", SCHEMA)
    rule(schema)["objectMappings"][0]["scope"] = {kind: [group]}
    message = refused(call, schema)
    assert said in message
    assert f"objectMappings[0].scope.{kind}[0].clauses[0]" in message


# Ids of templates that captures show.
@pytest.mark.parametrize(
    ("template_id", "tag"),
    [
        ("AD2AADPasswordHash", "AD2AADPasswordHash"),
        ("AAD2ADExchangeHybridWriteback", "AAD2ADExchangeHybridWriteback"),
        ("BoxOutDelta", "BoxOutDelta"),
        ("SfSandboxOutDelta", "SfSandboxOutDelta"),
        ("Slack", "CustomSCIM"),
        ("gitHubEnterpriseCloud", "gitHubEnterpriseCloud"),
    ],
)
def test_the_gallery_has_the_templates_of_captures(
    call: Caller, template_id: str, tag: str
) -> None:
    template = TEMPLATES[template_id]
    assert template.factory_tag == tag
    made = call(
        "POST",
        f"/applicationTemplates/{template.application_id}/instantiate",
        {"displayName": "X"},
        201,
    )
    principal = made["servicePrincipal"]["id"]
    sync = f"/servicePrincipals/{principal}/synchronization"
    listed = {item["id"]: item for item in call("GET", f"{sync}/templates")["value"]}
    assert template_id in listed
    job = call("POST", f"{sync}/jobs", {"templateId": template_id}, status=201)
    schema = call("GET", f"{sync}/jobs/{job['id']}/schema")
    call("PUT", f"{sync}/jobs/{job['id']}/schema", schema, status=204)


# A capture of cloud sync: filters are there and empty.
def test_cloud_sync_filters_by_container_and_group(call: Caller) -> None:
    sync = "/servicePrincipals/{}/synchronization"
    gallery = TEMPLATES["AD2AADProvisioning"].application_id
    made = call(
        "POST", f"/applicationTemplates/{gallery}/instantiate", {"displayName": "Sync"}, 201
    )
    path = sync.format(made["servicePrincipal"]["id"])
    job = call("POST", f"{path}/jobs", {"templateId": "AD2AADProvisioning"}, status=201)
    call("PUT", f"{path}/secrets", {"value": [{"key": "SyncAll", "value": "true"}]}, status=204)
    schema = call("GET", f"{path}/jobs/{job['id']}/schema")
    assert (rule(schema)["containerFilter"], rule(schema)["groupFilter"]) == (
        {"includedContainers": []},
        {"includedGroups": []},
    )
    tenant = call.emulator.graph.tenant
    first, second, third = list(tenant.users)[:3]
    tenant.users[first]["distinguishedName"] = "CN=A,OU=Sales,DC=contoso,DC=com"
    tenant.users[second]["distinguishedName"] = "CN=B,OU=sales,DC=contoso,DC=com"
    tenant.users[third]["distinguishedName"] = "CN=C,OU=Presales,DC=contoso,DC=com"
    group = next(iter(tenant.groups.values()))
    group |= {"distinguishedName": "CN=G,DC=contoso,DC=com", "members": [first, third]}
    rule(schema)["containerFilter"]["includedContainers"] = ["OU=Sales,DC=contoso,DC=com"]
    call("PUT", f"{path}/jobs/{job['id']}/schema", schema, status=204)
    call("POST", f"{path}/jobs/{job['id']}/start", status=204)
    call.emulator.advance(minutes=5)
    assert set(tenant.table("link", job["id"])) == {first, second}
    rule(schema)["groupFilter"]["includedGroups"] = ["CN=G,DC=contoso,DC=com"]
    call("PUT", f"{path}/jobs/{job['id']}/schema", schema, status=204)
    call(
        "POST", f"{path}/jobs/{job['id']}/restart", {"criteria": {"resetScope": "Full"}}, status=204
    )
    call.emulator.advance(minutes=5)
    assert set(tenant.table("link", job["id"])) == {first}


# The reference of cloud sync knows conditions about attributes without a value, that of applications does not.
@pytest.mark.parametrize(
    ("template_id", "result"), [("scim", []), ("AD2AADProvisioning", ["Other"])]
)
def test_a_template_is_read_by_its_reference(
    call: Caller, template_id: str, result: list[str]
) -> None:
    gallery = TEMPLATES[template_id].application_id
    made = call("POST", f"/applicationTemplates/{gallery}/instantiate", {"displayName": "X"}, 201)
    path = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization/templates/{template_id}/schema"
    asked = {
        "expression": 'IIF(IsNullOrEmpty([city]), "Other", [city])',
        "testInputObject": {"properties": []},
    }
    assert call("POST", f"{path}/parseExpression", asked)["evaluationResult"] == result
