"""What the engine asks of a system that accounts end up in, whatever brings them there."""

from typing import Protocol

from graphsync.mapping.flowing import Attributes


class TargetRefusal(Exception):
    """The target would not take an account: the code and the words that go to the log.

    `retry_after` is the number of seconds after which it may be tried again, None where the target
    did not say.
    """

    def __init__(self, code: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.retry_after = retry_after


class TargetClosed(Exception):
    """The target answers nobody: it refused the credentials, or cannot be reached.

    The cycle ends there and the job is quarantined; `code` and the message say why.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Target(Protocol):
    """What the engine asks of a target system."""

    def find(self, object_name: str, attribute: str, value: str) -> list[str]:
        """Return the ids of the accounts whose attribute has a value; case does not count."""
        ...

    def get(self, object_name: str, account_id: str) -> Attributes | None:
        """Return an account's attributes by their mapping names."""
        ...

    def create(self, object_name: str, attributes: Attributes) -> str:
        """Make an account and return its id."""
        ...

    def update(self, object_name: str, account_id: str, changes: Attributes) -> None:
        """Change attributes; None clears one."""
        ...

    def delete(self, object_name: str, account_id: str) -> None:
        """Delete an account."""
        ...
