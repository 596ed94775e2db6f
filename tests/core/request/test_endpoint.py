from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.request.endpoint import Endpoint, is_loopback
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync.errors import Refused
from graphsync_client.types import Operation

ROOT = Endpoint.of("https://graph.microsoft.com/v1.0/")


def test_paths_are_below_the_root_and_links_are_as_they_are():
    assert ROOT.url == "https://graph.microsoft.com/v1.0"
    assert ROOT.absolute("/x?y=%2F") == "https://graph.microsoft.com/v1.0/x?y=%2F"
    assert (
        ROOT.absolute("https://graph.microsoft.com:443/beta/x")
        == "https://graph.microsoft.com:443/beta/x"
    )
    assert (
        ROOT.absolute("https://GRAPH.microsoft.com/v1.0/x") == "https://GRAPH.microsoft.com/v1.0/x"
    )
    assert ROOT.below("https://graph.microsoft.com/v1.0/x?y") == "/x?y"
    assert (
        ROOT.below("https://graph.microsoft.com/v1.0x/y") == "https://graph.microsoft.com/v1.0x/y"
    )


@given(st.text())
def test_no_text_leads_elsewhere(text):
    try:
        address = ROOT.absolute(text)
    except Refused:  # ForeignOrigin, or what would change on the way
        return
    assert address.lower().startswith("https://graph.microsoft.com")
    assert address[len("https://graph.microsoft.com") :][:1] in {"", "/", ":", "?", "#"}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1"])
def test_loopback(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["localhost.contoso.com", "127.0.0.1.contoso.com", "10.0.0.1", "0.0.0.0", "::", ""]
)
def test_not_loopback(host):
    assert not is_loopback(host)


def test_the_spelling_of_the_scheme_does_not_hide_that_it_is_plain():
    root = Endpoint.of("HTTP://127.0.0.1:9/v1.0/")
    assert root.url == "http://127.0.0.1:9/v1.0"
    assert root.is_plain
    assert not Endpoint.of("HTTPS://graph.microsoft.com/v1.0").is_plain


@pytest.mark.parametrize(
    ("url", "beta"),
    [
        ("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/beta"),
        ("https://graph.microsoft.com/beta", "https://graph.microsoft.com/beta"),
        ("http://127.0.0.1:8000/tenant/v1.0", "http://127.0.0.1:8000/tenant/beta"),
    ],
)
def test_operations_of_beta_go_to_the_same_server(url, beta):
    endpoint = Endpoint.of(url)
    operation = Operation(name="x", method="GET", path="/reports/correlations", beta=True)
    assert PreparedRequest.of(operation, endpoint).url == f"{beta}/reports/correlations"
    assert (
        PreparedRequest.of(operation.evolve(beta=False), endpoint).url
        == f"{url}/reports/correlations"
    )
