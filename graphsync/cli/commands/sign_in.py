"""`graphsync login` and `graphsync whoami`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._core.json_values import as_list
from graphsync._core.response.permissions import Granted, claims_of
from graphsync.cli.command import WRITES, command, single
from graphsync.cli.exits import UsageMistake
from graphsync.cli.remembered import record_file
from graphsync.cli.session import Run

if TYPE_CHECKING:
    from graphsync._core.secrecy.hidden import Hidden
    from graphsync_client.types import Json

login = single()
whoami = single()
_TOKEN = ("POST of the sign-in service",)


@command(login, "login", sends=_TOKEN)
def sign_in(run: Run) -> None:
    """Sign in with --sign-in, and show who it is.

    A person who signs in with device-code or browser is remembered: azure-identity keeps the
    tokens, encrypted, and later commands need no new sign-in. The other ways have nothing to keep.
    """
    found = run.connection
    if found.sign_in in {"device-code", "browser"}:
        from azure.core.exceptions import AzureError
        from azure.identity import DeviceCodeCredential, InteractiveBrowserCredential

        from graphsync.auth import Flow, SignIn
        from graphsync.errors import SignInFailed

        flow = found.credential.reveal()
        if not isinstance(flow, Flow):
            raise UsageMistake("there is nothing to sign in with", "pass --sign-in device-code")
        authority = found.authority or found.cloud.authority
        credential = flow.complete(
            SignIn(authority=authority, is_known_authority=found.authority is None)
        )
        if isinstance(credential, (DeviceCodeCredential, InteractiveBrowserCredential)):
            try:
                record = credential.authenticate(scopes=[found.cloud.scope])
            except (AzureError, ValueError) as error:
                raise SignInFailed(
                    f"the sign-in failed: {str(error).partition(chr(10))[0]}"
                ) from None
            # The flow has what the profile says where no option says it.
            tenant_id, client_id = flow.application or ("", "")
            path = record_file(client_id, tenant_id)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record.serialize(), encoding="utf-8")
            run.note(f"signed in as {record.username}")
    run.object(_who(run))


@command(whoami, "whoami", sends=_TOKEN)
def who(run: Run) -> None:
    """Show who is signed in, where, and with which permissions.

    `notPermitted` lists the commands that need a permission which the token does not have. The
    token is read and not verified. One that is not a JSON Web Token says nothing.
    """
    run.object(_who(run))


def _who(run: Run) -> dict[str, Json]:
    found = run.connection
    token = found.token()
    claims = claims_of(token)
    said = claims or {}
    scopes = said.get("scp")
    held = [*(scopes.split() if isinstance(scopes, str) else []), *as_list(said.get("roles"))]
    return {
        "user": said.get("upn") or said.get("preferred_username"),
        "application": said.get("appid") or said.get("azp"),
        "tenant": said.get("tid"),
        "cloud": found.cloud_name,
        "endpoint": found.endpoint or found.cloud.endpoint,
        "signIn": found.sign_in,
        "permissions": None if claims is None else [*held],
        "mayWrite": None if claims is None else WRITES in held,
        "notPermitted": None if claims is None else _not_permitted(token),
    }


def _not_permitted(token: Hidden[str]) -> list[Json]:
    from graphsync.cli.reference import commands

    def lacks(request: str) -> bool:
        method, _, path = request.partition(" ")
        return Granted.of(token, method, path).lacking is not None

    return [words for words, _, described in commands() if any(map(lacks, described.sends))]
