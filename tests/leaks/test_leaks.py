"""Ten thousand log lines, reprs, exceptions and tracebacks: no token and no secret in any."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import count

import pytest

from graphsync import auth, models
from graphsync.errors import GraphError
from graphsync_client.api.secrets.replace_secrets import replace_secrets
from graphsync_client.types import Owner

from .rendering import renderings
from .secrets_in_play import CALLS, MARK, REPLIES, SECRETS, TOKEN, client

ENOUGH = 10_000


class Lines(logging.Handler):
    """Keep what any logger says."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{self.format(record)} {record.args!r}")


@pytest.fixture
def lines() -> Iterator[Lines]:
    root = logging.getLogger()
    handler, level = Lines(), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


def test_failing_calls_tell_nothing(lines: Lines) -> None:
    told = failed = 0
    for round_ in count():
        for reply in REPLIES:
            for name, call in CALLS.items():
                with client(reply) as graph:
                    sync = graph.service_principals["an-id"].synchronization
                    shown = [
                        repr(graph),
                        repr(sync),
                        repr(sync.jobs),
                        repr(graph._session.transport._bearer),
                    ]
                    try:
                        call(sync)
                    except (
                        GraphError
                    ) as error:  # only a verb that reads no answer takes HTML for one
                        shown += renderings(error)
                        failed += 1
                    told += len(shown)
                    for text in shown:
                        assert MARK not in text, f"{name}: {text}"
        if told + len(lines.said) >= ENOUGH:
            break
        assert round_ < 100
    assert told + len(lines.said) >= ENOUGH
    assert failed > 100
    assert lines.said
    for line in lines.said:
        assert MARK not in line


def test_values_that_hold_secrets_show_none() -> None:
    pairs = [
        models.SynchronizationSecretKeyStringValuePair(key=key, value=value)
        for key, value in SECRETS.items()
    ]
    body = models.ReplaceSecretsRequest(value=pairs)
    operation = replace_secrets(Owner.service_principal("an-id"), body)
    with client(REPLIES[0]) as graph:
        prepared = graph.dry_run(operation)
        shown = (
            pairs,
            body,
            operation,
            prepared,
            auth.client_secret("t", "c", TOKEN),
            auth.certificate("t", "c", TOKEN.encode()),
        )
        for value in shown:
            assert MARK not in repr(value)
            assert MARK not in str(value)
            assert MARK not in f"{value}"
    assert prepared.content is not None
    assert MARK.encode() in prepared.content
