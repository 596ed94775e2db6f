"""Requests to a SCIM endpoint, and what the service makes of each answer."""

import json
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from graphsync.emulator.document import Document, decode, is_object
from graphsync.emulator.targets.secrecy import Secrets, passwords
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal

PREFIX = "SystemForCrossDomainIdentityManagement"
SCIM_JSON = "application/scim+json"
_KEPT = 2_000
_LARGEST_ANSWER = 16 * 1024 * 1024
_NAMED = {
    405: "MethodNotAllowed",
    409: "EntryConflict",
    422: "UnprocessableEntity",
    429: "TooManyRequests",
    501: "NotImplemented",
}
_OLD_FLAG = "AzureAdScimPatch2017"
_NEW_FLAG = "aadOptscim062020"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request to an endpoint and its answer; headers, and with them the token, are not kept.

    `status` is 0 where no answer came; `answer` then says why. Where a body repeats the token, or
    has a password, `***` stands for it.
    """

    method: str
    url: str
    body: object
    status: int
    answer: object
    seconds: float = 0.0


class Connection:
    """A SCIM endpoint by its base address, with the token that goes along.

    `flag` says whether the base address asks for the newer dialect of PATCH; `root` is the address
    without what follows its path. `exchanges` keeps the last requests; `watch` is called with each
    of them.
    """

    def __init__(
        self,
        address: str,
        token: str,
        timeout: Callable[[], float],
        watch: Callable[[Exchange], object] | None = None,
    ) -> None:
        parts = urlsplit(address)
        names = {
            item.partition("=")[0].casefold() for item in parts.query.replace("?", "&").split("&")
        }
        self.flag = _NEW_FLAG.casefold() in names and _OLD_FLAG.casefold() not in names
        self.exchanges: deque[Exchange] = deque(maxlen=_KEPT)
        self._timeout = timeout
        self._watch = watch
        self._secrets = Secrets(token)
        self.root = parts._replace(query="", fragment="").geturl().rstrip("/")
        # The token goes to this address alone: no proxy of the environment, no redirect.
        self._client = httpx.Client(
            headers={
                "Authorization": f"Bearer {token}",
                "Accept": SCIM_JSON,
                "User-Agent": "graphsync-emulator",
            },
            trust_env=False,
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close the sockets."""
        self._client.close()

    def send(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        body: Document | None = None,
    ) -> tuple[int, Document]:
        """Send a request and return status and JSON; 404 is returned too, other failures are
        raised.

        Raises TargetClosed where the endpoint refuses the credentials or cannot be reached, and
        TargetRefusal for what concerns this request alone.
        """
        request = self._client.build_request(
            method,
            self.root + path,
            params=dict(query) if query else None,
            timeout=self._timeout(),
            content=None if body is None else json.dumps(body).encode(),
            headers={} if body is None else {"Content-Type": SCIM_JSON},
        )
        began = time.perf_counter()
        try:
            response = self._client.send(request, stream=True)
            try:
                received = _read(response)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            self._keep(request, body, 0, type(error).__name__, began)
            raise TargetRefusal("Timeout", f"{method} {path} was not answered in time.") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self._keep(request, body, 0, type(error).__name__, began)
            message = (
                f"The target does not answer as a SCIM endpoint does: {type(error).__name__} on"
                f" {method} {path}."
            )
            raise TargetClosed(f"{PREFIX}CredentialValidationUnavailable", message) from None
        answer = _json(received)
        self._keep(
            request,
            body,
            response.status_code,
            answer if answer is not None else received[:2000].decode("latin-1"),
            began,
        )
        self._judge(method, path, response, answer)
        if received.strip() and answer is None and response.status_code != 404:
            raise TargetRefusal(
                f"{PREFIX}ServiceIncompatible",
                f"The answer to {method} {path} is not a JSON object.",
            )
        return response.status_code, answer or {}

    def _judge(
        self, method: str, path: str, response: httpx.Response, answer: Document | None
    ) -> None:
        status = response.status_code
        if status in {200, 201, 202, 204, 404}:
            return
        said = self._secrets.cut(str((answer or {}).get("detail") or ""))[:500]
        reason = f"{method} {path} was answered with {status}{': ' + said if said else '.'}"
        if status == 401:
            raise TargetClosed(
                f"{PREFIX}InvalidCredentials", f"The target refused the credentials. {reason}"
            )
        if status == 403:
            raise TargetClosed("InsufficientRights", reason)
        if status >= 500 or status == 429:
            code = _NAMED.get(status, "InternalServerError")
            raise TargetRefusal(code, reason, _seconds(response.headers.get("retry-after")))
        if 300 <= status < 400:
            raise TargetRefusal(f"{PREFIX}ServiceIncompatible", reason)
        raise TargetRefusal(_NAMED.get(status, f"{PREFIX}BadRequest"), reason)

    def _keep(
        self,
        request: httpx.Request,
        body: Document | None,
        status: int,
        answer: object,
        began: float,
    ) -> None:
        secrets = Secrets(*passwords(body), more=self._secrets)
        exchange = Exchange(
            request.method,
            secrets.cut(str(request.url)),
            secrets.cut_body(body),
            status,
            secrets.cut_body(answer),
            time.perf_counter() - began,
        )
        self.exchanges.append(exchange)
        if self._watch:
            self._watch(exchange)


def _read(response: httpx.Response) -> bytes:
    received = bytearray()
    for part in response.iter_bytes():
        received += part
        if len(received) > _LARGEST_ANSWER:
            raise TargetRefusal(
                f"{PREFIX}ServiceIncompatible", f"An answer is larger than {_LARGEST_ANSWER} bytes."
            )
    return bytes(received)


def _json(received: bytes) -> Document | None:
    try:
        value = decode(received)
    except ValueError:
        return None
    return value if is_object(value) else None


def _seconds(text: str | None) -> float | None:
    """Return what a Retry-After header says, None where it says nothing that can be used."""
    if not text:
        return None
    if text.strip().isdecimal():
        return min(float(text), 86_400.0)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return min(86_400.0, max(0.0, (moment - datetime.now(UTC)).total_seconds()))
