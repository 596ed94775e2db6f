"""A principal's secrets: kept in clear, shown masked."""

import json

from graphsync.emulator.document import Document, is_object, objects
from graphsync.emulator.tenant.tenant import Tenant

MASK = "*"
MASKED = frozenset(
    {
        "Password",
        "SecretToken",
        "AppKey",
        "ClientSecret",
        "ConsumerSecret",
        "TokenKey",
        "Oauth2AccessToken",
        "Oauth2RefreshToken",
        "Oauth2ClientSecret",
        "Oauth2AuthorizationCode",
        "ConnectionString",
    }
)


def secrets(tenant: Tenant, principal_id: str) -> dict[str, str]:
    """Return a principal's secrets in clear."""
    kept = tenant.table("secret").get(principal_id, {})
    return {str(item["key"]): str(item["value"]) for item in objects(kept.get("value"))}


def shown(pairs: list[Document]) -> list[Document]:
    """Return secrets as the service shows them: an asterisk in place of what is sensitive."""
    return [
        {
            "key": pair["key"],
            "value": MASK if pair["key"] in MASKED and pair["value"] else pair["value"],
        }
        for pair in pairs
    ]


def notification_settings(tenant: Tenant, principal_id: str) -> Document:
    """Return the settings that `SyncNotificationSettings` holds as text."""
    try:
        settings: object = json.loads(
            secrets(tenant, principal_id).get("SyncNotificationSettings") or "{}"
        )
    except ValueError:
        return {}
    return settings if is_object(settings) else {}
