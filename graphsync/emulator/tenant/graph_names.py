"""Users and groups as Graph names their properties, made from source objects and back."""

from graphsync.emulator.document import Document, is_array, strings

# Graph's name to the one that attribute mappings know.
_RENAMED = {
    "mobilePhone": "mobile",
    "officeLocation": "physicalDeliveryOfficeName",
    "faxNumber": "facsimileTelephoneNumber",
}
# What Graph answers of a user without `$select`.
USER_DEFAULTS = (
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
    "id",
)
USER_TEXTS = (
    "ageGroup",
    "city",
    "companyName",
    "country",
    "createdDateTime",
    "deletedDateTime",
    "department",
    "employeeHireDate",
    "employeeId",
    "employeeType",
    "faxNumber",
    "mailNickname",
    "onPremisesDistinguishedName",
    "onPremisesImmutableId",
    "onPremisesSamAccountName",
    "onPremisesSyncEnabled",
    "onPremisesUserPrincipalName",
    "postalCode",
    "state",
    "streetAddress",
    "usageLocation",
    "userType",
)
_USER_LISTS = ("otherMails", "proxyAddresses")
_EXTENSION = "extension_"
# What the emulator keeps of a source object for itself, or as a reference.
_INTERNAL = frozenset({"change", "isSoftDeleted", "manager", "members"})


def user_of(source: Document) -> Document:
    """Return a user as Graph shows it, every property included."""
    found: Document = {name: _value(source, name) for name in USER_DEFAULTS}
    phone = source.get("telephoneNumber")
    found["businessPhones"] = strings(source.get("businessPhones")) or (
        [str(phone)] if phone else []
    )
    found["accountEnabled"] = source.get("accountEnabled", True)
    found |= {name: _value(source, name) for name in USER_TEXTS}
    found |= {name: strings(source.get(name)) for name in _USER_LISTS}
    found["passwordProfile"] = None
    return found | {name: value for name, value in source.items() if name.startswith(_EXTENSION)}


def group_of(source: Document) -> Document:
    """Return a group as Graph shows it, every property included."""
    kinds = strings(source.get("groupTypes"))
    return {
        "id": source["id"],
        "deletedDateTime": source.get("deletedDateTime"),
        "createdDateTime": source.get("createdDateTime"),
        "description": source.get("description"),
        "displayName": source.get("displayName"),
        "groupTypes": kinds,
        "isAssignableToRole": source.get("isAssignableToRole"),
        "mail": source.get("mail"),
        "mailEnabled": source.get("mailEnabled", "Unified" in kinds),
        "mailNickname": source.get("mailNickname"),
        "membershipRule": source.get("membershipRule"),
        "membershipRuleProcessingState": source.get("membershipRuleProcessingState"),
        "onPremisesSyncEnabled": source.get("onPremisesSyncEnabled"),
        "proxyAddresses": strings(source.get("proxyAddresses")),
        "securityEnabled": source.get("securityEnabled", True),
        "visibility": source.get("visibility"),
    }


def source_of(source: Document, changes: Document) -> Document:
    """Return a source object with what a request in Graph's names changes; null removes a value."""
    found = dict(source)
    for name, value in changes.items():
        if name == "businessPhones":
            found.pop(name, None)
            _put(found, "telephoneNumber", value[0] if is_array(value) and value else None)
        elif name != "passwordProfile":  # a password is never kept
            found.pop(name, None)
            _put(found, _RENAMED.get(name, name), value)
    return found


def is_internal(name: str) -> bool:
    """Return whether no request sets a member of this name as a property."""
    return name in _INTERNAL


def _put(found: Document, name: str, value: object) -> None:
    if value is None:
        found.pop(name, None)
    else:
        found[name] = value


def _value(source: Document, name: str) -> object:
    return source.get(name, source.get(_RENAMED.get(name, name)))
