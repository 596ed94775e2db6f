"""A user as Graph returns it, with the names that attribute mappings use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graphsync.expressions.json_shapes import Document, is_array, is_object, member

_LIST: Final = "onPremisesExtensionAttributes"
# What mappings call an attribute, and where Graph has it.
_GRAPH_NAMES: Final[Mapping[str, str]] = {
    "dirSyncEnabled": "onPremisesSyncEnabled",
    "distinguishedName": "onPremisesDistinguishedName",
    "facsimileTelephoneNumber": "faxNumber",
    "immutableId": "onPremisesImmutableId",
    "mobile": "mobilePhone",
    "objectId": "id",
    "originalUserPrincipalName": "userPrincipalName",
    "physicalDeliveryOfficeName": "officeLocation",
    "telephoneNumber": "businessPhones",
    **{f"extensionAttribute{number}": _LIST for number in range(1, 16)},
}
# Members of a user that $select takes in v1.0.
_MEMBERS: Final = frozenset(
    {
        "accountEnabled",
        "ageGroup",
        "businessPhones",
        "city",
        "companyName",
        "country",
        "createdDateTime",
        "department",
        "displayName",
        "employeeHireDate",
        "employeeId",
        "employeeType",
        "faxNumber",
        "givenName",
        "id",
        "jobTitle",
        "mail",
        "mailNickname",
        "mobilePhone",
        "officeLocation",
        "onPremisesDistinguishedName",
        "onPremisesImmutableId",
        "onPremisesSamAccountName",
        "onPremisesSyncEnabled",
        "onPremisesUserPrincipalName",
        "otherMails",
        "postalCode",
        "preferredLanguage",
        "proxyAddresses",
        "state",
        "streetAddress",
        "surname",
        "usageLocation",
        "userPrincipalName",
        "userType",
    }
)
# Attributes that are not a member of the user: the service makes them, or they are read elsewhere.
_MADE: Final = frozenset({"issoftdeleted", "manager", "approleassignments", "active"})
_ALWAYS: Final = ("id", "userPrincipalName", "displayName", "accountEnabled", "userType")


@dataclass(frozen=True, slots=True)
class Readable:
    """What of a set of source attributes a user of Graph shows.

    `select` are the members to ask for, `hidden` the attributes that Graph does not show.
    """

    select: tuple[str, ...]
    hidden: frozenset[str]


def readable(attributes: Iterable[str]) -> Readable:
    """Return how to read source attributes from a user of Graph."""
    select: dict[str, None] = dict.fromkeys(_ALWAYS)
    hidden: set[str] = set()
    for name in attributes:
        member_name = _GRAPH_NAMES.get(name, name)
        if member_name in _MEMBERS or member_name == _LIST or name.startswith("extension_"):
            select[member_name] = None
        elif name.casefold() not in _MADE:
            hidden.add(name)
    return Readable(tuple(select), frozenset(hidden))


def filterable(attribute: str) -> str | None:
    """Return the member by which Graph can filter users for a source attribute, or None."""
    name = _GRAPH_NAMES.get(attribute, attribute)
    return name if name in _FILTERED else None


_FILTERED: Final = frozenset(
    {
        "displayName",
        "employeeId",
        "mail",
        "mailNickname",
        "onPremisesImmutableId",
        "userPrincipalName",
    }
)


def source_attributes(person: Mapping[str, object]) -> Document:
    """Return a user of Graph with the names that mappings use."""
    found: Document = dict(person)
    listed = member(found, _LIST)
    for name, graphs in _GRAPH_NAMES.items():
        if name in found:
            continue
        if graphs == _LIST:
            if name in listed:
                found[name] = listed[name]
        elif graphs == "businessPhones":
            phones: object = found.get(graphs)
            if is_array(phones) and phones:
                found[name] = phones[0]
        elif graphs in found and name != "originalUserPrincipalName":
            found[name] = found[graphs]
    manager: object = found.get("manager")
    if is_object(manager):
        found["manager"] = manager.get("id")
    return found
