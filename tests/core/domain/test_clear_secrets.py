"""Which keys are settings that anybody may see."""

from __future__ import annotations

import pytest

from graphsync._core.domain.clear_secrets import CLEAR_SECRETS
from graphsync_client.models import SynchronizationSecret


@pytest.mark.parametrize("key", sorted(CLEAR_SECRETS))
def test_each_is_a_key_of_the_service(key: str) -> None:
    assert SynchronizationSecret(key).is_known


@pytest.mark.parametrize("word", ["token", "password", "clientsecret", "key"])
def test_none_is_a_credential_by_its_name(word: str) -> None:
    assert not [key for key in CLEAR_SECRETS if key.casefold().endswith(word)]
