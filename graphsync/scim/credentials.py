"""The vendor's token endpoint, asked as the service asks it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import httpx

from graphsync._core.secrecy.hidden import Hidden
from graphsync.emulator.document import decode, is_object
from graphsync.emulator.targets.connection import Exchange
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.scim.result import Failed

Record = Callable[[Exchange], object]
_TIMEOUT = 10.0
_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
_JWT = "urn:ietf:params:oauth:token-type:jwt"
_ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"  # noqa: S105 - the name of a type


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """OAuth client credentials and the token endpoint that takes them."""

    address: str
    client_id: str
    client_secret: str = field(repr=False)

    def acquire(self, record: Record) -> tuple[Hidden[str], int]:
        """Return an access token and the seconds for which it is good.

        Raise Failed where there is none.
        """
        form = {
            "grant_type": "client_credentials",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
        }
        token, seconds = _token(self.address, form, record)
        if not isinstance(seconds, int):
            raise Failed("The token endpoint's answer has no expires_in.")
        return token, seconds


@dataclass(frozen=True, slots=True)
class FederatedIdentity:
    """The token endpoint that exchanges a token of Entra for one of its own.

    Args:
        address: The vendor's token endpoint.
        client_id: The client that the vendor knows the tenant as.
        assertion: A token of Entra. Without it the local Graph signs one; the vendor finds the
            key by the token's issuer, an address of this machine, as for a real tenant.
        audience: The `aud` of the token that the local Graph signs.
        scope: The scope to ask for, if the vendor wants one.
        style: `client assertion` is RFC 7523, which the service uses by default; `token exchange`
            is RFC 8693.
        issuer_port: The port at which the local Graph shows its key; any free one by default.

    """

    address: str
    client_id: str
    assertion: str | None = field(default=None, repr=False)
    audience: str = "api://graphsync-check"
    scope: str = ""
    style: Literal["client assertion", "token exchange"] = "client assertion"
    issuer_port: int = 0

    def exchange(self, assertion: str, record: Record) -> Hidden[str]:
        """Return the vendor's access token for a token of Entra; raise Failed without one."""
        if self.style == "client assertion":
            form = {
                "grant_type": "client_credentials",
                "client_id": self.client_id,
                "client_assertion_type": _ASSERTION,
                "client_assertion": assertion,
            }
        else:
            form = {
                "grant_type": _EXCHANGE,
                "client_id": self.client_id,
                "audience": self.audience,
                "requested_token_type": _ACCESS_TOKEN,
                "subject_token_type": _JWT,
                "subject_token": assertion,
            }
        if self.scope:
            form["scope"] = self.scope
        return _token(self.address, form, record)[0]


def status_with(token: Hidden[str], address: str, record: Record) -> int:
    """Return the status with which the endpoint answers a request that has a token."""
    headers = {"Accept": "application/scim+json"}
    try:
        with httpx.Client(trust_env=False, timeout=_TIMEOUT) as client:
            status = client.get(
                address, headers={**headers, "Authorization": f"Bearer {token.reveal()}"}
            ).status_code
    except httpx.HTTPError as error:
        raise Failed(f"The endpoint does not answer: {type(error).__name__}.") from None
    record(Exchange("GET", address, None, status, None))
    return status


def _token(address: str, form: Mapping[str, str], record: Record) -> tuple[Hidden[str], object]:
    secrets = Secrets(*(form.get(name, "") for name in ("client_secret", "client_assertion")))
    secrets.add(form.get("subject_token", ""))
    try:
        with httpx.Client(trust_env=False, timeout=_TIMEOUT) as client:
            response = client.post(address, data=dict(form))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        record(Exchange("POST", address, secrets.cut_body(form), 0, type(error).__name__))
        raise Failed(f"The token endpoint does not answer: {type(error).__name__}.") from None
    try:
        answer = decode(response.content)
    except ValueError:
        answer = response.text[:2000]
    record(
        Exchange(
            "POST",
            address,
            secrets.cut_body(dict(form)),
            response.status_code,
            secrets.cut_body(answer),
        )
    )
    token = answer.get("access_token") if is_object(answer) else None
    if not response.is_success or not isinstance(token, str) or not token:
        said = (
            secrets.cut(str(answer.get("error_description") or answer.get("error") or ""))
            if (is_object(answer))
            else ""
        )
        raise Failed(
            f"The token endpoint answered with {response.status_code} and without an access_token"
            f"{': ' + said[:500] if said else '.'}"
        )
    return Hidden(token), answer.get("expires_in") if is_object(answer) else None
