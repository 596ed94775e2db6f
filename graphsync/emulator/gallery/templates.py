"""The synchronization templates and the gallery applications that bring them."""

from dataclasses import dataclass
from functools import cache

from graphsync.emulator.document import Document
from graphsync.emulator.gallery.mappings import (
    BOX_GROUP,
    BOX_USER,
    CORE_GROUP,
    DIRECTORY_GROUP,
    DIRECTORY_USER,
    ENTERPRISE_USER,
    INBOUND_USER,
    SALESFORCE_USER,
    SCIM_GROUP,
    SCIM_USER,
)
from graphsync.emulator.gallery.schema import ENTRA, Clause, Plan, Side, build
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID, SCIM_RULE_ID, steady_id
from graphsync.expressions.value import Reading

INBOUND_TEMPLATE_ID = steady_id("application template", "API2AAD")
_INBOUND_AD_TEMPLATE_ID = steady_id("application template", "API2AD")
_SCIM_SIDES = (Side("User", ENTERPRISE_USER, SCIM_USER), Side("Group", CORE_GROUP, SCIM_GROUP))
_DIRECTORY_SIDES = (Side("User", "User", DIRECTORY_USER), Side("Group", "Group", DIRECTORY_GROUP))
_INBOUND_SIDES = (Side(ENTERPRISE_USER, "User", INBOUND_USER),)
_CLOUD_SYNC = "1a4721b3-e57f-4451-ae87-ef078703ec94"
_ACTIVE_DIRECTORY = "Active Directory"
_CROSS_TENANT = "Azure2Azure"
# Captures have these two conditions; which group they stand in was not captured.
_OWN_USERS = (
    Clause("alternativeSecurityIds", "EQUALS", "None"),
    Clause("userState", "NOT EQUALS", "PendingAcceptance"),
)
_SALESFORCE_SIDES = (Side("User", "User", SALESFORCE_USER),)
_BOX_SIDES = (Side("User", "User", BOX_USER), Side("Group", "Group", BOX_GROUP))
_SCIM_FIELDS = '[{"name":"baseaddress"},{"name":"secrettoken","secret":true}]'


@dataclass(frozen=True, slots=True)
class Template:
    """One shipped template."""

    id: str
    application_id: str
    factory_tag: str
    plan: Plan
    fields: str = "[]"
    needs_credentials: bool = True
    default: bool = True

    @property
    def accepts_uploads(self) -> bool:
        """Whether its jobs take their source objects from `bulkUpload`."""
        return self.plan.inbound

    @property
    def crosses_tenants(self) -> bool:
        """Whether its jobs provision to another tenant, where no account stays that left scope."""
        return self.id == _CROSS_TENANT

    @property
    def reading(self) -> Reading:
        """Which of the two references its expressions follow."""
        return "cloud sync" if self.plan.cloud_sync else "application"

    def document(self) -> Document:
        """Return the template as Graph serves it, schema inline."""
        metadata = {
            "galleryApplicationIdentifier": self.application_id,
            "galleryApplicationKey": self.factory_tag,
            "isSynchronizationInPreview": "False",
            "configurationFields": self.fields,
        }
        return {
            "id": self.id,
            "applicationId": self.application_id,
            "default": self.default,
            "description": None,
            "discoverable": True,
            "factoryTag": self.factory_tag,
            "metadata": [{"key": key, "value": value} for key, value in metadata.items()],
            "schema": {"id": f"{self.id}.{'0' * 32}", "version": "6.0", **self.schema()},
        }

    def schema(self) -> Document:
        """Return the default schema.

        What is in it is shared: copy it in depth before you change it.
        """
        return dict(_schema(self.id))


@cache
def _schema(template_id: str) -> Document:
    return build(TEMPLATES[template_id].plan)


def _scim(template_id: str, application_id: str, tag: str, *, default: bool = True) -> Template:
    plan = Plan(SCIM_RULE_ID, "USERGROUP_OUTBOUND_USERGROUP", ENTRA, tag, _SCIM_SIDES)
    return Template(template_id, application_id, tag, plan, _SCIM_FIELDS, default=default)


def _directory(
    template_id: str,
    rule_id: str,
    rule: str,
    source: str,
    target: str,
    gallery_id: str,
    *,
    default: bool = True,
) -> Template:
    sides = tuple(
        Side(
            source_name(side.source, source),
            side.target,
            side.mappings,
            _OWN_USERS if template_id == _CROSS_TENANT and side.source == "User" else (),
        )
        for side in _DIRECTORY_SIDES
    )
    cloud_sync = gallery_id == _CLOUD_SYNC
    plan = Plan(rule_id, rule, source, target, sides, on_demand=default, cloud_sync=cloud_sync)
    return Template(
        template_id, gallery_id, template_id, plan, needs_credentials=False, default=default
    )


def source_name(name: str, directory: str) -> str:
    """Return how a directory spells an object: Active Directory has `user` where Entra has
    `User`.
    """
    return name.lower() if directory == _ACTIVE_DIRECTORY else name


