"""The types of the directory: which properties exist, and which of them Graph can filter."""

from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.tenant.graph_names import USER_DEFAULTS, USER_TEXTS

# The reference says that officeLocation can be filtered; several reports show that it cannot.
_NOT_FILTERED = {"ageGroup", "faxNumber", "officeLocation", "onPremisesDistinguishedName"}

USER = EntityType(
    "microsoft.graph.user",
    frozenset(
        {*USER_DEFAULTS, *USER_TEXTS, "accountEnabled", "otherMails", "proxyAddresses"}
        - _NOT_FILTERED
    ),
    frozenset(
        {
            *_NOT_FILTERED,
            "aboutMe",
            "assignedLicenses",
            "assignedPlans",
            "authorizationInfo",
            "birthday",
            "customSecurityAttributes",
            "employeeLeaveDateTime",
            "employeeOrgData",
            "externalUserState",
            "hireDate",
            "identities",
            "imAddresses",
            "interests",
            "manager",
            "mySite",
            "onPremisesExtensionAttributes",
            "passwordPolicies",
            "passwordProfile",
            "showInAddressList",
            "signInActivity",
        }
    ),
)
GROUP = EntityType(
    "microsoft.graph.group",
    frozenset(
        {
            "createdDateTime",
            "description",
            "displayName",
            "groupTypes",
            "id",
            "isAssignableToRole",
            "mail",
            "mailEnabled",
            "mailNickname",
            "membershipRuleProcessingState",
            "onPremisesSyncEnabled",
            "proxyAddresses",
            "securityEnabled",
        }
    ),
    frozenset(
        {
            "assignedLicenses",
            "classification",
            "deletedDateTime",
            "expirationDateTime",
            "members",
            "membershipRule",
            "owners",
            "renewedDateTime",
            "theme",
            "visibility",
        }
    ),
)
PRINCIPAL = EntityType(
    "microsoft.graph.servicePrincipal",
    frozenset(
        {
            "accountEnabled",
            "alternativeNames",
            "appId",
            "appOwnerOrganizationId",
            "applicationTemplateId",
            "createdDateTime",
            "description",
            "displayName",
            "homepage",
            "id",
            "servicePrincipalNames",
            "servicePrincipalType",
            "tags",
        }
    ),
    frozenset(
        {
            "addIns",
            "appDescription",
            "appDisplayName",
            "appRoleAssignedTo",
            "appRoleAssignmentRequired",
            "appRoles",
            "info",
            "keyCredentials",
            "loginUrl",
            "logoutUrl",
            "notes",
            "notificationEmailAddresses",
            "oauth2PermissionScopes",
            "owners",
            "passwordCredentials",
            "preferredSingleSignOnMode",
            "replyUrls",
            "signInAudience",
            "synchronization",
            "verifiedPublisher",
        }
    ),
)
APPLICATION = EntityType(
    "microsoft.graph.application",
    frozenset(
        {
            "appId",
            "applicationTemplateId",
            "createdDateTime",
            "displayName",
            "id",
            "identifierUris",
            "publisherDomain",
            "signInAudience",
        }
    ),
    frozenset(
        {
            "addIns",
            "api",
            "appRoles",
            "description",
            "info",
            "keyCredentials",
            "notes",
            "owners",
            "passwordCredentials",
            "requiredResourceAccess",
            "spa",
            "synchronization",
            "tags",
            "web",
        }
    ),
)
ASSIGNMENT = EntityType(
    "microsoft.graph.appRoleAssignment",
    frozenset({"appRoleId", "id", "principalDisplayName", "principalId", "resourceId"}),
    frozenset({"createdDateTime", "deletedDateTime", "principalType", "resourceDisplayName"}),
)

# What members and owners can be of: a user, a group, a service principal.
DIRECTORY_OBJECT = EntityType(
    "microsoft.graph.directoryObject",
    USER.filterable | GROUP.filterable | PRINCIPAL.filterable,
    USER.others | GROUP.others | PRINCIPAL.others,
)
