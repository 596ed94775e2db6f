"""JSON batches: up to twenty requests in one."""

import base64
import json
from collections.abc import Callable
from urllib.parse import parse_qsl

from graphsync.emulator.document import (
    Document,
    encode,
    is_array,
    is_object,
    member,
    objects,
    strings,
)
from graphsync.emulator.protocol import permission
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import GraphError, bad_request, content_type_missing
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.protocol.routing import Operation, segments

_MOST = 20
_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})


def _batch(call: Call, serve: Callable[[Call], Reply]) -> Reply:
    if call.in_batch:
        raise bad_request("A batch cannot hold a batch.")
    requests: object = call.json().get("requests")
    items = objects(requests)
    if not is_array(requests) or not items or len(items) != len(requests):
        raise bad_request("'requests' must be an array of requests.")
    if len(items) > _MOST:
        raise bad_request(f"The number of batch requests may not exceed {_MOST}.")
    _check(items)
    answers: dict[str, Document] = {}
    for item in items:
        key = str(item["id"])
        failed = [other for other in strings(item.get("dependsOn")) if _failed(answers, other)]
        answers[key.lower()] = {"id": key, **(_unmet() if failed else _answer(call, item, serve))}
    return Reply(200, {"responses": list(answers.values())}, content_type="application/json")


def _check(items: list[Document]) -> None:
    seen: set[str] = set()
    for item in items:
        key: object = item.get("id")
        if not isinstance(key, str) or not key:
            raise bad_request("Every request of a batch needs an 'id'.")
        if key.lower() in seen:
            raise bad_request(f"The id '{key[:100]}' is used twice; ids do not differ by case.")
        if str(item.get("method")).upper() not in _METHODS or not isinstance(item.get("url"), str):
            raise bad_request(f"The request '{key[:100]}' needs a 'method' and a 'url'.")
        depends: object = item.get("dependsOn") or []
        if not is_array(depends) or any(str(other).lower() not in seen for other in depends):
            raise bad_request(
                f"The request '{key[:100]}' depends on one that does not come before it."
            )
        headers: object = item.get("headers") or {}
        if not is_object(headers):
            raise bad_request(f"The headers of the request '{key[:100]}' must be an object.")
        if segments(str(item["url"]).partition("?")[0])[0].lower() == "$batch":
            raise bad_request("A batch cannot hold a batch.")
        seen.add(key.lower())


def _failed(answers: dict[str, Document], key: str) -> bool:
    return int(answers[key.lower()]["status"]) >= 400


def _unmet() -> Document:
    message = "The request was not carried out because one that it depends on failed."
    return _error(GraphError(424, "FailedDependency", message))


def _error(error: GraphError) -> Document:
    body = {"error": {"code": error.code, "message": error.message}}
    return {"status": error.status, "headers": {"Content-Type": "application/json"}, "body": body}


def _answer(call: Call, item: Document, serve: Callable[[Call], Reply]) -> Document:
    headers = {str(name).lower(): str(value) for name, value in member(item, "headers").items()}
    if item.get("body") is not None and "content-type" not in headers:
        return _error(content_type_missing())
    path, _, query = str(item["url"]).partition("?")
    inner = Call(
        call.state,
        str(item["method"]).upper(),
        "/" + path.lstrip("/"),
        dict(parse_qsl(query, keep_blank_values=True)),
        headers,
        _body(item.get("body")),
        call.base,
        call.identity,
        in_batch=True,
    )
    reply = serve(inner)
    answer: Document = {"status": reply.status, "headers": dict(reply.headers)}
    if reply.body is not None:
        answer["headers"]["Content-Type"] = reply.content_type
        answer["body"] = reply.body if is_object(reply.body) else _encoded(reply)
    return answer


def _body(body: object) -> bytes:
    if body is None:
        return b""
    if isinstance(body, str):
        try:
            return base64.b64decode(body, validate=True)
        except ValueError:
            return body.encode()
    return encode(body)


def _encoded(reply: Reply) -> object:
    if reply.content_type.startswith("application/json"):
        decoded: object = json.loads(reply.content())
        return decoded
    return base64.b64encode(reply.content()).decode()


def operations(serve: Callable[[Call], Reply]) -> tuple[Operation, ...]:
    """Return the batch operation; `serve` answers each request of a batch."""
    return (
        Operation(
            "POST", "$batch", lambda call: _batch(call, serve), permission.NOTHING, writes=True
        ),
    )