def _gallery(
    template_id: str, tag: str, rule_id: str, rule: str, sides: tuple[Side, ...]
) -> Template:
    plan = Plan(rule_id, rule, ENTRA, tag, sides)
    return Template(
        template_id, steady_id("application template", template_id), tag, plan, _SCIM_FIELDS
    )


def _inbound(template_id: str, target: str, gallery_id: str) -> Template:
    plan = Plan(
        steady_id("rule", template_id),
        "USER_INBOUND_USER",
        "API",
        target,
        _INBOUND_SIDES,
        inbound=True,
    )
    return Template(template_id, gallery_id, template_id, plan, needs_credentials=False)


_SALESFORCE_RULE = "4c5ecfa1-a072-4460-b1c3-4adde3479854"
_AD_RULE = "6c409270-f78a-4bc6-af23-7cf3ab6482fe"

TEMPLATES: dict[str, Template] = {
    template.id: template
    for template in (
        _scim("scim", NON_GALLERY_TEMPLATE_ID, "customappsso"),
        _scim("customappsso", NON_GALLERY_TEMPLATE_ID, "customappsso", default=False),
        _scim("dataBricks", "9c9818d2-2900-49e8-8ba4-22688be7c675", "dataBricks"),
        _scim("aWSSingleSignon", "21ed01d2-ec13-4e9e-86c1-cd546719ebc4", "aWSSingleSignon"),
        _scim("aws", "8b1025e4-1dd2-430b-a150-2ef79cd700f5", "aws"),
        _scim("gsuite", "01303a13-8322-4e06-bee5-80d612907131", "gsuite"),
        _directory(
            _CROSS_TENANT,
            "01e28086-1453-4cb2-b95d-4fbc4564fcc0",
            _CROSS_TENANT,
            ENTRA,
            "Microsoft Entra ID (target tenant)",
            "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7",
        ),
        _directory(
            "AD2AADProvisioning",
            _AD_RULE,
            "AD2AADProvisioning",
            _ACTIVE_DIRECTORY,
            ENTRA,
            _CLOUD_SYNC,
        ),
        _directory(
            "AD2AADPasswordHash",
            steady_id("rule", "AD2AADPasswordHash"),
            "AD2AADPasswordHash",
            _ACTIVE_DIRECTORY,
            ENTRA,
            _CLOUD_SYNC,
            default=False,
        ),
        _directory(
            "AAD2ADExchangeHybridWriteback",
            steady_id("rule", "AAD2ADExchangeHybridWriteback"),
            "AAD2ADExchangeHybridWriteback",
            ENTRA,
            _ACTIVE_DIRECTORY,
            _CLOUD_SYNC,
            default=False,
        ),
        _gallery(
            "gitHubEnterpriseCloud",
            "gitHubEnterpriseCloud",
            SCIM_RULE_ID,
            "USERGROUP_OUTBOUND_USERGROUP",
            _SCIM_SIDES,
        ),
        _gallery(
            "Slack",
            "CustomSCIM",
            steady_id("rule", "Slack"),
            "USERGROUP_OUTBOUND_USERGROUP",
            _SCIM_SIDES,
        ),
        _gallery(
            "BoxOutDelta",
            "BoxOutDelta",
            steady_id("rule", "BoxOutDelta"),
            "USERGROUP_OUTBOUND_USERGROUP",
            _BOX_SIDES,
        ),
        _gallery(
            "SfSandboxOutDelta",
            "SfSandboxOutDelta",
            _SALESFORCE_RULE,
            "USER_OUTBOUND_USER",
            _SALESFORCE_SIDES,
        ),
        _inbound("API2AAD", ENTRA, INBOUND_TEMPLATE_ID),
        _inbound("API2AD", "Active Directory", _INBOUND_AD_TEMPLATE_ID),
    )
}

GALLERY: dict[str, str] = {
    NON_GALLERY_TEMPLATE_ID: "Custom",
    "9c9818d2-2900-49e8-8ba4-22688be7c675": "Databricks",
    "21ed01d2-ec13-4e9e-86c1-cd546719ebc4": "AWS IAM Identity Center",
    "8b1025e4-1dd2-430b-a150-2ef79cd700f5": "AWS Single-Account Access",
    "01303a13-8322-4e06-bee5-80d612907131": "Google Cloud",
    "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7": "Cross-tenant synchronization",
    _CLOUD_SYNC: "Cloud sync",
    **{
        steady_id("application template", template_id): name
        for template_id, name in (
            ("gitHubEnterpriseCloud", "GitHub Enterprise Managed User"),
            ("Slack", "Slack"),
            ("BoxOutDelta", "Box"),
            ("SfSandboxOutDelta", "Salesforce Sandbox"),
        )
    },
    INBOUND_TEMPLATE_ID: "API-driven provisioning to Microsoft Entra ID",
    _INBOUND_AD_TEMPLATE_ID: "API-driven provisioning to Active Directory",
}


def of_application(application_template_id: str) -> list[Template]:
    """Return the templates that a gallery application brings."""
    return [
        template
        for template in TEMPLATES.values()
        if template.application_id == application_template_id
    ]
