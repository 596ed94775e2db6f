"""Where the service's behaviour is uncertain: one switch a question, each with its default."""

import math
from dataclasses import dataclass, field, fields
from typing import Literal, get_args, get_origin

from graphsync.emulator import directory_roles
from graphsync.emulator.document import Document, is_array, is_object, strings

_WORDS: dict[object, str] = {
    bool: "truth value",
    int: "whole number",
    int | None: "whole number",
    float: "number",
    str: "text",
    list[str]: "list of texts",
    dict[str, str]: "object of texts",
    dict[str, list[str]]: "object of lists of texts",
}
_LEAST: dict[str, float] = {
    "target_timeout": 0.05,
    "page_size": 1,
    "objects_per_page": 1,
    "invalid_credentials_status": 400,
}
_MOST = {"invalid_credentials_status": 499}


@dataclass(slots=True, kw_only=True)
class Switches:
    """The choices that a tenant is run with; `docs/emulator.md` explains each."""

    new_job_code: Literal["Paused", "NotConfigured"] = "Paused"
    new_job_interval: str = "PT40M"
    cloud_sync_interval: str = "PT20M"
    put_secrets: Literal["replace", "merge"] = "replace"
    missing_job_code: str = "ResourceNotFound"
    unknown_template_status: Literal[400, 404] = 400
    duplicate_job: Literal["conflict", "another id"] = "conflict"
    invalid_credentials_status: int = 400
    on_demand_value: Literal["array", "object", "quoted key"] = "array"
    restart_paused: Literal["Active", "Paused"] = "Active"
    start_active: Literal["no change", "conflict"] = "no change"
    query_options: Literal["filter and top", "all", "refuse"] = "filter and top"
    application_jobs: Literal["same store", "not found"] = "same store"
    batch_synchronization: bool = True
    location_on_create: bool = False
    disabled_code: Literal["Quarantine", "Paused"] = "Quarantine"
    schema_checks: Literal["lenient", "strict"] = "lenient"
    missing_permission: Literal["silent", "forbidden"] = "silent"

    shared_accounts: Literal["refuse", "share"] = "refuse"
    without_soft_delete: Literal["keep", "delete"] = "keep"
    null_flow: Literal["skip", "clear"] = "skip"
    default_value: Literal["creation only", "whenever empty"] = "creation only"
    late_references: Literal["on restart", "next cycle"] = "on restart"

    authentication: Literal["any token", "issued token", "permissions"] = "any token"
    page_size: int = 100
    log_delay: float = 0.0
    replication_delay: float = 0.0
    conflict_window: float = 0.0
    throttling: bool = True
    directory_limit: bool = False
    bulk_upload_limit: Literal["40 in 5 s", "40 in 1 s"] = "40 in 5 s"

    start_delay: float = 10.0
    seconds_per_object: float = 0.6
    target_timeout: float = 10.0
    objects_per_page: int = 100
    escrow_floor: int = 5_000
    escrow_proportion: float = 0.4
    base_escrows: int = 40_000
    total_escrows: int = 60_000
    first_retry_hours: float = 6.0
    quarantine_days: float = 28.0
    logs_kept: int = 20_000
    log_days: float = 30.0
    random_seed: int | None = None

    roles: list[str] = field(
        default_factory=lambda: [
            "AppRoleAssignment.ReadWrite.All",
            "Application.ReadWrite.All",
            "AuditLog.Read.All",
            "Group.ReadWrite.All",
            "Organization.Read.All",
            "Synchronization.ReadWrite.All",
            "SynchronizationData-User.Upload",
            "User.ReadWrite.All",
        ]
    )
    client_secrets: dict[str, str] = field(default_factory=dict[str, str])
    directory_roles: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def change(self, values: Document) -> None:
        """Set switches by name.

        Raise ValueError naming the one that is unknown or has no such value.
        """
        checked = {name: _checked(name, value) for name, value in values.items()}
        for name, value in checked.items():
            setattr(self, name, value)


def _checked(name: str, value: object) -> object:
    kinds = {item.name: item.type for item in fields(Switches)}
    if name not in kinds:
        raise ValueError(f"no switch is called {name!r}; there are {', '.join(sorted(kinds))}")
    kind = kinds[name]
    if get_origin(kind) is Literal:
        allowed = get_args(kind)
        if value not in allowed:
            raise ValueError(
                f"switch {name} cannot be {value!r}; choose one of {', '.join(map(repr, allowed))}"
            )
        return value
    if kind is float and type(value) is int:
        value = float(value)
    if not _fits(kind, value):
        raise ValueError(f"switch {name} cannot be {value!r}; it is a {_WORDS.get(kind, kind)}")
    if name == "directory_roles" and is_object(value):
        directory_roles.check(role for roles in value.values() for role in strings(roles))
    if isinstance(value, int | float) and not _LEAST.get(name, 0) <= value <= _MOST.get(
        name, math.inf
    ):
        raise ValueError(f"switch {name} cannot be {value!r}; it is at least {_LEAST.get(name, 0)}")
    return value


def _fits(kind: object, value: object) -> bool:
    if kind == list[str]:
        return is_array(value) and all(isinstance(item, str) for item in value)
    if kind == dict[str, str]:
        return is_object(value) and all(isinstance(item, str) for item in value.values())
    if kind == dict[str, list[str]]:
        return is_object(value) and all(_fits(list[str], item) for item in value.values())
    if kind == int | None:
        return value is None or type(value) is int
    return isinstance(kind, type) and type(value) is kind
