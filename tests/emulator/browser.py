"""A headless Chromium that a test steers: it opens pages, fills in forms and presses buttons."""

import json
import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

BROWSER = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)


class Browser:
    """A tab, steered over a pair of pipes."""

    def __init__(self, reading: BinaryIO, writing: BinaryIO) -> None:
        self._in, self._out = reading, writing
        self._number = 0
        self._session: str | None = None
        self.problems: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = str(attached["sessionId"])
        for area in ("Page", "Runtime", "Log"):
            self._ask(f"{area}.enable")

    def open(self, url: str) -> None:
        """Open an address and wait until it is loaded."""
        self._loads("Page.navigate", url=url)

    def press(self, form: str, **fields: str) -> None:
        """Fill in a form and press its button; return when the next page is loaded."""
        given = json.dumps(fields)
        self._loads(
            "Runtime.evaluate",
            expression=f"""(() => {{
              const form = document.querySelector({json.dumps(form)});
              for (const [name, value] of Object.entries({given})) form.elements[name].value = value;
              form.querySelector("button").click();
            }})()""",
            userGesture=True,
        )

    def evaluate(self, expression: str) -> Any:  # Any: whatever the script returns
        """Return what a script in the page returns."""
        found = self._ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    @property
    def text(self) -> str:
        """The text of the page, as it can be seen."""
        return str(self.evaluate("document.body.innerText"))

    @property
    def path(self) -> str:
        """Path and query of the page."""
        return str(self.evaluate("location.pathname + location.search"))

    def _ask(self, method: str, **given: object) -> dict[str, Any]:
        return self._wait(self._send(method, given))

    def _loads(self, method: str, **given: object) -> None:
        number = self._send(method, given)
        self._wait(number, "Page.loadEventFired")

    def _send(self, method: str, given: dict[str, object]) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        return self._number

    def _wait(self, number: int, event: str = "") -> dict[str, Any]:
        answer: dict[str, Any] | None = None
        while answer is None or event:
            message = self._next()
            if message.get("id") == number:
                assert "error" not in message, message
                answer = message["result"]
            elif message.get("method") == event:
                event = ""
            elif message.get("method") == "Log.entryAdded":
                self.problems.append(str(message["params"]["entry"]["text"]))
        return answer

    def _next(self) -> dict[str, Any]:
        received = bytearray()
        while (letter := self._in.read(1)) != b"\0":
            assert letter, "the browser has ended"
            received += letter
        found: dict[str, Any] = json.loads(received)
        return found


@contextmanager
def browser(profile: Path) -> Generator[Browser]:
    """Run a browser and yield its tab."""
    assert BROWSER
    its_input, our_output = os.pipe()
    our_input, its_output = os.pipe()
    command = (
        f'exec "$0" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run'
        f' --disable-background-networking --remote-debugging-pipe --user-data-dir="$1"'
        f" 3<&{its_input} 4>&{its_output}"
    )
    running = subprocess.Popen(
        ["bash", "-c", command, BROWSER, str(profile)],
        pass_fds=(its_input, its_output),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(its_input)
    os.close(its_output)
    with os.fdopen(our_input, "rb") as reading, os.fdopen(our_output, "wb") as writing:
        try:
            yield Browser(reading, writing)
        finally:
            running.terminate()
            running.wait(30)
