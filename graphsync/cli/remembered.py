"""Sign-ins of people that outlast a command; azure-identity keeps the tokens, encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import typer

from graphsync.auth import Flow, SignIn

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential
    from azure.identity import AuthenticationRecord

_NAME = "graphsync"


def record_file(client_id: str, tenant_id: str) -> Path:
    """Return the file that says which account signed in; it holds names and ids, and no token."""
    safe = "".join(
        letter if letter.isalnum() or letter == "-" else "_"
        for letter in f"{tenant_id}.{client_id}"
    )
    return Path(typer.get_app_dir(_NAME)) / "accounts" / f"{safe}.json"


def device_code(client_id: str, tenant_id: str) -> Flow:
    """Sign in a person on another device, once; later commands use the tokens that were kept."""

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import DeviceCodeCredential, TokenCachePersistenceOptions

        def prompt(address: str, code: str, _expires: object) -> None:
            typer.echo(f"Open {address} and type {code}", err=True)

        return DeviceCodeCredential(
            client_id,
            tenant_id=tenant_id,
            prompt_callback=prompt,
            disable_instance_discovery=not sign_in.is_known_authority,
            cache_persistence_options=TokenCachePersistenceOptions(name=_NAME),
            **_account(sign_in, record_file(client_id, tenant_id)),
        )

    return Flow("device_code", complete, (tenant_id, client_id))


def browser(client_id: str, tenant_id: str) -> Flow:
    """Sign in a person in the browser of this machine, once.

    Later commands use the tokens that were kept.
    """

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import InteractiveBrowserCredential, TokenCachePersistenceOptions

        return InteractiveBrowserCredential(
            client_id=client_id,
            tenant_id=tenant_id,
            disable_instance_discovery=not sign_in.is_known_authority,
            cache_persistence_options=TokenCachePersistenceOptions(name=_NAME),
            **_account(sign_in, record_file(client_id, tenant_id)),
        )

    return Flow("interactive", complete, (tenant_id, client_id))


class _Account(TypedDict, total=False):
    authority: str
    authentication_record: AuthenticationRecord


def _account(sign_in: SignIn, path: Path) -> _Account:
    """Return who signed in before, or where to sign in; azure-identity takes only one of them."""
    from azure.identity import AuthenticationRecord

    if not path.exists():
        return _Account(authority=sign_in.authority)
    record = AuthenticationRecord.deserialize(path.read_text(encoding="utf-8"))
    return _Account(authentication_record=record)
