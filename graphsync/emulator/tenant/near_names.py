"""Misspelt names of attributes. Objects may have attributes of their own, so only what looks like
a known name, and is not it, is found.
"""

import difflib
from collections.abc import Collection, Iterable

from graphsync.emulator.tenant.graph_names import USER_DEFAULTS, USER_TEXTS

_NEAR = 0.9
_SOURCES: dict[str, frozenset[str]] = {
    "user": frozenset(
        {
            *USER_DEFAULTS,
            *USER_TEXTS,
            "accountEnabled",
            "distinguishedName",
            "externalUserState",
            "facsimileTelephoneNumber",
            "isSoftDeleted",
            "manager",
            "mobile",
            "originalUserPrincipalName",
            "otherMails",
            "physicalDeliveryOfficeName",
            "proxyAddresses",
            "telephoneNumber",
        }
    ),
    "group": frozenset(
        {
            "description",
            "displayName",
            "distinguishedName",
            "groupTypes",
            "id",
            "isSoftDeleted",
            "mail",
            "mailEnabled",
            "mailNickname",
            "members",
            "owners",
            "proxyAddresses",
            "securityEnabled",
            "visibility",
        }
    ),
}


def misspelt(names: Iterable[str], known: Collection[str]) -> tuple[str, str] | None:
    """Return the first name that looks like a known one, and the known one."""
    folded = {name.casefold(): name for name in known}
    for name in names:
        if name in known or ":" in name:
            continue
        near = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=_NEAR)
        if near:
            return name, folded[near[0]]
    return None


def check_source(kind: str, names: Iterable[str]) -> None:
    """Raise ValueError for an attribute of a user or a group that looks misspelt."""
    wrong = misspelt(names, _SOURCES[kind])
    if wrong:
        raise ValueError(f"a {kind} has no {wrong[0][:100]!r}; did you mean {wrong[1]!r}?")
