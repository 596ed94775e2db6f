"""Real credential libraries get tokens from the emulator."""

import asyncio
import ssl
from collections.abc import Iterator

import httpx
import jwt
import pytest
from azure.core.exceptions import ClientAuthenticationError
from azure.identity import ClientSecretCredential

from graphsync.emulator import CLIENT_ID, SCIM_PRINCIPAL_ID, TENANT_ID, Emulator
from graphsync.emulator.protocol.errors import GraphError

SCOPE = "https://graph.microsoft.com/.default"


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(tls=True, authentication="permissions") as running:
        yield running


def credential(emulator: Emulator, secret: str = "anything") -> ClientSecretCredential:
    return ClientSecretCredential(
        TENANT_ID,
        CLIENT_ID,
        secret,
        authority=emulator.authority,
        disable_instance_discovery=True,
        connection_verify=str(emulator.ca_file),
    )


def test_azure_identity_gets_a_token_that_the_graph_accepts(emulator: Emulator) -> None:
    with credential(emulator) as azure:
        token = azure.get_token(SCOPE).token
    answer = httpx.get(
        f"{emulator.url}/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs",
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status_code == 200
    assert jwt.decode(token, options={"verify_signature": False})["tid"] == TENANT_ID


def test_azure_identity_async(emulator: Emulator) -> None:
    async def get() -> str:
        from azure.core.pipeline.transport import AsyncioRequestsTransport
        from azure.identity.aio import ClientSecretCredential as Async

        transport = AsyncioRequestsTransport(connection_verify=str(emulator.ca_file))
        async with Async(
            TENANT_ID,
            CLIENT_ID,
            "anything",
            authority=emulator.authority,
            disable_instance_discovery=True,
            transport=transport,
        ) as azure:
            return (await azure.get_token(SCOPE)).token

    assert asyncio.run(get()).count(".") == 2


def test_a_token_of_nobody_is_refused(emulator: Emulator) -> None:
    answer = httpx.get(
        f"{emulator.url}/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs",
        headers={"Authorization": "Bearer abc"},
    )
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "InvalidAuthenticationToken"


def test_the_key_of_the_configuration_verifies_the_token(emulator: Emulator) -> None:
    trust = ssl.create_default_context(cafile=str(emulator.ca_file))
    with (
        httpx.Client(base_url=emulator.authority, verify=trust) as client,
        credential(emulator) as azure,
    ):
        configuration = client.get(f"/{TENANT_ID}/v2.0/.well-known/openid-configuration").json()
        keys = client.get(configuration["jwks_uri"]).json()["keys"]
        claims = jwt.decode(
            azure.get_token(SCOPE).token,
            jwt.PyJWK(keys[0]).key,
            algorithms=["RS256"],
            audience="https://graph.microsoft.com",
        )
    assert "Synchronization.ReadWrite.All" in claims["roles"]


@pytest.mark.parametrize(
    ("form", "status", "error"),
    [
        ({}, 400, "invalid_request"),
        ({"client_id": "x", "grant_type": "dance"}, 400, "unsupported_grant_type"),
        ({"client_id": "x", "grant_type": "client_credentials"}, 401, "invalid_client"),
    ],
)
def test_token_requests_that_are_refused(
    emulator: Emulator, form: dict[str, str], status: int, error: str
) -> None:
    root = emulator.url.removesuffix("/v1.0")
    answer = httpx.post(f"{root}/{TENANT_ID}/oauth2/v2.0/token", data=form)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_a_client_with_a_known_secret_needs_that_one() -> None:
    with Emulator(tls=True, client_secrets={CLIENT_ID: "right"}) as emulator:
        with credential(emulator, "right") as azure:
            assert azure.get_token(SCOPE).token
        with (
            credential(emulator, "wrong") as azure,
            pytest.raises(ClientAuthenticationError, match="AADSTS7000215"),
        ):
            azure.get_token(SCOPE)


def token_of(root: str, tenant: str, **more: str) -> httpx.Response:
    form = {"grant_type": "client_credentials", "client_id": "c", "client_secret": "s", **more}
    return httpx.post(f"{root}/{tenant}/oauth2/v2.0/token", data=form)


def test_switches_of_tokens_count_from_the_moment_they_change() -> None:
    with Emulator(authentication="permissions") as emulator:
        root = emulator.url.removesuffix("/v1.0")
        before = token_of(root, TENANT_ID).json()["access_token"]
        changed = httpx.patch(
            f"{root}/_emulator/switches",
            json={"roles": ["Synchronization.Read.All"], "client_secrets": {"c": "other"}},
        )
        assert changed.status_code == 200
        assert token_of(root, TENANT_ID).json()["error"] == "invalid_client"
        after = token_of(root, TENANT_ID, client_secret="other").json()["access_token"]
    roles = [
        jwt.decode(item, options={"verify_signature": False})["roles"] for item in (before, after)
    ]
    assert "Synchronization.ReadWrite.All" in roles[0]
    assert roles[1] == ["Synchronization.Read.All"]


@pytest.mark.parametrize(
    ("tenant", "status"),
    [
        (TENANT_ID, 200),
        (TENANT_ID.upper(), 200),
        ("contoso.com", 200),
        ("organizations", 200),
        ("7b1c2f3e-5d64-4a8b-9c0d-000000000000", 400),
        ("fabrikam.com", 400),
    ],
)
def test_tokens_are_for_this_tenant_only(tenant: str, status: int) -> None:
    with Emulator() as emulator:
        answer = token_of(emulator.url.removesuffix("/v1.0"), tenant)
    assert answer.status_code == status
    if status != 200:
        assert answer.json()["error_description"].startswith(
            f"AADSTS90002: Tenant '{tenant}' not found."
        )


def test_a_token_of_another_tenant_is_refused() -> None:
    emulator = Emulator(authentication="issued token")
    tokens = emulator.graph.tokens
    claims = jwt.decode(tokens.issue("c"), options={"verify_signature": False})
    foreign = jwt.encode({**claims, "tid": "another"}, tokens._key, algorithm="RS256")
    with pytest.raises(GraphError, match="another tenant"):
        tokens.identify(foreign)
    assert tokens.identify(tokens.issue("c")).app_id == "c"
