"""`graphsync whoami`: what the token shows, and which commands it does not open."""

import base64
import json
from pathlib import Path

from .inside import Inside


def token(**claims: object) -> str:
    parts = ({"alg": "none"}, claims)
    return (
        ".".join(base64.urlsafe_b64encode(json.dumps(one).encode()).decode() for one in parts) + "."
    )


def who(folder: Path, text: str) -> dict[str, object]:
    ran = Inside(folder)("whoami", "-o", "json", GRAPHSYNC_TOKEN=text, GRAPHSYNC_SIGN_IN="token")
    assert ran.returncode == 0, ran.stderr
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def test_commands_that_need_more_than_the_token_has_are_listed(tmp_path: Path) -> None:
    found = who(tmp_path, token(roles=["Synchronization.Read.All", "Application.Read.All"]))
    assert found["permissions"] == ["Synchronization.Read.All", "Application.Read.All"]
    lacking = found["notPermitted"]
    assert isinstance(lacking, list)
    assert {"jobs start", "provision", "logs"} <= {*lacking}
    assert not {"jobs list", "whoami", "schema show", "expr eval"} & {*lacking}
    assert found["mayWrite"] is False


def test_a_token_that_shows_nothing_is_not_said_to_lack_anything(tmp_path: Path) -> None:
    found = who(tmp_path, "opaque")
    assert [found[name] for name in ("permissions", "mayWrite", "notPermitted")] == [None] * 3
