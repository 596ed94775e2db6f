"""What is known about secrets that were written."""

from __future__ import annotations

import pytest

from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.domain.secrets_receipt import Look
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.models import SynchronizationSecret, SynchronizationSecretKeyStringValuePair

URL, TOKEN = SynchronizationSecret.BASE_ADDRESS, SynchronizationSecret.SECRET_TOKEN


def stored(**values: str | None) -> SecretValues:
    keys = {"url": URL, "token": TOKEN}
    return SecretValues(
        [
            SynchronizationSecretKeyStringValuePair(key=keys[name], value=value)
            for name, value in values.items()
        ]
    )


@pytest.mark.parametrize(
    ("seen", "written", "before", "expected"),
    [
        # What is seen now, what was written, what was there before; pending, confirmed, unconfirmed.
        (stored(url="https://a"), {URL: "https://a"}, None, ((), (URL,), ())),
        (stored(url="https://old"), {URL: "https://a"}, None, ((URL,), (), ())),
        (stored(), {URL: "https://a"}, None, ((URL,), (), ())),
        (stored(token="*"), {TOKEN: "s3cr3t"}, None, ((), (), (TOKEN,))),
        (stored(token="*"), {TOKEN: "s3cr3t"}, stored(token="*"), ((), (), (TOKEN,))),
        (stored(token="*"), {TOKEN: "s3cr3t"}, stored(), ((), (TOKEN,), ())),
        (stored(), {TOKEN: "s3cr3t"}, stored(), ((TOKEN,), (), ())),
        (stored(token="*"), {TOKEN: ""}, stored(token="*"), ((TOKEN,), (), ())),
        (stored(token=""), {TOKEN: ""}, stored(token="*"), ((), (TOKEN,), ())),
        (stored(), {TOKEN: ""}, stored(token="*"), ((), (TOKEN,), ())),
        (stored(token="{}"), {TOKEN: "{}"}, None, ((), (TOKEN,), ())),
        (
            stored(url="https://a", token="*"),
            {URL: "https://a", TOKEN: "s"},
            None,
            ((), (URL,), (TOKEN,)),
        ),
    ],
)
def test_one_look_at_what_is_stored(seen, written, before, expected):
    look = Look.at(seen, {key: Hidden(value) for key, value in written.items()}, before)
    assert (look.pending, look.receipt.confirmed, look.receipt.unconfirmed) == expected
    assert "s3cr3t" not in repr(look)
