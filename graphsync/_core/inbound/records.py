"""A record of a person as an upload sends it: its form, its key, and its fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from os import PathLike
from typing import cast

from attrs import frozen

from graphsync.errors import RecordsInvalid
from graphsync_client.types import Json

CORE_USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
# A request that is over this many bytes is refused by Graph, whatever is in it.
LARGEST = 1_000_000
_SHOWN = 20


class PlacedRecord(dict[str, Json]):
    """A record that knows where it was read, such as `line 7`; errors name it by that."""

    place: str = ""


@frozen
class Prepared:
    """A record that can be sent: its `externalId`, its JSON and what that JSON hashes to."""

    external_id: str
    place: str
    body: str
    digest: bytes


class Problems:
    """What is wrong with records, gathered so that one error can name many of them."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[str] = []

    def add(self, problem: str) -> None:
        """Note a problem; the first twenty are named, the rest is counted."""
        self.count += 1
        if len(self._first) < _SHOWN:
            self._first.append(problem)

    def check(self) -> None:
        """Raise `RecordsInvalid` where there is a problem."""
        if not self.count:
            return
        more = (
            f"; and {self.count - len(self._first)} more" if self.count > len(self._first) else ""
        )
        raise RecordsInvalid(
            f"nothing was sent: {'; '.join(self._first)}{more}", self._first, self.count
        )


def check_records(records: object) -> None:
    """Raise TypeError for what is not many records: a path, a text, or one record."""
    if isinstance(records, (str, bytes, PathLike)):
        raise TypeError(
            "records is a path or a text; graphsync.inbound.read_csv(path, mapping) reads the"
            " records of a file"
        )
    if isinstance(records, Mapping) or callable(getattr(records, "model_dump", None)):
        raise TypeError("records is one record; pass a list of records, such as [record]")


def prepare_record(record: object, number: int) -> Prepared:
    """Return a record in the form in which it is sent; raises ValueError for one that cannot be.

    `schemas` is added where it is missing: the core schema, and each extension that the record has
    members of. An object with `model_dump`, as those of `scim2_models`, is turned into its JSON.
    """
    place = getattr(record, "place", "") or f"record {number}"
    data = _data(record, place)
    external_id = data.get("externalId")
    if not isinstance(external_id, str) or not external_id.strip():
        found = "is missing" if external_id is None else f"is {external_id!r}"
        raise ValueError(
            f"{place}: externalId {found}; it must be a text that identifies one person"
        )
    if not data.get("schemas"):
        extensions = [name for name in data if name.startswith("urn:") and name != CORE_USER]
        data = {"schemas": [CORE_USER, *extensions], **data}
    try:
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        canonical = json.dumps(data, separators=(",", ":"), sort_keys=True, allow_nan=False)
        body.encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise ValueError(
            f"{place} ({external_id}): it cannot be written as JSON: {error}"
        ) from None
    if len(body) > LARGEST:
        raise ValueError(
            f"{place} ({external_id}): its JSON has {len(body)} characters, at most {LARGEST} can"
            " be sent"
        )
    return Prepared(external_id, place, body, hashlib.sha256(canonical.encode()).digest())


def _data(record: object, place: str) -> dict[str, Json]:
    dump = getattr(record, "model_dump", None)
    if callable(dump):
        record = dump(mode="json", by_alias=True, exclude_none=True)
    if not isinstance(record, Mapping):
        kind = type(record).__name__
        raise TypeError(
            f"{place} is {kind}; a record is a mapping, as its JSON object is, or a model of"
            " scim2_models"
        )
    return dict(cast("Mapping[str, Json]", record))
