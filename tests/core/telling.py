"""Error answers as the service gives them, and the errors that they become."""

from __future__ import annotations

import json

from graphsync._core.response.answer import Answer
from graphsync._core.response.service_errors import service_error
from graphsync.errors import ServiceError

SYNC = "/v1.0/servicePrincipals/11111111-1111-4111-8111-111111111111/synchronization"
JOB = f"{SYNC}/jobs/scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d.11111111-aaaa-4111-8111-111111111111"
ROUTE = "No HTTP resource was found that matches the request URI 'https://syncfabric.windowsazure.com/api/x'."


def told(
    status: int, body: object = None, *, method: str = "GET", path: str = JOB, **headers: str
) -> ServiceError:
    content = (
        body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    )
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return service_error(Answer(status=status, headers=names, content=content), method, path)


def shape(code: str, message: str | None, **more: object) -> dict:
    return {"error": {"code": code, "message": message, **more}}
