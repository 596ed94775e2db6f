"""What an application's provisioning is like at the moment, as far as a plan looks at it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from attrs import field, frozen

from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Json


@frozen(kw_only=True)
class CurrentJob:
    """The job of an application."""

    id: str
    state: str
    """The state of its schedule: `Active`, `Paused` or `Disabled`."""
    schema: Mapping[str, Json] = field(repr=False)


@frozen(kw_only=True)
class CurrentAssignment:
    """An assignment of a user or a group to the application."""

    id: str
    principal_id: str
    kind: str
    """`user` or `group`."""
    name: str
    """The display name."""
    role_id: str
    role: str | None
    """The value or the name of its role; None for the default one."""


@frozen(kw_only=True)
class WantedAssignment:
    """An assignment of a configuration, with the ids that its names stand for."""

    principal_id: str
    role_id: str | None
    """None while the application, and with it its roles, is not there yet."""
    name: str
    """What a step is called, such as `group:Contoso Users as Admin`."""


@frozen(kw_only=True)
class Current:
    """What is there: None and empty stand for what is not."""

    principal_id: str | None = None
    app_id: str | None = None
    display_name: str | None = None
    gallery_id: str | None = None
    """The id of the gallery template that a new application would be made from."""
    job: CurrentJob | None = None
    default_schema: Mapping[str, Json] | None = field(default=None, repr=False)
    """The template's default schema; None where there is no such template yet."""
    secrets: Hidden[Mapping[str, str]] = field(factory=lambda: Hidden({}), repr=False)
    """The values by key; the service shows `*` for what is secret."""
    assignments: tuple[CurrentAssignment, ...] | None = None
    """None where nobody asked for them."""
    wanted_assignments: tuple[WantedAssignment, ...] = ()
    """Those of the configuration, in its order."""
    requests: int = 0
    """How many requests it took to find all this out."""

    @property
    def fingerprint(self) -> str:
        """A text that is another one as soon as anything is; it gives nothing away."""
        content = {
            "principal": self.principal_id,
            "job": None if self.job is None else [self.job.id, self.job.state, self.job.schema],
            "secrets": [*sorted(self.secrets.reveal().items())],
            "assignments": (
                None if self.assignments is None else sorted(one.id for one in self.assignments)
            ),
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()
