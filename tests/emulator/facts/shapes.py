"""Facts about the gallery, templates and what is within a schema."""

import re

from .fact import ABSENT, Fact, Step, request
from .jobs import GUID
from .schemas import at

_RULE = "synchronizationRules.0"
_USERS = f"{_RULE}.objectMappings.0"
_GROUPS = f"{_RULE}.objectMappings.1"
_SCHEMA = request("GET {job}/schema")
_CLOUD_SYNC = "1a4721b3-e57f-4451-ae87-ef078703ec94"
_CROSS_TENANT = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7"
_INTERVAL = "schedule.interval"
_ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def instantiated(gallery_id: str) -> Step:
    return request(f"POST /applicationTemplates/{gallery_id}/instantiate", {"displayName": "New"})


def made(template_id: str) -> Step:
    return request("POST {new}/jobs", {"templateId": template_id})


def known(words: str, gallery_id: str, template_id: str) -> Fact:
    """Return the fact that an application of the gallery brings a template."""
    steps = (instantiated(gallery_id), request("GET {new}/templates"))
    return Fact(words, steps, 200, {f"value.id={template_id}.applicationId": gallery_id})


def edited(changes: dict[str, object]) -> Step:
    """Return a PUT of the schema as it is with some places changed."""
    return request("PUT {job}/schema", {"=": "GET {job}/schema", "places": changes})


def put(words: str, changes: dict[str, object], status: int = 204) -> Fact:
    return Fact(words, (edited(changes),), status)


def kept(words: str, changes: dict[str, object], members: dict[str, object]) -> Fact:
    return Fact(words, (edited(changes), _SCHEMA), 200, members)


def rule(words: str, gallery_id: str, template_id: str, members: dict[str, object]) -> Fact:
    """Return the fact about the rule of a template's schema."""
    steps = (instantiated(gallery_id), request(f"GET {{new}}/templates/{template_id}/schema"))
    return Fact(words, steps, 200, {f"{_RULE}.{name}": value for name, value in members.items()})


def scope(operator: str, attribute: str = "department", *values: str) -> dict[str, object]:
    operand = {"values": list(values)} if values else None
    clause = {
        "sourceOperandName": attribute,
        "operatorName": operator,
        "targetOperand": operand,
    }
    groups = [{"name": "Some", "clauses": [clause]}]
    return {"categoryFilterGroups": [], "inputFilterGroups": [], "groups": groups}


_FIRST = f"{_USERS}.attributeMappings.1"

