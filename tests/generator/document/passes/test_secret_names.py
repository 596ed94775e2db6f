"""Passwords, keys and tokens are known by their names where nothing marks them."""

from __future__ import annotations

import pytest

from generator.document.passes.secret_names import secret_names
from tests.generator.documents import enum, openapi, ref, thing

TEXT = {"type": "string", "nullable": True}


def marked(schema: str, name: str, described: object) -> bool:
    document = secret_names(openapi({schema: thing(ref("base"), **{name: described})}))
    (_, own) = document["components"]["schemas"][schema]["allOf"]
    return bool(own["properties"][name].get("x-graphsync-secret"))


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("microsoft.graph.passwordCredential", "secretText"),
        ("microsoft.graph.passwordProfile", "password"),
        ("microsoft.graph.vpn", "preSharedKey"),
        ("microsoft.graph.account", "refreshToken"),
        ("microsoft.graph.wifi", "clientSecret"),
        ("microsoft.graph.keyCredential", "key"),
    ],
)
def test_text_with_the_name_of_a_secret_is_one(schema: str, name: str) -> None:
    assert marked(schema, name, dict(TEXT))


@pytest.mark.parametrize(
    ("schema", "name", "described"),
    [
        ("microsoft.graph.policy", "passwordRequired", {"type": "boolean"}),
        ("microsoft.graph.policy", "requiresPassword", {"type": "boolean"}),
        ("microsoft.graph.policy", "password", enum("none", "some")),
        ("microsoft.graph.pair", "key", dict(TEXT)),
        ("microsoft.graph.policy", "secretaryName", dict(TEXT)),
        ("microsoft.graph.policy", "password", {**TEXT, "x-graphsync-secret": False}),
    ],
)
def test_what_only_sounds_like_one_is_not(schema: str, name: str, described: object) -> None:
    assert not marked(schema, name, described)
