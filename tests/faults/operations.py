"""Every operation of the generated layer, made from its signature."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_type_hints

import graphsync_client.api
from graphsync.emulator import SCIM_APPLICATION_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync_client.types import Operation, Owner

OWNERS = (Owner.service_principal(SCIM_PRINCIPAL_ID), Owner.application(SCIM_APPLICATION_ID))
_TEXTS = {"job_id": SCIM_JOB_ID}


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
    return [function(**{name: _argument(name, hints[name], owner) for name in required}) for owner in owners]


def _argument(name: str, kind: Any, owner: Owner | None) -> Any:
    if kind is Owner:
        return owner
    if kind is str:
        return _TEXTS.get(name, "an-id")
    if kind is bytes:
        return b"x"
    if inspect.isclass(kind):
        return kind()
    raise TypeError(f"no argument for {name}: {kind}; teach the matrix one")
