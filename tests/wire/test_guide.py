"""The Python of docs/guide.md runs as it stands, in its order, against a local Graph."""

from __future__ import annotations

import re
from pathlib import Path

from graphsync import GraphClient
from graphsync.emulator import SCIM_APP_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"


def test_every_block_of_the_guide_runs(capsys):
    blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 10
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        names = {
            "graph": graph,
            "principal_id": SCIM_PRINCIPAL_ID,
            "app_id": SCIM_APP_ID,
            "job_id": SCIM_JOB_ID,
        }
        for number, block in enumerate(blocks):
            exec(compile(block, f"docs/guide.md, block {number}", "exec"), names)
    told = capsys.readouterr().out
    assert "SynchronizationJob.status is not loaded yet; `job.get()` loads it" in told
    assert "('SecretToken',)" in told
    assert "t0ken" not in told
    assert "404 " in told
    assert " dataBricks." in told
    assert "Ada Ahlberg success" in told
