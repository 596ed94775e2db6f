"""Which permissions open a call, and what a token itself shows of those that it holds."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from typing import Any

from graphsync._core.json_values import as_list, as_object
from graphsync._core.secrecy.hidden import Hidden

_OWNED = ".OwnedBy"
_SYNC = ("Synchronization.ReadWrite.All", "Application.ReadWrite.OwnedBy")
_SYNC_READING = ("Synchronization.Read.All", *_SYNC)
_UPLOAD = ("SynchronizationData-User.Upload", "SynchronizationData-User.Upload.OwnedBy")
_LOGS = ("ProvisioningLog.Read.All", "AuditLog.Read.All")
_APPLICATIONS = ("Application.ReadWrite.OwnedBy", "Application.ReadWrite.All")
_ASSIGNMENTS = ("AppRoleAssignment.ReadWrite.All",)
_USERS = ("User.ReadWrite.All",)
_GROUPS = ("Group.ReadWrite.All",)
_MEMBERS = ("GroupMember.ReadWrite.All", *_GROUPS)
_ORGANIZATION = ("Organization.Read.All", "User.Read")
# The first pattern that a path fits decides: what reading needs, and what writing needs.
_TABLE: tuple[tuple[re.Pattern[str], Sequence[str], Sequence[str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reading, writing)
    for pattern, reading, writing in (
        (r"/jobs/[^/]+/bulkUpload(/|$)", _SYNC_READING, _UPLOAD),
        # A POST that changes nothing.
        (r"/parseExpression$", _SYNC_READING, _SYNC_READING),
        (r"/synchronization(/|$)", _SYNC_READING, _SYNC),
        (r"/reports/correlations", _SYNC_READING, _SYNC),
        (r"/auditLogs/provisioning", _LOGS, _LOGS),
        (r"/auditLogs/", ("AuditLog.Read.All",), ("AuditLog.Read.All",)),
        (
            r"/appRoleAssign(ments|edTo)(/|$)",
            ("Application.Read.All", *_ASSIGNMENTS, *_APPLICATIONS),
            _ASSIGNMENTS,
        ),
        (r"/applicationTemplates/[^/]+/instantiate", _APPLICATIONS, _APPLICATIONS),
        (
            r"/(servicePrincipals|applications)([(/]|$)",
            ("Application.Read.All", *_APPLICATIONS),
            _APPLICATIONS,
        ),
        (r"/organization(/|$)", _ORGANIZATION, _ORGANIZATION),
        (
            r"/groups/[^/]+/members",
            ("GroupMember.Read.All", "Group.Read.All", *_MEMBERS),
            _MEMBERS,
        ),
        (r"/groups([(/]|$)", ("Group.Read.All", *_GROUPS), _GROUPS),
        (r"/users([(/]|$)", ("User.Read.All", *_USERS), _USERS),
        (r"/me(/|$)", ("User.Read", "User.Read.All", *_USERS), _USERS),
    )
)
# Not described as sufficient, but they may be: who holds one of them is not said to lack anything.
_WIDER = frozenset(
    {
        "application.readwrite.all",
        "customsecattributeprovisioning.read.all",
        "customsecattributeprovisioning.readwrite.all",
        "directory.read.all",
        "directory.readwrite.all",
        "user.readbasic.all",
    }
)
# Directory roles that open synchronization for a person, by their template ids, which are the same
# in every tenant: Global, Application, Cloud Application and Hybrid Identity Administrator.
_ADMINISTRATORS = frozenset(
    {
        "62e90394-69f5-4237-9190-012177145e10",
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
        "158c047a-c907-4556-b7ef-446551a6b5f7",
        "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
    }
)
# Entries of `wids` that every account of a tenant has; any other is a directory role, which may
# open a call as well.
_NO_ROLES = frozenset(
    {"0997a1d0-0d1d-4acb-b408-d5ca73121e90", "b79fbf4d-3ef9-4689-8143-76b194e85509"}
)
_LONGEST = 65_536
_READS = frozenset({"GET", "HEAD"})


class Granted:
    """What a token shows for one call.

    The token is read, not verified: this decides about waiting and about words, never about access.
    """

    __slots__ = ("is_enough", "is_for_owners", "lacking", "lacks_role")

    def __init__(self) -> None:
        self.lacking: str | None = None
        """A sentence on the permissions that the token lacks; None where it lacks none, or nobody
        knows.
        """
        self.is_enough = False
        """Whether the token visibly holds all that the call needs."""
        self.is_for_owners = False
        """Whether it holds only permissions for what its application owns."""
        self.lacks_role = False
        """Whether the person who signed in has none of the directory roles that the call needs."""

    @classmethod
    def of(cls, token: Hidden[str] | None, method: str, path: str) -> Granted:
        """Read a token; one that is not a JSON Web Token shows nothing."""
        granted = cls()
        wanted = permissions_for(method, path)
        claims = claims_of(token) if token is not None and wanted else None
        if claims is not None:
            granted._read(claims, wanted, is_synchronization="/synchronization" in path)
        return granted

    def _read(
        self, claims: dict[str, Any], wanted: Sequence[str], *, is_synchronization: bool
    ) -> None:
        held = _held(claims)
        names = {name.casefold() for name in held}
        fitting = [name for name in wanted if name.casefold() in names]
        is_delegated = isinstance(claims.get("scp"), str)
        roles = {str(role) for role in as_list(claims.get("wids"))}
        if fitting:
            self.is_for_owners = all(name.endswith(_OWNED) for name in fitting)
            # `wids` is an optional claim; where it is missing, nobody knows the roles.
            self.lacks_role = (
                is_delegated and is_synchronization and bool(roles) and not roles & _ADMINISTRATORS
            )
            self.is_enough = not self.is_for_owners and (
                not is_delegated or not is_synchronization or bool(roles & _ADMINISTRATORS)
            )
        elif not (names & _WIDER) and (is_delegated or not roles - _NO_ROLES):
            shown = ", ".join(sorted(held)[:20]) if held else "no permission at all"
            self.lacking = (
                f"The token itself shows the cause: it holds {shown}, and this call needs"
                f" {' or '.join(wanted)}."
            )


def permissions_for(method: str, path: str) -> Sequence[str]:
    """Return the permissions of which a call needs one; none where that is not known."""
    for pattern, reading, writing in _TABLE:
        if pattern.search(path):
            return reading if method in _READS else writing
    return ()


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
