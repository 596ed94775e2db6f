"""What can be a credential."""

from __future__ import annotations

import inspect

from graphsync._core.secrecy.hidden import Hidden


def check_credential(credential: Hidden[object], *, awaits: bool) -> None:
    """Refuse what cannot be a credential; without `awaits`, what only an event loop can run."""
    problem = _problem(credential.reveal(), awaits=awaits)
    if problem is not None:
        raise TypeError(problem)


def _problem(credential: object, *, awaits: bool) -> str | None:
    if isinstance(credential, type):
        name = credential.__name__
        return f"credential is the class {name}; pass an object of it: {name}(...)"
    get_token = getattr(credential, "get_token", None)
    if get_token is None and not callable(credential) and not isinstance(credential, str):
        from graphsync.auth import Flow

        if not isinstance(credential, Flow):
            return (
                f"credential is a {type(credential).__name__}; pass an azure-identity credential, "
                "a function that returns a token, a token, or one of graphsync.auth"
            )
    if not awaits and inspect.iscoroutinefunction(get_token or credential):
        name = getattr(credential, "__name__", type(credential).__name__)
        return (
            f"{name} is asynchronous; use it with AsyncGraphClient, or pass its synchronous counterpart to this client"
        )
    return None
