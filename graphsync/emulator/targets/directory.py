"""The directory itself, as the target of inbound jobs."""

import uuid
from random import Random

from graphsync.emulator.document import Document
from graphsync.emulator.targets.target import TargetRefusal
from graphsync.emulator.tenant.people import put_source, remove_source
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.mapping.flowing import Attributes


class DirectoryTarget:
    """The tenant's own users, as the target of inbound jobs."""

    def __init__(self, tenant: Tenant, random: Random) -> None:
        self._tenant = tenant
        self._random = random

    def find(self, object_name: str, attribute: str, value: str) -> list[str]:  # noqa: ARG002 - one type there is
        """Return the ids of the users whose attribute has a value; case does not count."""
        wanted = _key(value)
        return [
            key for key, user in self._tenant.users.items() if _key(user.get(attribute)) == wanted
        ]

    def get(self, object_name: str, account_id: str) -> Attributes | None:  # noqa: ARG002
        """Return a user's attributes, its enabled state as the word that expressions give."""
        user = self._tenant.users.get(account_id)
        return {**user, "accountEnabled": str(user.get("accountEnabled", True))} if user else None

    def create(self, object_name: str, attributes: Attributes) -> str:  # noqa: ARG002 - one type there is
        """Make a user and return its id; without a userPrincipalName it is refused."""
        if not attributes.get("userPrincipalName"):
            raise TargetRefusal(
                "MandatoryFieldsMissing", "userPrincipalName is required to create a user."
            )
        user_id = str(uuid.UUID(int=self._random.getrandbits(128), version=4))
        self._put({"id": user_id, "accountEnabled": True, "userType": "Member"}, attributes)
        return user_id

    def update(self, object_name: str, account_id: str, changes: Attributes) -> None:  # noqa: ARG002
        """Change attributes; None clears one."""
        self._put(self._tenant.users[account_id], changes)

    def delete(self, object_name: str, account_id: str) -> None:  # noqa: ARG002
        """Delete a user."""
        remove_source(self._tenant, "user", account_id)

    def _put(self, user: Document, attributes: Attributes) -> None:
        changed: Document = {**user, **attributes}
        changed["accountEnabled"] = str(changed.get("accountEnabled", True)) == "True"
        put_source(
            self._tenant,
            "user",
            {name: value for name, value in changed.items() if value is not None},
        )


def _key(value: object) -> str:
    return str(value).casefold()
