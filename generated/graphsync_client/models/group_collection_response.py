"""Graph's `groupCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import BOOLEAN, TEXT, TIMESTAMP, ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .directory_object import DirectoryObject


class GroupCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of groups.

    Reference: https://learn.microsoft.com/graph/api/group-list
    """

    value: list[Group] | None = member("value", ListOf(ModelOf("Group")))
    """The groups of this page."""


class Group(DirectoryObject):
    """A set of users and other objects, which can be assigned to an application and provisioned.

    Only what provisioning uses is declared; other members that were selected are kept as they came.

    Reference: https://learn.microsoft.com/graph/api/resources/group
    """

    created_date_time: datetime | None = member("createdDateTime", TIMESTAMP)
    """When the group was created, UTC."""

    description: str | None = member("description", TEXT)
    """What the group is for."""

    display_name: str | None = member("displayName", TEXT)
    """Name as address books show it; not unique."""

    group_types: list[str] | None = member("groupTypes", ListOf(TEXT))
    """`Unified` for Microsoft 365 groups, `DynamicMembership` where a rule says who is in it."""

    is_assignable_to_role: bool | None = member("isAssignableToRole", BOOLEAN)
    """True if directory roles can be given to the group; fixed at creation."""

    mail: str | None = member("mail", TEXT)
    """Mail address; None for a group without one."""

    mail_enabled: bool | None = member("mailEnabled", BOOLEAN)
    """True if the group takes mail; needed to create a group."""

    mail_nickname: str | None = member("mailNickname", TEXT)
    """Mail alias, unique in the tenant; needed to create a group."""

    membership_rule: str | None = member("membershipRule", TEXT)
    """The rule of a dynamic group."""

    membership_rule_processing_state: str | None = member("membershipRuleProcessingState", TEXT)
    """`On` or `Paused`."""

    on_premises_sync_enabled: bool | None = member("onPremisesSyncEnabled", BOOLEAN)
    """True if the group comes from Active Directory; None if it never did."""

    proxy_addresses: list[str] | None = member("proxyAddresses", ListOf(TEXT))
    """All addresses of the group; read-only."""

    security_enabled: bool | None = member("securityEnabled", BOOLEAN)
    """True for a security group; needed to create a group."""

    visibility: str | None = member("visibility", TEXT)
    """`Public`, `Private` or `HiddenMembership`."""
