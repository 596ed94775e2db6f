"""Every operation of the generated layer, made from its signature."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_type_hints

import graphsync_client.api
from graphsync.emulator import SCIM_APPLICATION_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync_client.models import SynchronizationSecretKeyStringValuePair
from graphsync_client.types import Operation, Owner

from .verdict import MARK

OWNERS = (Owner.service_principal(SCIM_PRINCIPAL_ID), Owner.application(SCIM_APPLICATION_ID))
_TEXTS = {"job_id": SCIM_JOB_ID}
SECRETS = (
    {"key": "SecretToken", "value": f"{MARK}-secret"},
    {"key": "BaseAddress", "value": f"https://{MARK}.contoso.com"},
)


def _functions() -> list[Callable[..., Operation[Any]]]:
    found: list[Callable[..., Operation[Any]]] = []
    for module in pkgutil.walk_packages(graphsync_client.api.__path__, "graphsync_client.api."):
        if not module.ispkg:
            name = module.name.rpartition(".")[2]
            found.append(getattr(import_module(module.name), name))
    return found


def operations() -> list[Operation[Any]]:
    """Return each operation for each owner it can have."""
    return [made for function in _functions() for made in _made(function)]


def _made(function: Callable[..., Operation[Any]]) -> list[Operation[Any]]:
    hints = get_type_hints(function)
    required = [
        name
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.default is parameter.empty
    ]
    owners: tuple[Owner | None, ...] = OWNERS if "owner" in required else (None,)
    return [
        function(**{name: _argument(name, hints[name], owner) for name in required})
        for owner in owners
    ]


def _secrets(kind: Any) -> dict[str, Any]:
    """Return marked secrets for a body that takes some."""
    members = {"value", "credentials"} & set(kind.MEMBERS)
    if not kind.__name__.endswith("Request"):
        members = set()
    return {
        member: [SynchronizationSecretKeyStringValuePair(**pair) for pair in SECRETS]
        for member in members
    }


def _argument(name: str, kind: Any, owner: Owner | None) -> Any:
    if kind is Owner:
        return owner
    if kind is str:
        return _TEXTS.get(name, "an-id")
    if kind is bytes:
        return b"x"
    if inspect.isclass(kind):
        return kind(**_secrets(kind))
    raise TypeError(f"no argument for {name}: {kind}; teach the matrix one")
