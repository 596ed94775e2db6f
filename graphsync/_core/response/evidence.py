"""What is known of a call that failed besides its answer."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from urllib.parse import unquote

from graphsync._core.json_values import as_list, as_object, json_or_none, text_at
from graphsync._core.response.history import Exchange, History
from graphsync._core.response.permissions import Granted
from graphsync._core.secrecy.hidden import Hidden

_PRINCIPALS, _APPLICATIONS = "servicePrincipals", "applications"
_OWNER = re.compile(rf"/({_PRINCIPALS}|{_APPLICATIONS})(?:/([^/?(]+)|\(appId='([^']+)'\))")
_JOB = re.compile(r"/synchronization/jobs/([^/?]+)")
_TEMPLATE = re.compile(r"/applicationTemplates/([^/?]+)")
RECENT = 600.0
"""Seconds within which a failure may be due to a change that is not known everywhere yet."""


class Evidence:
    """What the token and the client's own calls show about a failed call.

    Times are in seconds before the failure; None where this client did no such thing lately.
    """

    __slots__ = (
        "changed",
        "created",
        "deleted",
        "granted",
        "has_answered",
        "is_permitted",
        "job_created",
        "job_deleted",
        "known_as",
    )

    def __init__(self, granted: Granted | None = None) -> None:
        self.granted = granted or Granted()
        self.is_permitted = self.granted.is_enough
        """Whether the token, or another call that worked, shows that the permission suffices."""
        self.created: float | None = None
        """When this client created the service principal or application of the path."""
        self.deleted = False
        """Whether this client deleted it."""
        self.has_answered = False
        """Whether its synchronization has answered this client before."""
        self.changed: float | None = None
        """When this client last changed its jobs."""
        self.job_created: float | None = None
        self.job_deleted = False
        self.known_as = ""
        """What the id in the path is by earlier answers, such as `servicePrincipals id` or
        `applications appId`; empty where no answer had it.
        """

    @classmethod
    def of(cls, history: History, token: Hidden[str] | None, method: str, path: str) -> Evidence:
        """Collect what the token and earlier calls show about a call that has just failed."""
        evidence = cls(Granted.of(token, method, path))
        owner = _OWNER.search(path)
        if owner is not None:
            key = unquote(owner[2] or owner[3]).casefold()
            evidence._read(history, method, key, owner[0])
            job = _JOB.search(path)
            if job is not None:
                evidence._read_job(history, unquote(job[1]), f"{owner[0]}/synchronization/jobs")
        return evidence

    @property
    def is_new(self) -> bool:
        """Whether this client created the service principal or application moments ago."""
        return self.created is not None and self.created <= RECENT

    @property
    def is_new_job(self) -> bool:
        """Whether this client created the job moments ago."""
        return self.job_created is not None and self.job_created <= RECENT

    def _read(self, history: History, method: str, key: str, owner: str) -> None:
        now = time.monotonic()
        for call in history.newest_first():
            ago = now - call.moment
            if "/synchronization" in call.path:
                reads = method == "GET"
                self.is_permitted = self.is_permitted or (
                    not self.granted.is_for_owners and (reads or call.method != "GET")
                )
                if _is_below(call.path, f"{owner}/synchronization"):
                    self.has_answered = True
                    if self.changed is None and call.method != "GET":
                        self.changed = ago
            elif call.method == "DELETE" and call.path.casefold().endswith(f"/{key}"):
                self.deleted = self.deleted or self.created is None
            if call.content is not None:
                self._read_ids(call, key, ago)

    def _read_ids(self, call: Exchange, key: str, ago: float) -> None:
        for name, value in _ids(call):
            if value.casefold() != key:
                continue
            # An application and its service principal share the appId, and answer to it alike.
            if not self.known_as or name.startswith(_PRINCIPALS):
                self.known_as = name
            is_template = name.startswith("applicationTemplates")
            if call.method == "POST" and not is_template and self.created is None:
                self.created = ago

    def _read_job(self, history: History, job_id: str, jobs: str) -> None:
        now = time.monotonic()
        for call in history.newest_first():
            if call.method == "DELETE" and unquote(call.path).endswith(f"/jobs/{job_id}"):
                self.job_deleted = self.job_deleted or self.job_created is None
            elif call.content is not None and _is_below(call.path, jobs):
                document = as_object(json_or_none(call.content.decode("utf-8", "replace")))
                if self.job_created is None and text_at(document, "id") == job_id:
                    self.job_created = now - call.moment


def _is_below(path: str, place: str) -> bool:
    return f"{place.casefold()}/" in f"{path.casefold()}/"


def _ids(call: Exchange) -> Iterator[tuple[str, str]]:
    """Yield the ids that an answer has, each with what it is."""
    if template := _TEMPLATE.search(call.path):
        yield "applicationTemplates id", unquote(template[1])
    content = call.content or b""
    document = as_object(json_or_none(content.decode("utf-8", "replace"))) or {}
    if call.path.endswith("/instantiate"):
        found = [
            (_PRINCIPALS, as_object(document.get("servicePrincipal"))),
            (_APPLICATIONS, as_object(document.get("application"))),
        ]
    elif "/synchronization" in call.path:
        return
    else:
        kind = _PRINCIPALS if f"/{_PRINCIPALS}" in call.path else _APPLICATIONS
        items = as_list(document.get("value")) if "value" in document else [document]
        found = [(kind, as_object(item)) for item in items]
    for kind, item in found:
        for name in ("id", "appId"):
            value = text_at(item, name)
            if value:
                yield f"{kind} {name}", value
