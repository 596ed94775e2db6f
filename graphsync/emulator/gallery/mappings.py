"""Attribute mappings of the shipped templates: target attribute, expression, matching priority."""

from typing import TypeAlias

Mapping: TypeAlias = tuple[str, str, int]

ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
CORE_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"

SCIM_USER: tuple[Mapping, ...] = (
    ("userName", "[userPrincipalName]", 1),
    ("active", 'Switch([IsSoftDeleted], , "False", "True", "True", "False")', 0),
    ("displayName", "[displayName]", 0),
    ("title", "[jobTitle]", 0),
    ('emails[type eq "work"].value', "[mail]", 0),
    ('emails[type eq "other"].value', "[proxyAddresses]", 0),
    ("preferredLanguage", "[preferredLanguage]", 0),
    ("name.givenName", "[givenName]", 0),
    ("name.familyName", "[surname]", 0),
    ("name.formatted", 'Join(" ", [givenName], [surname])', 0),
    ('addresses[type eq "other"].Formatted', "[physicalDeliveryOfficeName]", 0),
    ('addresses[type eq "work"].streetAddress', "[streetAddress]", 0),
    ('addresses[type eq "work"].locality', "[city]", 0),
    ('addresses[type eq "work"].region', "[state]", 0),
    ('addresses[type eq "work"].postalCode', "[postalCode]", 0),
    ('addresses[type eq "work"].country', "[country]", 0),
    ('phoneNumbers[type eq "work"].value', "[telephoneNumber]", 0),
    ('phoneNumbers[type eq "mobile"].value', "[mobile]", 0),
    ('phoneNumbers[type eq "fax"].value', "[facsimileTelephoneNumber]", 0),
    ("externalId", "[mailNickname]", 0),
    (f"{ENTERPRISE_USER}:employeeNumber", "[employeeId]", 0),
    (f"{ENTERPRISE_USER}:department", "[department]", 0),
    (f"{ENTERPRISE_USER}:manager", "[manager]", 0),
)

SCIM_GROUP: tuple[Mapping, ...] = (
    ("displayName", "[displayName]", 1),
    ("externalId", "[objectId]", 0),
    ("members", "[members]", 0),
)

DIRECTORY_USER: tuple[Mapping, ...] = (
    ("userPrincipalName", "[userPrincipalName]", 1),
    ("accountEnabled", "Not([IsSoftDeleted])", 0),
    ("displayName", "[displayName]", 0),
    ("givenName", "[givenName]", 0),
    ("surname", "[surname]", 0),
    ("jobTitle", "[jobTitle]", 0),
    ("department", "[department]", 0),
    ("mail", "[mail]", 0),
    ("mailNickname", "[mailNickname]", 0),
    ("employeeId", "[employeeId]", 0),
)

DIRECTORY_GROUP: tuple[Mapping, ...] = (
    ("displayName", "[displayName]", 1),
    ("members", "[members]", 0),
)

SALESFORCE_USER: tuple[Mapping, ...] = (
    ("Username", "[userPrincipalName]", 1),
    ("IsActive", "Not([IsSoftDeleted])", 0),
    ("Alias", "Mid([userPrincipalName], 1, 8)", 0),
    ("Email", "[mail]", 0),
    ("FirstName", "[givenName]", 0),
    ("LastName", "[surname]", 0),
    ("LocaleSidKey", 'Replace([preferredLanguage], "-", , , "_", , )', 0),
    ("ProfileName", "SingleAppRoleAssignment([appRoleAssignments])", 0),
)

BOX_USER: tuple[Mapping, ...] = (
    ("login", "[userPrincipalName]", 1),
    ("status", 'Switch([IsSoftDeleted], , "False", "active", "True", "inactive")', 0),
    ("name", 'Join(" ", [givenName], [surname])', 0),
    ("job_title", "[jobTitle]", 0),
    ("phone", "[telephoneNumber]", 0),
)
BOX_GROUP: tuple[Mapping, ...] = (("name", "[displayName]", 1), ("members", "[members]", 0))

INBOUND_USER: tuple[Mapping, ...] = (
    ("employeeId", "[externalId]", 1),
    ("userPrincipalName", "[userName]", 2),
    ("accountEnabled", "[active]", 0),
    ("displayName", "[displayName]", 0),
    ("givenName", "[name.givenName]", 0),
    ("surname", "[name.familyName]", 0),
    ("mail", '[emails[type eq "work"].value]', 0),
    ("mailNickname", 'Word([userName], 1, "@")', 0),
    ("jobTitle", "[title]", 0),
    ("department", f"[{ENTERPRISE_USER}:department]", 0),
    ("manager", f"[{ENTERPRISE_USER}:manager]", 0),
    ("telephoneNumber", '[phoneNumbers[type eq "work"].value]', 0),
    ("city", '[addresses[type eq "work"].locality]', 0),
    ("country", '[addresses[type eq "work"].country]', 0),
)

SOURCE_USER = [
    "objectId",
    "userPrincipalName",
    "displayName",
    "givenName",
    "surname",
    "mail",
    "mailNickname",
    "jobTitle",
    "department",
    "employeeId",
    "manager",
    "preferredLanguage",
    "usageLocation",
    "city",
    "state",
    "country",
    "postalCode",
    "streetAddress",
    "physicalDeliveryOfficeName",
    "telephoneNumber",
    "mobile",
    "facsimileTelephoneNumber",
    "originalUserPrincipalName",
    "proxyAddresses",
    "accountEnabled",
    "IsSoftDeleted",
    "userType",
    "appRoleAssignments",
]
SOURCE_GROUP = [
    "objectId",
    "displayName",
    "mailNickname",
    "mail",
    "members",
    "owners",
    "IsSoftDeleted",
]

REFERENCES = {"manager", "members", "owners", f"{ENTERPRISE_USER}:manager"}
SEVERAL = {
    "members",
    "owners",
    "proxyAddresses",
    "appRoleAssignments",
    'emails[type eq "other"].value',
}
