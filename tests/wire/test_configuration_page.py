"""The Python of docs/configuration.md runs as it stands, in its order, against a local Graph."""

from __future__ import annotations

import re
from pathlib import Path

from graphsync import GraphClient
from graphsync.config import Configuration
from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_every_block_runs(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) >= 5
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        names = {"graph": graph, "principal_id": SCIM_PRINCIPAL_ID, "people": emulator.users}
        for number, block in enumerate(blocks):
            exec(compile(block, f"docs/configuration.md, block {number}", "exec"), names)
    said = capsys.readouterr().out
    assert names["made"].exit_code == 2
    for line in re.findall(r"^```\n(~ schema.*?)^```", text, re.DOTALL | re.MULTILINE)[
        0
    ].splitlines():
        if line.lstrip().startswith(("~", "-", "!")):
            assert line in said, line
    assert "did you mean jobTitle?" in said
    assert "::error file=contoso.yaml" in said
    assert (tmp_path / "mappings.html").stat().st_size > 5000
    assert (tmp_path / "before.yaml").is_file()


def test_the_file_on_the_page_is_read():
    (text,) = re.findall(
        r"```yaml\n(application:.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    assert Configuration.loads(text).mappings["User"]["attributes"]["title"] is None
