"""What is too large, too deep, too far or not meant for this emulator is refused, and nothing is done."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import httpx
import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator, Fault, times
from graphsync.emulator.http import app as application
from graphsync.emulator.protocol import filter as odata
from graphsync.emulator.protocol import routing
from graphsync.emulator.targets import paths

from .conftest import Caller

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
BEARER = {"Authorization": "Bearer x"}
JSON = {**BEARER, "Content-Type": "application/json"}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(speed=0, start="2026-01-01T00:00:00Z") as running:
        yield running


@pytest.fixture
def small_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "LARGEST_BODY", 1000)


def secret(padding: int) -> bytes:
    """Return a body that is valid JSON wherever it is cut after its first part."""
    return json.dumps({"value": [{"key": "UserName", "value": "ada"}]}).encode() + b" " * padding


def stored(emulator: Emulator) -> object:
    return emulator.graph.tenant.table("secret")[SCIM_PRINCIPAL_ID]["value"]


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_is_too_large_is_413_and_not_carried_out(
    emulator: Emulator, small_bodies: None, chunked: bool
) -> None:
    before = stored(emulator)
    body = secret(2000)
    content = iter([body[:900], body[900:]]) if chunked else body
    answer = httpx.put(f"{emulator.url}{SYNC}/secrets", content=content, headers=JSON)
    assert (answer.status_code, stored(emulator)) == (413, before)
    assert answer.json()["error"]["code"] == "RequestEntityTooLarge"
    assert (
        httpx.put(f"{emulator.url}{SYNC}/secrets", content=secret(10), headers=JSON).status_code
        == 204
    )


def test_a_body_that_is_too_large_in_process(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphsync.emulator.http import wsgi

    monkeypatch.setattr(wsgi, "LARGEST_BODY", 1000)
    transport = httpx.WSGITransport(app=emulator.wsgi)  # type: ignore[arg-type]
    with httpx.Client(transport=transport, headers=JSON) as client:
        url = f"http://localhost/v1.0{SYNC}/secrets"
        assert client.put(url, content=secret(2000)).status_code == 413
        assert client.put(url, content=secret(10)).status_code == 204


def test_the_largest_body_is_the_documented_one() -> None:
    assert application.LARGEST_BODY == 64 * 1024 * 1024


@pytest.mark.parametrize(
    "host", ["rebound.contoso.com", "emulator", "10.0.0.7:8080", "localhost.contoso.com"]
)
@pytest.mark.parametrize(
    "path", [f"/v1.0{SYNC}/jobs", f"/beta{SYNC}/jobs", "/", "/_emulator", "/x/oauth2/v2.0/token"]
)
def test_requests_under_another_name_are_refused(emulator: Emulator, host: str, path: str) -> None:
    root = emulator.url.removesuffix("/v1.0")
    answer = httpx.get(root + path, headers={**BEARER, "Host": host})
    assert answer.status_code == 403
    assert "--allow-host" in answer.json()["error"]["message"]
    assert host.partition(":")[0] in answer.json()["error"]["message"]


def test_names_that_are_allowed() -> None:
    with Emulator(allow_hosts=["Emulator"]) as emulator:
        for host, status in (("emulator:1", 200), ("EMULATOR", 200), ("other", 403)):
            answer = httpx.get(f"{emulator.url}{SYNC}/jobs", headers={**BEARER, "Host": host})
            assert answer.status_code == status


def test_in_process_any_url_will_do() -> None:
    emulator = Emulator()
    transport = httpx.WSGITransport(app=emulator.wsgi)  # type: ignore[arg-type]
    with httpx.Client(transport=transport, headers=BEARER) as client:
        assert client.get(f"https://graph.microsoft.com/v1.0{SYNC}/jobs").status_code == 200
        rebound = {"Host": "rebound.contoso.com"}
        assert client.get(f"http://localhost/v1.0{SYNC}/jobs", headers=rebound).status_code == 403


@pytest.mark.parametrize("query", ["from=²", "from=" + "9" * 5000, "from=-1", "from=٣"])
def test_odd_places_on_the_page(emulator: Emulator, query: str) -> None:
    root = emulator.url.removesuffix("v1.0")
    assert httpx.get(f"{root}?principal={SCIM_PRINCIPAL_ID}&{query}").status_code == 200


@pytest.mark.parametrize("top", ["²", "9" * 5000])
def test_odd_page_sizes_count_too(new: Callable[..., Caller], top: str) -> None:
    call = new(directory_limit=True)
    assert call.reply("GET", f"{SYNC}/jobs", top=top).status == 400


@pytest.mark.parametrize("value", ["1e309", "-1", "1e10", "nan"])
def test_a_retry_after_that_no_header_can_hold(emulator: Emulator, value: str) -> None:
    headers = {**BEARER, "x-emulator-fault": f"status; status=429; retry_after={value}"}
    answer = httpx.get(f"{emulator.url}{SYNC}/jobs", headers=headers)
    assert answer.status_code == 400
    assert "retry_after" in answer.json()["error"]["message"]


@pytest.mark.parametrize("form", ["seconds", "fraction", "date"])
def test_the_largest_retry_after_is_written_in_every_form(emulator: Emulator, form: str) -> None:
    emulator.faults.add(
        Fault(kind="status", retry_after=1e9, retry_after_format=form, times=1)  # type: ignore[arg-type]
    )
    answer = httpx.get(f"{emulator.url}{SYNC}/jobs", headers=BEARER)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


@pytest.mark.parametrize(
    "url", ["/$BATCH", "$Batch", "/%24batch", "//$batch", "/$batch?x=1", "/$batch()"]
)
def test_no_spelling_nests_a_batch(call: Caller, url: str) -> None:
    item = {
        "id": "1",
        "method": "POST",
        "url": url,
        "headers": {"content-type": "application/json"},
        "body": {},
    }
    answer = call("POST", "/$batch", {"requests": [item]}, status=400)
    assert "cannot hold a batch" in answer["error"]["message"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"filter": " or ".join(["templateId eq 'x'"] * 600)}, "longer than 10000"),
        ({"filter": "(" * 60 + "templateId eq 'x'" + ")" * 60}, "nested too deeply"),
        ({"filter": "not " * 60 + "templateId eq 'x'"}, "nested too deeply"),
        ({"orderby": ",".join(["id"] * 11)}, "more than 10"),
    ],
)
def test_queries_that_are_too_large(
    new: Callable[..., Caller], query: dict[str, str], said: str
) -> None:
    call = new(query_options="all")
    answer = call("GET", f"{SYNC}/jobs", status=400, **query)
    assert said in answer["error"]["message"]


# Each with the text that makes it work hardest: it matches for long, and fails in the end.
PATTERNS: dict[str, tuple[re.Pattern[str], Callable[[int], str]]] = {
    "key": (routing._KEYED, lambda n: "a" * n + "('" + "'" * n + ")"),
    "quoted key": (routing._KEYED, lambda n: "jobs('" + "''" * n + "x)"),
    "duration": (times._DURATION, lambda n: "P" + "1" * n),
    "fraction": (times._DURATION, lambda n: "PT" + "1" * n + "." + "1" * n),
    "filter number": (odata._TOKEN, lambda n: "1" * n + "-"),
    "filter text": (odata._TOKEN, lambda n: "'" + "''" * n),
    "filter word": (odata._TOKEN, lambda n: "a/" * n + "!"),
    "filter blanks": (odata._TOKEN, lambda n: " " * n + "!"),
    "path of a target": (paths.FILTERED, lambda n: "a" * n + "[a" + "a" * n),
}


@pytest.mark.parametrize("name", PATTERNS)
def test_the_time_of_patterns_grows_with_the_text_and_no_faster(name: str) -> None:
    pattern, text = PATTERNS[name]

    def seconds(size: int) -> float:
        subject = text(size)
        best = float("inf")
        for _ in range(5):
            began = time.perf_counter()
            pattern.match(subject)
            pattern.fullmatch(subject)
            best = min(best, time.perf_counter() - began)
        return best

    # Ten times the text: ten times the time where it is linear, a hundred times where it is not.
    assert seconds(20_000) / max(seconds(2_000), 1e-6) < 40


def test_wsgi_reads_no_more_than_it_keeps() -> None:
    class Counted(BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size >= 0
            Counted.asked += size
            return super().read(size)

    emulator = Emulator()
    environ = {
        "REQUEST_METHOD": "PUT",
        "PATH_INFO": f"/v1.0{SYNC}/jobs/{SCIM_JOB_ID}",
        "wsgi.url_scheme": "http",
        "wsgi.input": Counted(b"x"),
        "CONTENT_LENGTH": "9" * 30,
        "HTTP_HOST": "localhost",
    }
    seen: list[str] = []
    b"".join(emulator.wsgi(environ, lambda status, _headers: seen.append(status)))  # type: ignore[arg-type,func-returns-value]
    assert Counted.asked <= application.LARGEST_BODY + 1
    assert socket.getdefaulttimeout() is None
