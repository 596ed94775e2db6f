"""What a token itself shows about a refusal: the permissions that it holds."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any

from graphsync._core.json_values import as_list, as_object
from graphsync._core.secrecy.hidden import Hidden

_WRITE = ("Synchronization.ReadWrite.All", "Application.ReadWrite.OwnedBy")
_READ = ("Synchronization.Read.All", *_WRITE)
_UPLOAD = ("SynchronizationData-User.Upload", "SynchronizationData-User.Upload.OwnedBy")
_LOGS = ("ProvisioningLog.Read.All", "AuditLog.Read.All")
_CREATE = ("Application.ReadWrite.OwnedBy", "Application.ReadWrite.All")
# Not described as sufficient, but they may be: who holds one of them is not said to lack anything.
_WIDER = frozenset({"directory.read.all", "directory.readwrite.all", "application.readwrite.all"})
# Entries of `wids` that every account of a tenant has; any other is a directory role, which may
# open a call as well.
_NO_ROLES = frozenset(
    {"0997a1d0-0d1d-4acb-b408-d5ca73121e90", "b79fbf4d-3ef9-4689-8143-76b194e85509"}
)
_LONGEST = 65_536


def lacking_permission(token: Hidden[str], method: str, path: str) -> str | None:
    """Return a sentence on what a token lacks for a call.

    None where the token, or what the call needs, is not known. The token is read, not verified:
    this decides about waiting and about words, never about access.
    """
    wanted = _wanted(method, path)
    claims = None if wanted is None else claims_of(token)
    if wanted is None or claims is None:
        return None
    held = _held(claims)
    is_delegated = isinstance(claims.get("scp"), str)
    if not is_delegated and {str(role) for role in as_list(claims.get("wids"))} - _NO_ROLES:
        return None
    if {name.casefold() for name in held} & ({name.casefold() for name in wanted} | _WIDER):
        return None
    shown = ", ".join(sorted(held)[:20]) if held else "no permission at all"
    return (
        f"The token itself shows the cause: it holds {shown}, and this call needs"
        f" {' or '.join(wanted)}."
    )


def _wanted(method: str, path: str) -> Sequence[str] | None:
    if path.endswith("/bulkUpload") and method == "POST":
        return _UPLOAD
    if "/synchronization" in path:
        return _READ if method == "GET" else _WRITE
    if path.endswith("/auditLogs/provisioning"):
        return _LOGS
    if "/applicationTemplates/" in path and method == "POST":
        return _CREATE
    return None


def _held(claims: dict[str, Any]) -> set[str]:
    scopes = claims.get("scp")
    return {
        *(scopes.split() if isinstance(scopes, str) else ()),
        *(role for role in as_list(claims.get("roles")) if isinstance(role, str)),
    }


def claims_of(token: Hidden[str]) -> dict[str, Any] | None:
    """Read the claims of a token; None for one that is not a JSON Web Token."""
    parts = token.reveal().split(".") if len(token.reveal()) <= _LONGEST else []
    if len(parts) != 3:
        return None
    payload = parts[1]
    del parts
    try:
        return as_object(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))))
    except (ValueError, RecursionError):
        return None
