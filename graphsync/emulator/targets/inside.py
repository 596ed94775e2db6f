"""The application of a service principal as the tenant itself keeps it."""

import uuid
from dataclasses import replace
from random import Random

from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.rejection import Rejection, from_document
from graphsync.emulator.targets.target import TargetRefusal
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.mapping.flowing import Attributes

# The attributes whose values no two accounts of a target share, unless it is set otherwise.
UNIQUE = ("userName",)


class InsideTarget:
    """An application's accounts, kept in the tenant; its settings can refuse values."""

    def __init__(self, tenant: Tenant, principal_id: str, random: Random) -> None:
        self._accounts = tenant.table("account", principal_id)
        self._settings = tenant.table("target")
        self._principal_id = principal_id
        self._random = random
        self._index: dict[tuple[str, str], dict[str, set[str]]] = {}

    def find(self, object_name: str, attribute: str, value: str) -> list[str]:
        """Return the ids of the accounts whose attribute has a value; case does not count."""
        index = self._index.get((object_name, attribute))
        if index is None:
            index = self._index[object_name, attribute] = {}
            for account_id, account in self._accounts.items():
                if account["type"] == object_name:
                    index.setdefault(_key(account["attributes"].get(attribute)), set()).add(
                        account_id
                    )
        return sorted(index.get(_key(value), ()))

    def get(self, object_name: str, account_id: str) -> Attributes | None:  # noqa: ARG002 - ids say enough
        """Return an account's attributes by their mapping names."""
        account = self._accounts.get(account_id)
        return account["attributes"] if account else None

    def create(self, object_name: str, attributes: Attributes) -> str:
        """Make an account and return its id.

        A value that the target refuses ends in a TargetRefusal.
        """
        self._refuse(attributes)
        self._no_twin(object_name, attributes)
        return self.plant(object_name, attributes)

    def plant(self, object_name: str, attributes: Attributes) -> str:
        """Make an account that no rule of the target keeps out, and return its id."""
        account_id = str(uuid.UUID(int=self._random.getrandbits(128), version=4))
        kept = {name: value for name, value in attributes.items() if value is not None}
        self._accounts[account_id] = {"id": account_id, "type": object_name, "attributes": kept}
        self._reindex(account_id, object_name, {}, kept)
        return account_id

    def update(self, object_name: str, account_id: str, changes: Attributes) -> None:  # noqa: ARG002
        """Change attributes; None clears one."""
        account = self._accounts[account_id]
        self._refuse(changes)
        self._no_twin(account["type"], changes, account_id)
        before: Attributes = dict(account["attributes"])
        for name, value in changes.items():
            if value is None:
                account["attributes"].pop(name, None)
            else:
                account["attributes"][name] = value
        self._accounts.touch(account_id)
        self._reindex(account_id, account["type"], before, account["attributes"])

    def delete(self, object_name: str, account_id: str) -> None:  # noqa: ARG002
        """Delete an account."""
        account = self._accounts.discard(account_id)
        if account:
            self._reindex(account_id, account["type"], account["attributes"], {})

    def _refuse(self, attributes: Attributes) -> None:
        settings: Document = self._settings.get(self._principal_id, {})
        for place, written in enumerate(objects(settings.get("rejects"))):
            rule = from_document(written)
            if not _concerns(rule, attributes) or self._random.random() >= rule.probability:
                continue
            if rule.times is not None:
                left = [replace(rule, times=rule.times - 1).document()] if rule.times > 1 else []
                settings["rejects"][place : place + 1] = left
                self._settings.touch(self._principal_id)
            raise TargetRefusal(rule.error_code(), rule.reason(), rule.retry_after)

    def _no_twin(self, object_name: str, attributes: Attributes, own: str = "") -> None:
        for name in self._settings.get(self._principal_id, {}).get("unique", UNIQUE):
            value = attributes.get(name)
            twins = [key for key in self.find(object_name, name, str(value)) if key != own]
            if value is not None and twins:
                raise TargetRefusal("EntryConflict", f"Another account has this {name}.")

    def _reindex(
        self, account_id: str, object_name: str, before: Attributes, after: Attributes
    ) -> None:
        for (indexed, attribute), index in self._index.items():
            if indexed == object_name and before.get(attribute) != after.get(attribute):
                if attribute in before:
                    index.get(_key(before[attribute]), set()).discard(account_id)
                if attribute in after:
                    index.setdefault(_key(after[attribute]), set()).add(account_id)


def _concerns(rule: Rejection, attributes: Attributes) -> bool:
    if rule.attribute is None:
        return True
    if rule.attribute not in attributes:
        return False
    return rule.value is None or _key(attributes[rule.attribute]) == _key(rule.value)


def _key(value: object) -> str:
    return str(value).casefold()
