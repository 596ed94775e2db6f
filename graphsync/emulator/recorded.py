"""What a test reads of the requests that were seen: as a list, an archive, a command."""

from graphsync._core.request.release import VERSION
from graphsync.emulator.document import Document
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.requests.exports import curl, har
from graphsync.emulator.requests.least import needed
from graphsync.emulator.requests.shown import find, search


class Recorded:
    """The part of an emulator that reads the requests seen; `graph` is its tenant."""

    graph: LocalGraph

    def requests_seen(self, text: str = "", direction: str = "") -> list[Document]:
        """Return the newest requests, at most 2,000, oldest first, with what was answered.

        Tokens, passwords and the values of secrets are cut.

        Args:
            text: Leaves only requests in which this occurs, in any case.
            direction: `in` for what came in, `out` for what went to targets; empty for both. Any
                other value is a ValueError.

        """
        return [item.document() for item in search(self.graph.shown(), text, direction)]

    def har(self, text: str = "", direction: str = "") -> Document:
        """Return the same requests as an HTTP archive, for the network tools of a browser."""
        return har(search(self.graph.shown(), text, direction), VERSION)

    def curl(self, number: int) -> str:
        """Return the command that sends a request again; `$TOKEN` stands for its token.

        Args:
            number: The `id` of the request. LookupError is raised where it is not kept.

        """
        return curl(find(self.graph.shown(), number))

    def least_permissions(self) -> Document:
        """Return the smallest sets of permissions that the requests since the record began needed.

        `application` is for a program on its own, `owningApplication` for one that owns the service
        principals, `person` for a program that somebody has signed in to. Each is a list, or None
        where no set is enough. `operations` has each operation with the permissions that open it.
        """
        return needed(self.graph.requests)

    def forget_requests(self) -> None:
        """Begin a new record of requests and of the permissions that they needed."""
        self.graph.requests.clear()
