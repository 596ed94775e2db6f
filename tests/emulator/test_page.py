"""The page, in a real browser: headless Chromium renders it and hands back the document it made."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from graphsync.emulator import (
    MANY_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
    TROUBLED_PRINCIPAL_ID,
    Emulator,
)
from graphsync.emulator.tenant.people import put_source

BROWSER = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
needs_browser = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium: install the package chromium to test the page"
)


class Text(HTMLParser):
    """Collects links, rows by class, and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.rows: dict[str, list[str]] = {}
        self.tags: list[str] = []
        self._row: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag == "tr":
            self._row = (given.get("class") or "").split(" ")[0]
            self.rows.setdefault(self._row, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self._row = None

    def handle_data(self, data: str) -> None:
        if self._row is not None:
            self.rows[self._row][-1] += " " + data.strip()


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with Emulator(speed=0, start="2026-01-01T00:00:00Z") as emulator:
        put_source(
            emulator.graph.tenant,
            "user",
            {
                "id": "x",
                "userPrincipalName": "x@contoso.com",
                "displayName": "<script>alert(1)</script>",
            },
        )
        emulator.advance(minutes=45)
        yield emulator.url.removesuffix("/v1.0")


def browse(url: str, profile: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    assert BROWSER
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
    ]
    command += [
        "--disable-background-networking",
        f"--user-data-dir={profile}",
        "--window-size=1280,900",
    ]
    command += ["--enable-logging=stderr", *options, url]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=90)
    assert ran.returncode == 0, ran.stderr
    assert "CONSOLE" not in ran.stderr, (
        ran.stderr
    )  # such as a stylesheet that the page's own policy refuses
    return ran


def get(url: str, path: str, profile: Path) -> Text:
    return Text(browse(url + path, profile, "--dump-dom").stdout)


@needs_browser
def test_the_overview_leads_to_each_principal(root: str, tmp_path: Path) -> None:
    page = get(root, "/", tmp_path)
    assert len(page.rows["principal"]) == 4
    assert any(
        "Contoso Directory" in row and "1 Active" in row and "46" in row
        for row in page.rows["principal"]
    )
    assert any("1 Quarantine" in row for row in page.rows["principal"])
    assert f"/?principal={SCIM_PRINCIPAL_ID}" in page.links
    assert len(page.rows["record"]) == 20


@needs_browser
def test_a_principal_shows_its_jobs_and_its_log(root: str, tmp_path: Path) -> None:
    page = get(root, f"/?principal={SCIM_PRINCIPAL_ID}", tmp_path)
    assert [SCIM_JOB_ID in row for row in page.rows["job"]] == [True, False]
    assert "Succeeded 2026-01-01T00:30:11Z" in re.sub(r"\s+", " ", page.rows["job"][0])
    troubled = get(root, f"/?principal={TROUBLED_PRINCIPAL_ID}", tmp_path)
    assert "EncounteredQuarantineException" in troubled.rows["job"][0]
    assert "Nothing was provisioned yet." in troubled.rows[""][-1]


@needs_browser
def test_many_jobs_come_in_pages_one_can_walk(root: str, tmp_path: Path) -> None:
    seen: set[str] = set()
    path: str | None = f"/?principal={MANY_PRINCIPAL_ID}"
    while path:
        page = get(root, path, tmp_path)
        seen.update(page.rows["job"])
        path = next((link for link in page.links if "from=" in link), None)
    assert len(seen) == 250


@needs_browser
def test_names_are_text_and_never_markup(root: str, tmp_path: Path) -> None:
    page = get(root, "/", tmp_path)
    assert any("<script>alert(1)</script>" in row for row in page.rows["record"])
    assert "script" not in page.tags


@needs_browser
def test_the_page_can_be_looked_at(root: str, tmp_path: Path) -> None:
    shot = tmp_path / "page.png"
    browse(f"{root}/?principal={SCIM_PRINCIPAL_ID}", tmp_path / "profile", f"--screenshot={shot}")
    header = shot.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(header[16:20], "big") == 1280
    assert httpx.get(f"{root}/_emulator/page.css").headers["content-type"].startswith("text/css")


def test_without_a_browser(root: str) -> None:
    answer = httpx.get(root)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert TENANT_ID in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert httpx.get(root, params={"principal": "nobody", "from": "x"}).status_code == 200


@needs_browser
def test_the_requests_are_listed_and_searched(tmp_path: Path) -> None:
    with Emulator(speed=0) as emulator, httpx.Client(base_url=emulator.url) as client:
        client.headers["Authorization"] = "Bearer a-token-that-nobody-may-see"
        client.get("/users", params={"$top": "1"})
        client.get("/groups")
        client.post("/users", json={"displayName": "<script>alert(2)</script>"})
        root = emulator.url.removesuffix("/v1.0")
        overview = get(root, "/", tmp_path)
        assert "/_emulator/page/requests" in overview.links
        page = get(root, "/_emulator/page/requests", tmp_path)
        assert ["POST" in row for row in page.rows["request"]] == [True, False, False]
        assert "<script>alert(2)</script>" in page.rows["request"][0]
        assert "script" not in page.tags
        assert "Group.Read.All, User.ReadWrite.All" in page.rows["permission"][0]
        found = get(root, "/_emulator/page/requests?q=ahlberg&direction=in", tmp_path)
        assert len(found.rows["request"]) == 1
        assert "nobody-may-see" not in " ".join(page.rows["request"])


def test_the_list_of_requests_loads_itself_again_where_it_is_live(root: str) -> None:
    address = f"{root}/_emulator/page/requests"
    assert 'http-equiv="refresh"' not in httpx.get(address).text
    assert 'http-equiv="refresh"' in httpx.get(address, params={"live": "1"}).text
    answer = httpx.get(address, params={"direction": "elsewhere"})
    assert (
        answer.status_code,
        "form-action 'self'" in answer.headers["content-security-policy"],
    ) == (
        200,
        True,
    )
