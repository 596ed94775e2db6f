"""The one-line ways to sign in make the credentials they say, with the client's own authority, proxy and certificates."""

from __future__ import annotations

import pytest
import trustme
from azure import identity

from graphsync import Cloud, GraphClient, auth
from graphsync.auth import SignIn

SIGN_IN = SignIn(
    authority="https://login.microsoftonline.us", verify="/ca.pem", proxy="http://proxy.contoso.com"
)


@pytest.fixture
def pem(tmp_path):
    path = tmp_path / "client.pem"
    trustme.CA().issue_cert(
        "client.contoso.com", key_type=trustme.KeyType.RSA
    ).private_key_and_cert_chain_pem.write_to_path(path)
    return path


def test_each_flow_makes_its_credential(pem):
    flows = {
        auth.client_secret("t", "c", "s"): identity.ClientSecretCredential,
        auth.certificate("t", "c", pem): identity.CertificateCredential,
        auth.certificate("t", "c", pem.read_bytes()): identity.CertificateCredential,
        auth.device_code("c", prompt=lambda *_: None): identity.DeviceCodeCredential,
        auth.interactive("c", login_hint="ada@contoso.com"): identity.InteractiveBrowserCredential,
        auth.managed_identity(client_id="c"): identity.ManagedIdentityCredential,
        auth.default(): identity.DefaultAzureCredential,
    }
    for flow, kind in flows.items():
        credential = flow.complete(SIGN_IN)
        assert type(credential) is kind, flow.name
        credential.close()


@pytest.mark.parametrize(
    ("cloud", "authority", "known"),
    [
        (Cloud.GLOBAL, None, True),
        (Cloud.US_GOV, None, True),
        (Cloud.US_GOV_DOD, None, True),
        (Cloud.CHINA, None, True),
        (Cloud("https://graph.contoso.com", "https://login.contoso.com", "s"), None, False),
        (Cloud.GLOBAL, "https://login.contoso.com", False),
    ],
)
def test_the_authority_follows_the_cloud(cloud, authority, known, monkeypatch):
    seen = []

    class Secret:
        def __init__(self, *arguments, **options):
            seen.append((arguments, options))

        def get_token(self, *_, **__):
            raise RuntimeError("stop here")

        def close(self):
            seen.append("closed")

    monkeypatch.setattr(identity, "ClientSecretCredential", Secret)
    options = {} if authority is None else {"authority": authority}
    with (
        GraphClient.with_credentials(
            "t", "c", "s", cloud=cloud, proxy="http://p", **options
        ) as graph,
        pytest.raises(Exception, match="stop here"),
    ):
        graph.request("GET", "/x")
    (arguments, settings), closed = seen
    assert arguments == ("t", "c", "s")
    assert settings["authority"] == authority or cloud.authority
    assert settings["disable_instance_discovery"] is not known
    assert settings["proxies"] == {"http": "http://p", "https": "http://p"}
    assert closed == "closed"


def test_the_table_of_clouds():
    rows = {
        Cloud.GLOBAL: ("https://graph.microsoft.com", "https://login.microsoftonline.com"),
        Cloud.US_GOV: ("https://graph.microsoft.us", "https://login.microsoftonline.us"),
        Cloud.US_GOV_DOD: ("https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
        Cloud.CHINA: ("https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"),
    }
    for cloud, (graph, authority) in rows.items():
        assert (cloud.graph, cloud.authority, cloud.scope) == (
            graph,
            authority,
            f"{graph}/.default",
        )
        assert cloud.endpoint == f"{graph}/v1.0"
    with pytest.raises(ValueError, match="https addresses"):
        Cloud("http://graph.contoso.com", "https://login.contoso.com", "s")


def test_flows_hide_what_they_were_given():
    assert "hunter2" not in repr(auth.client_secret("t", "c", "hunter2"))
    assert "hunter2" not in repr(auth.certificate("t", "c", "x", password="hunter2"))


def test_an_asynchronous_credential_is_refused_by_the_synchronous_client():
    class Credential:
        async def get_token(self, *_, **__): ...

    async def token() -> str:
        return "t"

    for wrong in (Credential(), token):
        with pytest.raises(TypeError, match=r"asynchronous; use it with AsyncGraphClient"):
            GraphClient(wrong)
