"""Ways to sign in, each one line: `GraphClient(auth.device_code(client_id), cloud=Cloud.US_GOV)`.

What these functions return is no credential yet: the client completes it with its own cloud, proxy
and certificates, so that they cannot disagree. azure-identity does the work and is imported when
the client needs the first token.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from graphsync._annotations import resolvable
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Value

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential

_ORGANIZATIONS = "organizations"


class SignIn(Value, kw_only=True):
    """What a client knows about reaching the authority."""

    authority: str
    is_known_authority: bool = True
    verify: bool | str = True
    proxy: str | None = None
    """Its address, which may hold a password."""

    _unshown: ClassVar[frozenset[str]] = frozenset({"proxy"})


@resolvable
class Flow(Value):
    """One way to sign in.

    A client turns it into a credential, and closes that with itself.
    """

    name: str
    complete: Callable[[SignIn], TokenCredential]
    application: tuple[str, ...] | None = None
    """What names the application: clients with the same one share the service's limits."""

    _unshown: ClassVar[frozenset[str]] = frozenset({"complete", "application"})


class _Network(TypedDict, total=False):
    connection_verify: bool | str
    proxies: dict[str, str]


def _network(sign_in: SignIn) -> _Network:
    options = _Network(connection_verify=sign_in.verify)
    if sign_in.proxy is not None:
        options["proxies"] = {"http": sign_in.proxy, "https": sign_in.proxy}
    return options


def _authority(
    sign_in: SignIn,
) -> dict[str, Any]:  # keyword arguments of several unrelated constructors
    # Discovery asks login.microsoftonline.com about the authority, which knows nothing of a private
    # one.
    return {
        "authority": sign_in.authority,
        "disable_instance_discovery": not sign_in.is_known_authority,
    }


def client_secret(tenant_id: str, client_id: str, client_secret: str) -> Flow:
    """Sign in as an application with a client secret."""
    secret = Hidden(client_secret)

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import ClientSecretCredential

        return ClientSecretCredential(
            tenant_id, client_id, secret.reveal(), **_authority(sign_in), **_network(sign_in)
        )

    return Flow("client_secret", complete, (tenant_id, client_id))


def certificate(
    tenant_id: str, client_id: str, certificate: str | Path | bytes, *, password: str | None = None
) -> Flow:
    """Sign in as an application with a certificate and its private key: a PEM or PKCS12 file, or
    its bytes.
    """
    source = Hidden(certificate)
    source_password = Hidden(password)

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import CertificateCredential

        is_data = isinstance(source.reveal(), bytes)
        return CertificateCredential(
            tenant_id,
            client_id,
            certificate_path=None if is_data else str(source.reveal()),
            certificate_data=source.reveal() if is_data else None,
            password=source_password.reveal(),
            **_authority(sign_in),
            **_network(sign_in),
        )

    return Flow("certificate", complete, (tenant_id, client_id))


def device_code(
    client_id: str,
    *,
    tenant_id: str = _ORGANIZATIONS,
    prompt: (
        Callable[[str, str, Any], None] | None
    ) = None,  # the third is a datetime, see azure-identity
) -> Flow:
    """Sign in a person on another device, who types a code.

    `prompt(address, code, expires)` replaces printing it.
    """

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import DeviceCodeCredential

        return DeviceCodeCredential(
            client_id,
            tenant_id=tenant_id,
            prompt_callback=prompt,
            **_authority(sign_in),
            **_network(sign_in),
        )

    return Flow("device_code", complete, (tenant_id, client_id))


def interactive(
    client_id: str, *, tenant_id: str = _ORGANIZATIONS, login_hint: str | None = None
) -> Flow:
    """Sign in a person in the browser of this machine."""

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import InteractiveBrowserCredential

        return InteractiveBrowserCredential(
            client_id=client_id,
            tenant_id=tenant_id,
            login_hint=login_hint,
            **_authority(sign_in),
            **_network(sign_in),
        )

    return Flow("interactive", complete, (tenant_id, client_id))


def managed_identity(*, client_id: str | None = None) -> Flow:
    """Sign in as the machine's own identity in Azure; `client_id` chooses a user-assigned one."""

    # The machine knows its authority itself.
    def complete(sign_in: SignIn) -> TokenCredential:  # noqa: ARG001
        from azure.identity import ManagedIdentityCredential

        return ManagedIdentityCredential(client_id=client_id)

    return Flow("managed_identity", complete, ("managed identity", client_id or ""))


def default() -> Flow:
    """Sign in with the first that works: environment, workload or managed identity, developer
    tools.
    """

    def complete(sign_in: SignIn) -> TokenCredential:
        from azure.identity import DefaultAzureCredential

        return DefaultAzureCredential(**_authority(sign_in), **_network(sign_in))

    return Flow("default", complete, ("default",))
