"""Tracebacks lose the frames of libraries, and keep the program's own."""

from __future__ import annotations

import traceback

import h11
import httpx
import pytest

from graphsync._core.secrecy.tracebacks import drop_library_frames, own_frames_only


def names(error: BaseException | None) -> list[str]:
    assert error is not None
    return [
        frame.f_globals["__name__"].partition(".")[0]
        for frame, _ in traceback.walk_tb(error.__traceback__)
    ]


def bad_header() -> None:
    h11.Request(
        method="GET", target="/", headers=[("Host", "contoso.com"), ("Authorization", "hunter2\n")]
    )


def test_frames_of_libraries_go_and_the_programs_own_stay() -> None:
    with pytest.raises(h11.LocalProtocolError) as plain:
        bad_header()
    assert "h11" in names(plain.value)
    with pytest.raises(h11.LocalProtocolError) as raised, own_frames_only():
        bad_header()
    assert set(names(raised.value)) == {"tests"}
    assert [frame.name for frame in traceback.extract_tb(raised.value.__traceback__)][
        -1
    ] == "bad_header"


def test_a_function_that_a_library_calls_stays() -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise LookupError("a mistake in a test's own transport")

    with (
        pytest.raises(LookupError) as raised,
        own_frames_only(),
        httpx.Client(transport=httpx.MockTransport(answer)) as c,
    ):
        c.get("https://contoso.com")
    assert set(names(raised.value)) == {"tests"}
    assert [frame.name for frame in traceback.extract_tb(raised.value.__traceback__)][
        -1
    ] == "answer"


def test_causes_contexts_and_groups_lose_them_too() -> None:
    def failed() -> Exception:
        try:
            bad_header()
        except h11.LocalProtocolError as error:
            return error
        raise AssertionError("h11 takes it")

    cause, context, member = failed(), failed(), failed()
    error = ExceptionGroup("several", [member])
    error.__cause__, error.__context__ = cause, context
    context.__context__ = error  # a circle
    drop_library_frames(error)
    for seen in (cause, context, member):
        assert set(names(seen)) == {"tests"}