FACTS = (
    known("the gallery knows cloud sync", _CLOUD_SYNC, "AD2AADProvisioning"),
    known("the gallery knows cross-tenant synchronization", _CROSS_TENANT, "Azure2Azure"),
    known("the gallery knows Databricks", "9c9818d2-2900-49e8-8ba4-22688be7c675", "dataBricks"),
    known(
        "the gallery knows AWS IAM Identity Center",
        "21ed01d2-ec13-4e9e-86c1-cd546719ebc4",
        "aWSSingleSignon",
    ),
    known(
        "the gallery knows AWS of a single account", "8b1025e4-1dd2-430b-a150-2ef79cd700f5", "aws"
    ),
    known("the gallery knows Google", "01303a13-8322-4e06-bee5-80d612907131", "gsuite"),
    Fact(
        "an application of cloud sync has its templates",
        (
            instantiated(_CLOUD_SYNC),
            made("AD2AADProvisioning"),
            made("AD2AADPasswordHash"),
            made("AAD2ADExchangeHybridWriteback"),
            request("GET {new}/jobs"),
        ),
        200,
        {"value.#": 3, "value.0.id": re.compile(r"^AD2AADProvisioning\.[0-9a-f]{32}\.")},
    ),
    Fact(
        "a cloud sync job's interval is PT20M in captures",
        (instantiated(_CLOUD_SYNC), made("AD2AADProvisioning")),
        201,
        {_INTERVAL: "PT20M"},
    ),
    Fact(
        "the settings of a cloud sync job",
        (instantiated(_CLOUD_SYNC), made("AD2AADProvisioning")),
        201,
        {
            f"synchronizationJobSettings.name={name}.value": value
            for name, value in {
                "Domain": '{"domain":"contoso.com"}',
                "DomainFQDN": "contoso.com",
                "DomainNetBios": "CONTOSO",
                "ForestFQDN": "contoso.com",
                "ForestNetBios": "CONTOSO",
                "DomainDiscoveredAt": "2026-01-01T00:00:00Z",
                "LookaheadQueryIntervalValue": "30",
                "QuarantineTooManyDeletesThreshold": "500",
            }.items()
        },
    ),
    Fact(
        "a cloud sync job runs every 2 minutes in the guide",
        (instantiated(_CLOUD_SYNC), made("AD2AADProvisioning")),
        201,
        {_INTERVAL: "PT2M"},
        {"cloud_sync_interval": "PT2M"},
    ),
    Fact(
        "a template as a whole",
        (request("GET {sync}/templates"),),
        200,
        {
            "value.id=scim.metadata.key=galleryApplicationIdentifier.value": GUID,
            "value.id=scim.metadata.key=galleryApplicationKey.value": "customappsso",
            "value.id=scim.metadata.key=isSynchronizationInPreview.value": "False",
            "value.id=scim.metadata.key=configurationFields.value": re.compile("baseaddress"),
            "value.id=scim.schema.id": re.compile(r"^scim\.0{32}$"),
            "value.id=scim.schema.version": "6.0",
        },
    ),
    Fact(
        "a template that is not discoverable is not listed",
        (
            request(
                "PUT /applications/{application}/synchronization/templates/scim",
                {
                    "=": "GET {sync}/templates/scim",
                    "places": {"discoverable": False},
                },
            ),
            request("GET {sync}/templates"),
        ),
        200,
        {"value.id=scim": ABSENT},
    ),
    Fact(
        "PUT of a template's schema",
        (
            request(
                "PUT /applications/{application}/synchronization/templates/scim/schema",
                {"=": "GET {sync}/templates/scim/schema"},
            ),
        ),
        204,
    ),
    Fact(
        "a template of another application is refused",
        (request("POST {sync}/jobs", {"templateId": "dataBricks"}),),
        400,
        {"error.code": "RequestParameterInvalid"},
    ),
    rule(
        "the rule of Salesforce by id",
        "{salesforce}",
        "SfSandboxOutDelta",
        {"id": "4c5ecfa1-a072-4460-b1c3-4adde3479854", "name": "USER_OUTBOUND_USER"},
    ),
    rule(
        "the rule of cross-tenant synchronization by name",
        _CROSS_TENANT,
        "Azure2Azure",
        {"id": "01e28086-1453-4cb2-b95d-4fbc4564fcc0"},
    ),
    rule(
        "the rule of cloud sync by name",
        _CLOUD_SYNC,
        "AD2AADProvisioning",
        {"id": "6c409270-f78a-4bc6-af23-7cf3ab6482fe", "name": "AD2AADProvisioning"},
    ),
    rule(
        "cross-tenant synchronization begins with a scope",
        _CROSS_TENANT,
        "Azure2Azure",
        {
            "objectMappings.0.scope.groups.0.clauses": [
                {
                    "sourceOperandName": "alternativeSecurityIds",
                    "operatorName": "EQUALS",
                    "targetOperand": {"values": ["None"]},
                },
                {
                    "sourceOperandName": "userState",
                    "operatorName": "NOT EQUALS",
                    "targetOperand": {"values": ["PendingAcceptance"]},
                },
            ]
        },
    ),
    Fact(
        "an older job's id has two parts",
        (instantiated("{salesforce}"), made("SfSandboxOutDelta")),
        201,
        {"id": re.compile(r"^SfSandboxOutDelta\.[0-9a-f]{32}$")},
    ),
    Fact(
        "the rule of uploads by name",
        (request("GET {injob}/schema"),),
        200,
        {f"{_RULE}.name": "USER_INBOUND_USER"},
    ),
    at(
        "the source directory by name",
        {f"{_RULE}.sourceDirectoryName": "Microsoft Entra ID"},
    ),
    at(
        "a rule's directories and metadata",
        {
            f"{_RULE}.targetDirectoryName": "customappsso",
            f"{_RULE}.metadata.key=supportsProvisionOnDemand.value": "true",
            f"{_RULE}.metadata.key=defaultSourceObjectMappings.value": re.compile(r"^\[\{"),
        },
    ),
    at(
        "an object mapping's metadata",
        {
            f"{_USERS}.metadata.key=EscrowBehavior.value": '"Default"',
            f"{_USERS}.metadata.key=DisableMonitoringForChanges.value": "false",
            f"{_USERS}.metadata.key=OriginalJoiningProperty.value": '"externalId"',
            f"{_USERS}.metadata.key=Disposition.value": '"Normal"',
            f"{_USERS}.metadata.key=IsCustomerDefined.value": "false",
            f"{_USERS}.metadata.key=ExcludeFromReporting.value": "false",
            f"{_USERS}.metadata.key=Unsynchronized.value": "false",
        },
    ),
    at(
        "names of target attributes",
        {
            f"{_USERS}.attributeMappings.targetAttributeName={name}": ...
            for name in (
                "userName",
                "active",
                'emails[type eq "work"].value',
                "name.givenName",
                f"{_ENTERPRISE}:department",
            )
        },
    ),
    at(
        "users match by userName",
        {f"{_USERS}.attributeMappings.targetAttributeName=userName.matchingPriority": 1},
    ),
    at(
        "groups match by displayName",
        {f"{_GROUPS}.attributeMappings.targetAttributeName=displayName.matchingPriority": 1},
    ),
    at(
        "an attribute as a source",
        {
            f"{_USERS}.attributeMappings.targetAttributeName=userName.source": {
                "type": "Attribute",
                "name": "userPrincipalName",
                "expression": "[userPrincipalName]",
                "parameters": [],
            }
        },
    ),
    at(
        "a directory's members",
        {
            "directories.0.name": "Microsoft Entra ID",
            "directories.0.readOnly": True,
            "directories.0.discoverabilities": "AttributeNames,AttributeDataTypes",
            "directories.0.discoveryDateTime": None,
            "directories.0.objects.0.name": "User",
            "directories.0.objects.0.supportedApis": ["User"],
            "directories.0.objects.0.metadata.key=PropertyNameAccountEnabled.value": ...,
        },
    ),
    at("nothing was discovered in a target", {"directories.1.version": None}),
    at(
        "an attribute's members",
        {
            "directories.0.objects.0.attributes.name=objectId.type": "String",
            "directories.0.objects.0.attributes.name=objectId.anchor": True,
            "directories.0.objects.0.attributes.name=objectId.caseExact": False,
            "directories.0.objects.0.attributes.name=objectId.multivalued": False,
            "directories.0.objects.0.attributes.name=objectId.mutability": "ReadWrite",
            "directories.0.objects.0.attributes.name=objectId.required": False,
            "directories.0.objects.0.attributes.name=objectId.flowNullValues": ...,
            "directories.0.objects.0.attributes.name=objectId.defaultValue": None,
            "directories.0.objects.0.attributes.name=objectId.apiExpressions": [],
            "directories.0.objects.0.attributes.name=objectId.metadata": [],
            "directories.0.objects.0.attributes.name=objectId.referencedObjects": [],
        },
    ),
    at(
        "a reference's members",
        {
            "directories.0.objects.0.attributes.name=manager.type": "Reference",
            "directories.0.objects.0.attributes.name=manager.referencedObjects": [
                {"referencedObjectName": "User", "referencedProperty": None}
            ],
        },
    ),
    Fact(
        "a discovery of the source is not saved",
        (request("POST {job}/schema/directories/{source}/discover"), _SCHEMA),
        200,
        {"directories.0.discoveryDateTime": None, "version": "6.0"},
    ),
    put("another case of a behaviour is a 406", {f"{_FIRST}.flowBehavior": "flowWhenChanged"}, 406),
    put("another case of a flow type is a 406", {f"{_FIRST}.flowType": "always"}, 406),
    put("a flow type that is none is a 406", {f"{_FIRST}.flowType": "Add"}, 406),
    put("FlowAlways is taken", {f"{_FIRST}.flowBehavior": "FlowAlways"}),
    put(
        "five types of flows are taken",
        {
            f"{_USERS}.attributeMappings.{place}.flowType": name
            for place, name in enumerate(
                ("Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly")
            )
        },
    ),
    kept(
        "flow types with blanks are taken",
        {f"{_USERS}.flowTypes": "Add, Update"},
        {f"{_USERS}.flowTypes": "Add,Update"},
    ),
    put("a type in small letters", {"directories.1.objects.0.attributes.0.type": "string"}),
    put(
        "a mutability that is none is a 406",
        {"directories.1.objects.0.attributes.0.mutability": "readWrite"},
        406,
    ),
    put(
        "what can be discovered is checked", {"directories.1.discoverabilities": "Everything"}, 406
    ),
    put(
        "a schema without a match is refused",
        {f"{_USERS}.attributeMappings.targetAttributeName=userName.matchingPriority": 0},
        400,
    ),
    kept(
        "a constant as a source",
        {
            f"{_USERS}.attributeMappings.targetAttributeName=title.source": {
                "type": "Constant",
                "name": "Guest",
                "expression": '"Guest"',
                "parameters": [],
            }
        },
        {f"{_USERS}.attributeMappings.targetAttributeName=title.source.type": "Constant"},
    ),
    Fact(
        "the first parameter of IIF is one",
        (request("POST {job}/schema/parseExpression", {"expression": 'IIF([a]="1", "b", "c")'}),),
        200,
        {
            "parsedExpression.parameters.0.key": "one",
            "parsedExpression.parameters.1.key": "two",
            "parsedExpression.parameters.2.key": "three",
        },
    ),
    kept(
        "one target attribute twice is kept",
        {f"{_USERS}.attributeMappings.targetAttributeName=title.targetAttributeName": "active"},
        {
            f"{_USERS}.attributeMappings.0.targetAttributeName": "active",
            f"{_USERS}.attributeMappings.1.targetAttributeName": "active",
        },
    ),
    kept(
        "a scope can be set and read",
        {f"{_USERS}.scope": scope("EQUALS", "department", "Marketing")},
        {f"{_USERS}.scope": scope("EQUALS", "department", "Marketing")},
    ),
    kept(
        "an operator without an operand",
        {f"{_USERS}.scope": scope("IS NOT NULL")},
        {f"{_USERS}.scope.groups.0.clauses.0.targetOperand": None},
    ),
    put("a scope by the manager is refused", {f"{_USERS}.scope": scope("IS NULL", "manager")}, 400),
    put(
        "a scope by the type of user is refused",
        {f"{_USERS}.scope": scope("EQUALS", "userType", "Guest")},
        400,
    ),
    put(
        "a scope by a date is refused",
        {f"{_USERS}.scope": scope("IS NOT NULL", "employeeHireDate")},
        400,
    ),
    put(
        "a scope by roles is refused",
        {f"{_USERS}.scope": scope("IS NULL", "appRoleAssignments")},
        400,
    ),
    kept(
        "an attribute of one's own",
        {
            "directories.1.objects.0.attributes.0": {
                "name": f"{_ENTERPRISE}:shoeSize",
                "type": "Integer",
            }
        },
        {f"directories.1.objects.0.attributes.name={_ENTERPRISE}:shoeSize.type": "Integer"},
    ),
)
