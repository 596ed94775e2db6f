"""The keys of secrets, checked for slips of the keyboard."""

from __future__ import annotations

import re

import pytest

from graphsync._core.domain.secret_keys import secret_key
from graphsync_client.models import SynchronizationSecret


@pytest.mark.parametrize("key", [str(member) for member in SynchronizationSecret])
@pytest.mark.parametrize("spell", [str, str.upper, str.lower])
def test_a_known_key_is_found_in_any_case(key, spell):
    found = secret_key(spell(key))
    assert found is SynchronizationSecret(key)
    assert found.is_known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("SecretTokn", "SecretToken"), ("secret_token", "SecretToken"), ("BaseAdress", "BaseAddress")],
)
def test_a_slip_is_named_with_what_was_meant(typed, meant):
    words = rf"{typed!r} is not a known key of a secret; did you mean {meant!r}\?"
    with pytest.raises(ValueError, match=words):
        secret_key(typed)
    assert secret_key(SynchronizationSecret(typed)) == typed


@pytest.mark.parametrize("key", ["SomethingNewAltogether", "SecretTokn" * 10, "x"])
def test_a_key_of_tomorrow_has_to_be_meant(key):
    with pytest.raises(ValueError, match=r"is not a known key of a secret; Nothing was sent\."):
        secret_key(key)
    assert secret_key(key, unknown=True) == secret_key(SynchronizationSecret(key)) == key
    assert not secret_key(key, unknown=True).is_known


@pytest.mark.parametrize("key", [5, None, b"SecretToken", ["SecretToken"]])
def test_a_key_is_text(key):
    with pytest.raises(TypeError, match=re.escape(f"a key is of type {type(key).__name__}; ")):
        secret_key(key)
