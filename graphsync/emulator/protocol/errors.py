"""Every error the local Graph answers with, in the shapes the service was seen to use."""

import json

from graphsync.emulator.document import Document
from graphsync.emulator.times import iso

_COLLECTIONS = frozenset({"serviceprincipals", "applications", "jobs", "templates", "directories"})
BACK_END = "https://syncfabric.windowsazure.com/api"


class GraphError(Exception):
    """An answer that is an error: status, code and message as they go on the wire."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        headers: dict[str, str] | None = None,
        inner: Document | None = None,
        details: list[Document] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers or {}
        self.inner = inner or {}
        self.details = details

    def body(self, request_id: str, client_request_id: str, now: float) -> Document:
        """Build the JSON body around the ids of the request that failed and the tenant's time."""
        return {
            "error": {
                "code": self.code,
                "message": self.message,
                **({} if self.details is None else {"details": self.details}),
                "innerError": {
                    **self.inner,
                    "date": iso(now)[:19],
                    "request-id": request_id,
                    "client-request-id": client_request_id,
                },
            }
        }


def token_refused(reason: str) -> GraphError:
    """Build the front door's refusal of a missing, foreign or expired token."""
    return GraphError(
        401, "InvalidAuthenticationToken", reason, headers={"WWW-Authenticate": "Bearer"}
    )


def silent_refusal() -> GraphError:
    """Build the empty 401: a wrong id, a principal that has not replicated yet, or a missing
    permission.
    """
    return GraphError(401, "UnknownError", "")


def forbidden() -> GraphError:
    """Build the front door's answer to a token that lacks the permission."""
    return GraphError(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."
    )


def no_resource(path: str) -> GraphError:
    """Build the 404 of the back end for a route or a verb that it does not serve."""
    uri = f"{BACK_END}{keyed(path)}?api-version=2.0"
    message = json.dumps(
        {"Message": f"No HTTP resource was found that matches the request URI '{uri}'."}
    )
    return GraphError(404, "UnknownError", message)


def keyed(path: str) -> str:
    """Write a path's ids as keys, `jobs('x')` for `jobs/x`, as the back end repeats it."""
    result = ""
    parts = iter(path.strip("/").split("/"))
    for part in parts:
        result += f"/{part}"
        key = next(parts, None) if part.lower() in _COLLECTIONS else None
        if key is not None:
            result += f"('{key}')"
    return result


def unknown_segment(segment: str) -> GraphError:
    """Build the 400 for a path whose segment names nothing."""
    return bad_request(f"Resource not found for the segment '{segment[:100]}'.")


def content_type_missing() -> GraphError:
    """Build the 400 for a body without a Content-Type."""
    return bad_request(
        "Write requests (excluding DELETE) must contain the Content-Type header declaration."
    )


def unreadable_json() -> GraphError:
    """Build the 400 for a body that is not JSON, or does not say that it is."""
    return bad_request(
        "Unable to read JSON request payload. Please ensure Content-Type header is set and "
        "payload is of valid JSON format."
    )


def unsupported_query(message: str) -> GraphError:
    """Build the 400 for a query that needs `ConsistencyLevel: eventual`."""
    return GraphError(400, "Request_UnsupportedQuery", message)


def not_found(kind: str, key: str) -> GraphError:
    """Build the 404 for an id that does not exist."""
    return GraphError(404, "ResourceNotFound", f"Resource '{key}' of type '{kind}' does not exist.")


def no_object(key: str) -> GraphError:
    """Build the 404 of the directory for an object that does not exist."""
    return GraphError(404, "Request_ResourceNotFound", f"Resource '{key}' does not exist.")


def bad_request(message: str) -> GraphError:
    """Build a 400 for a request that cannot be understood."""
    return GraphError(400, "BadRequest", message)


def bad_parameter(message: str) -> GraphError:
    """Build a 400 for a parameter whose value names nothing."""
    return GraphError(400, "RequestParameterInvalid", message)


def empty_payload() -> GraphError:
    """Build the 400 for a body that is missing or holds no JSON."""
    return bad_request("Empty Payload. JSON content expected.")


def wrapped(status: int, code: str) -> GraphError:
    """Build the error whose message is itself the JSON text of a second error."""
    second: Document = {
        "error": {"code": code, "message": None, "target": None, "details": [], "innerError": None}
    }
    return GraphError(status, "UnknownError", json.dumps(second, indent=2).replace("\n", "\r\n"))


def throttled(retry_after: str, headers: dict[str, str]) -> GraphError:
    """Build the 429 of a limit that was exceeded."""
    return GraphError(
        429,
        "TooManyRequests",
        "Please retry again later.",
        headers={"Retry-After": retry_after, **headers},
        inner={"code": "429", "message": "Please retry again later.", "status": "429"},
    )
