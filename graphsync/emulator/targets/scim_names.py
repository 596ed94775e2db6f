"""The attributes that RFC 7643 gives to users and groups."""

SCIM_NAMES = frozenset(
    {
        "active",
        "addresses",
        "displayName",
        "emails",
        "entitlements",
        "externalId",
        "groups",
        "id",
        "ims",
        "locale",
        "members",
        "meta",
        "name",
        "nickName",
        "phoneNumbers",
        "photos",
        "preferredLanguage",
        "profileUrl",
        "roles",
        "schemas",
        "timezone",
        "title",
        "userName",
        "userType",
        "x509Certificates",
    }
)
