"""What went over the wire while a test ran, and what it left at the endpoint."""

from collections import deque
from threading import Lock

from graphsync.emulator.document import is_object
from graphsync.emulator.targets.connection import Exchange

_KEPT = 500
# What httpx raises before a request is on its way.
_NEVER_SENT = frozenset({"ConnectError", "ConnectTimeout"})
_NAMES = {"Users": "userName", "Groups": "displayName"}


class Evidence:
    """The requests of the test that runs, and the ids of everything that was made.

    Of a test with more than 500 requests the last 500 are kept. Ids are kept of all.

    Args:
        run: The text that is in the name of everything that the run creates.

    """

    def __init__(self, run: str) -> None:
        self._run = run
        self._kept: deque[Exchange] = deque(maxlen=_KEPT)
        self._count = 0
        self._lock = Lock()  # some tests send several requests at a time
        self.made: dict[str, dict[str, None]] = {"Users": {}, "Groups": {}}
        """The ids by kind, each once, oldest first."""
        self.is_uncertain = False
        """Whether something may have been made whose id was not in an answer."""

    def add(self, exchange: Exchange) -> None:
        """Take note of a request and its answer."""
        with self._lock:
            self._kept.append(exchange)
            self._count += 1
        kind = exchange.url.partition("?")[0].rpartition("/")[2]
        answer = exchange.answer
        if exchange.method != "POST" or kind not in self.made:
            return
        if exchange.status == 0 and str(answer) in _NEVER_SENT:
            return
        if exchange.status == 0 or exchange.status >= 500 or not is_object(answer):
            self.is_uncertain = True
            return
        found: object = answer.get("id")
        if isinstance(found, str) and found and self._run in str(answer.get(_NAMES[kind])):
            self.made[kind][found] = None

    def begin(self) -> None:
        """Forget the requests of the test before."""
        self._kept.clear()
        self._count = 0

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The requests since `begin`, oldest first."""
        return tuple(self._kept)

    @property
    def omitted(self) -> int:
        """How many older requests since `begin` are not kept."""
        return self._count - len(self._kept)
