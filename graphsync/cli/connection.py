"""From options, environment and profile to a client that is signed in."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from graphsync import auth
from graphsync._core.secrecy.hidden import Hidden
from graphsync.cli.exits import UsageMistake, nearest
from graphsync.clouds import Cloud
from graphsync_client.types import ABSENT

if TYPE_CHECKING:
    import httpx
    from azure.core.credentials import TokenCredential

    from graphsync import GraphClient

CLOUDS: Mapping[str, Cloud] = {
    "global": Cloud.GLOBAL,
    "us-gov": Cloud.US_GOV,
    "us-gov-dod": Cloud.US_GOV_DOD,
    "china": Cloud.CHINA,
}
WAYS = (
    "default",
    "environment",
    "azure-cli",
    "workload-identity",
    "managed-identity",
    "client-secret",
    "certificate",
    "device-code",
    "browser",
    "token",
)


@frozen(kw_only=True)
class Connection:
    """Where Graph is, and who signs in there."""

    cloud: Cloud
    cloud_name: str
    endpoint: str | None
    allow_plain_http: tuple[str, ...]
    authority: str | None
    ca_file: str | None
    sign_in: str
    credential: Hidden[auth.Flow | str]

    def client(self, on_request: Callable[[str, str], None] | None) -> GraphClient:
        """Return a client; `on_request` is called with the method and address of each request."""
        from graphsync import GraphClient

        def report(request: httpx.Request) -> None:
            if on_request is not None:
                on_request(request.method, str(request.url))

        return GraphClient(
            self.credential.reveal(),
            cloud=self.cloud,
            endpoint=self.endpoint or ABSENT,
            allow_plain_http=self.allow_plain_http,
            authority=self.authority or ABSENT,
            verify=self.ca_file,
            event_hooks={"request": [report]},
        )

    def token(self) -> Hidden[str]:
        """Return a token for Graph; raises `SignInFailed` where there is none."""
        from graphsync.errors import SignInFailed

        credential = self.credential.reveal()
        if isinstance(credential, str):
            return Hidden(credential)
        from azure.core.exceptions import AzureError

        sign_in = auth.SignIn(
            authority=self.authority or self.cloud.authority,
            is_known_authority=self.authority is None,
            verify=self.ca_file or True,
        )
        failure = ""
        try:
            return Hidden(credential.complete(sign_in).get_token(self.cloud.scope).token)
        except (AzureError, ValueError) as error:
            failure = str(error).partition("\n")[0]
        raise SignInFailed(f"there is no token from {self.sign_in}: {failure}")


def connection(options: Mapping[str, str | None], profile: Mapping[str, str]) -> Connection:
    """Put options above the profile; secrets come from the environment alone."""
    # What azure-identity logs of a failed sign-in is in the error as well, in one line.
    logging.getLogger("azure").addHandler(logging.NullHandler())
    found = {
        name: value if value is not None else profile.get(name) for name, value in options.items()
    }
    cloud_name = found["cloud"] or "global"
    if cloud_name not in CLOUDS:
        raise UsageMistake(f"there is no cloud {cloud_name!r}", nearest(cloud_name, CLOUDS))
    ca_file = found["ca_file"]
    if ca_file is not None and not Path(ca_file).exists():
        raise UsageMistake(
            f"the file of certificates {ca_file} does not exist", "correct --ca-file"
        )
    has_secret = bool(os.environ.get("GRAPHSYNC_CLIENT_SECRET")) and bool(found["client_id"])
    way = found["sign_in"] or (
        "token"
        if os.environ.get("GRAPHSYNC_TOKEN")
        else "client-secret"
        if has_secret
        else "default"
    )
    if way not in WAYS:
        raise UsageMistake(f"there is no way to sign in called {way!r}", nearest(way, WAYS))
    return Connection(
        cloud=CLOUDS[cloud_name],
        cloud_name=cloud_name,
        endpoint=found["endpoint"],
        allow_plain_http=tuple(_hosts(found["allow_plain_http"])),
        authority=found["authority"],
        ca_file=ca_file,
        sign_in=way,
        credential=Hidden(_credential(way, found)),
    )


def _hosts(text: str | None) -> list[str]:
    return [host for item in (text or "").split(",") if (host := item.strip())]


def _credential(way: str, found: Mapping[str, str | None]) -> auth.Flow | str:
    tenant, client = found["tenant_id"], found["client_id"]
    if way == "token":
        return _variable("GRAPHSYNC_TOKEN", way)
    if way == "client-secret":
        secret = Hidden(_variable("GRAPHSYNC_CLIENT_SECRET", way))
        return auth.client_secret(
            _needed(tenant, "tenant-id", way), _needed(client, "client-id", way), secret.reveal()
        )
    if way == "certificate":
        return auth.certificate(
            _needed(tenant, "tenant-id", way),
            _needed(client, "client-id", way),
            _needed(found["certificate"], "certificate", way),
            password=os.environ.get("GRAPHSYNC_CERTIFICATE_PASSWORD"),
        )
    if way == "device-code":
        from graphsync.cli.remembered import device_code

        return device_code(_needed(client, "client-id", way), tenant or "organizations")
    if way == "browser":
        from graphsync.cli.remembered import browser

        return browser(_needed(client, "client-id", way), tenant or "organizations")
    if way == "managed-identity":
        return auth.managed_identity(client_id=client)
    if way == "default":
        return auth.default()
    return auth.Flow(way, _ambient(way), (way,))


def _ambient(way: str) -> Callable[[auth.SignIn], TokenCredential]:
    def complete(sign_in: auth.SignIn) -> TokenCredential:
        from azure.identity import (
            AzureCliCredential,
            EnvironmentCredential,
            WorkloadIdentityCredential,
        )

        if way == "azure-cli":
            return AzureCliCredential()
        if way == "environment":
            return EnvironmentCredential(authority=sign_in.authority)
        return WorkloadIdentityCredential(authority=sign_in.authority)

    return complete


def _variable(name: str, way: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise UsageMistake(
            f"the way to sign in {way!r} needs a secret", f"set the environment variable {name}"
        )
    return value


def _needed(value: str | None, option: str, way: str) -> str:
    if not value:
        variable = f"GRAPHSYNC_{option.replace('-', '_').upper()}"
        raise UsageMistake(
            f"the way to sign in {way!r} needs --{option}", f"pass it, or set {variable}"
        )
    return value
