"""A service that answers what a test tells it to, in this process: what goes out is seen whole."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.facade.local import Local
from tests.facade.payroll import Payroll

ROOT = "https://graph.microsoft.com/v1.0"
SYNC = "/servicePrincipals/11111111-1111-4111-8111-111111111111/synchronization"


class Service:
    """Answer requests in the order in which answers were set, and keep the requests."""

    root = ROOT
    sync = SYNC

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answers: deque[Callable[[httpx.Request], httpx.Response]] = deque()

    def answer(
        self,
        body: Any = None,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        content: bytes | None = None,
    ) -> Service:
        if content is None:
            content = b"" if body is None else json.dumps(body).encode()
        whole = {
            "content-type": "application/json",
            "request-id": f"r{len(self.answers)}",
            **(headers or {}),
        }
        self.answers.append(lambda _: httpx.Response(status, headers=whole, content=content))
        return self

    def fail(self, error: Callable[[httpx.Request], Exception]) -> Service:
        def raise_it(request: httpx.Request) -> httpx.Response:
            raise error(request)

        self.answers.append(raise_it)
        return self

    def page(self, *items: Any, next_link: str | None = None) -> Service:
        return self.answer(
            {"value": list(items)} | ({} if next_link is None else {"@odata.nextLink": next_link})
        )

    def envelope(self, *items: Any, status: int = 200) -> Service:
        """Answer a batch."""
        return self.answer({"responses": list(items)}, status=status)

    @staticmethod
    def throttled(id: str, seconds: str = "0") -> dict[str, Any]:
        """Return the answer for an item of a batch that has to wait."""
        body = {"error": {"code": "TooManyRequests"}}
        return {"id": id, "status": 429, "headers": {"Retry-After": seconds}, "body": body}

    def batched(self, at: int = -1) -> list[dict[str, Any]]:
        """Return the items of a batch that was sent."""
        return json.loads(self.requests[at].content)["requests"]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        assert self.answers, f"unexpected request: {request.method} {request.url}"
        return self.answers.popleft()(request)

    @property
    def sent(self) -> list[str]:
        return [
            f"{request.method} {str(request.url).removeprefix(ROOT)}" for request in self.requests
        ]

    @property
    def tokens(self) -> list[str]:
        return [
            request.headers["authorization"].removeprefix("Bearer ") for request in self.requests
        ]

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]

    @property
    def body(self) -> Any:
        return json.loads(self.last.content)


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def local() -> Local:
    """A local Graph in this process, whose clock the client's pauses move."""
    return Local()


@pytest.fixture
def payroll() -> Payroll:
    """A local Graph with an API-driven job, in this process."""
    return Payroll()
