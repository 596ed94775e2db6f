"""Where Microsoft Graph runs: the public cloud and the national ones."""

from __future__ import annotations

from typing import ClassVar, Self

from graphsync_client.availability import MAIN
from graphsync_client.types import Value


class Cloud(Value):
    """One cloud: the addresses of Graph and of the sign-in, the token scope, the operations.

    Tokens of one cloud are worthless in another, so a client takes all three from here. A cloud
    that is not listed is `Cloud("https://graph.contoso.com", "https://login.contoso.com",
    "https://graph.contoso.com/.default")`. `version` names the metadata that it follows, a key of
    `graphsync_client.availability.MISSING`: what is missing there is refused before it is sent.
    """

    GLOBAL: ClassVar[Self]
    US_GOV: ClassVar[Self]
    US_GOV_DOD: ClassVar[Self]
    CHINA: ClassVar[Self]

    graph: str
    authority: str
    scope: str
    version: str = MAIN

    def _check(self) -> None:
        for value in (self.graph, self.authority):
            if not value.startswith("https://"):
                raise ValueError(f"a cloud needs https addresses, not {value!r}")

    @property
    def endpoint(self) -> str:
        """The root of Graph's v1.0 in this cloud."""
        return f"{self.graph.rstrip('/')}/v1.0"


def _cloud(graph: str, authority: str) -> Cloud:
    return Cloud(graph, authority, f"{graph}/.default")


Cloud.GLOBAL = _cloud("https://graph.microsoft.com", "https://login.microsoftonline.com")
Cloud.US_GOV = _cloud("https://graph.microsoft.us", "https://login.microsoftonline.us")
Cloud.US_GOV_DOD = _cloud("https://dod-graph.microsoft.us", "https://login.microsoftonline.us")
Cloud.CHINA = _cloud("https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn")
