"""The forms of the page: in a browser they do what the admin calls do, and no other page can send them."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graphsync import GraphClient
from graphsync.emulator import SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.document import Document
from graphsync.emulator.pages.forms import way_back
from graphsync.emulator.protocol.fault import Fault

from .browser import BROWSER, browser
from .scim_server import scim_server, serving

HOSTILE = "\"><img src=x onerror=\"document.title='hit'\"><b x='"
DO = "/_emulator/page/do/"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(speed=0, start="2026-01-01T00:00:00Z") as found:
        yield found


def root(emulator: Emulator) -> str:
    return emulator.url.removesuffix("/v1.0")


def own(emulator: Emulator) -> dict[str, str]:
    return {"Origin": root(emulator)}


def ada(emulator: Emulator) -> Document:
    return next(item for item in emulator.users if item["displayName"] == "Ada Ahlberg")


@pytest.mark.skipif(BROWSER is None, reason="no Chromium: install the package chromium")
def test_a_browser_steers_the_tenant(emulator: Emulator, tmp_path: Path) -> None:
    person = ada(emulator)
    with browser(tmp_path) as tab:
        tab.open(f"{root(emulator)}/?principal={SCIM_PRINCIPAL_ID}")
        assert "2026-01-01T00:00:00Z" in tab.text
        tab.press("#save", name=HOSTILE)
        assert emulator.snapshots == ["start", HOSTILE]
        tab.press("#advance", minutes="45")
        assert "2026-01-01T00:45:00Z" in tab.text
        assert tab.path == f"/?principal={SCIM_PRINCIPAL_ID}"
        tab.press("#fault", kind="status", status="429", retry_after="7", path="*/organization")
        assert "1 fault waits: status 429 for * */organization" in tab.text
        refused = httpx.get(f"{emulator.url}/organization")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "7")
        tab.press("#fault", times="a few")
        assert "times cannot be 'a few'; write a whole number" in tab.text
        tab.open(f"{root(emulator)}/")
        tab.press("#find", q="ahlberg")
        assert "ada.ahlberg@" in tab.text
        tab.press("form", q=str(person["userPrincipalName"]))
        tab.press("#edit", displayName=HOSTILE, jobTitle="Director", accountEnabled="false")
        changed = next(item for item in emulator.users if item["id"] == person["id"])
        assert (changed["displayName"], changed["jobTitle"]) == (HOSTILE, "Director")
        assert (changed["accountEnabled"], changed["city"]) == (False, person["city"])
        assert HOSTILE in tab.text
        tab.open(f"{root(emulator)}/")
        tab.press(".restore:has([name=name][value^='\"'])")
        assert "2026-01-01T00:00:00Z" in tab.text
        assert ada(emulator)["jobTitle"] != "Director"
        tab.press("#advance", minutes="5")
        tab.press("#reset")
        assert "2026-01-01T00:00:00Z" in tab.text
        assert tab.evaluate("document.title + document.images.length").endswith("Graph0")
        # The one form that was filled in wrongly; the page's own policy refused nothing.
        assert [text for text in tab.problems if "status of 400" not in text] == []


@pytest.mark.skipif(BROWSER is None, reason="no Chromium: install the package chromium")
def test_a_page_of_another_origin_cannot_send_the_forms(emulator: Emulator, tmp_path: Path) -> None:
    trap = f"""<form action="{root(emulator)}{DO}advance" method="post">
        <input name="minutes" value="99"><button>win</button></form>"""

    async def serve(scope: object, receive: object, send: object) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-type", b"text/html")],
            }
        )  # type: ignore[operator]  # an ASGI send
        await send({"type": "http.response.body", "body": trap.encode()})  # type: ignore[operator]  # likewise

    with serving(serve) as foreign, browser(tmp_path) as tab:
        for host in (foreign, foreign.replace("127.0.0.1", "localhost")):
            tab.open(host)
            tab.press("form")
            assert "Forbidden" in tab.text
    assert "2026-01-01T00:00:00Z" in httpx.get(root(emulator)).text


@pytest.mark.installed
@pytest.mark.skipif(BROWSER is None, reason="no Chromium: install the package chromium")
@pytest.mark.skipif(shutil.which("npm") is None, reason="no npm: install it to run axe-core")
def test_axe_finds_nothing(emulator: Emulator, tmp_path: Path) -> None:
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "axe-core@4.10.3"],
        cwd=tmp_path,
        check=True,
        timeout=100,
    )
    axe = (tmp_path / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    emulator.faults.add(Fault(kind="status", path="*/organization"))
    emulator.advance(minutes=45)
    person = "/_emulator/page/person?q="
    pages = (f"/?principal={SCIM_PRINCIPAL_ID}", "/_emulator/page/requests", person)
    with browser(tmp_path / "profile") as tab:
        for path in (*pages, f"{person}{ada(emulator)['id']}"):
            tab.open(root(emulator) + path)
            tab.evaluate(axe)
            found = tab.evaluate(
                "axe.run().then((found) => found.violations.map("
                "(one) => [one.id, one.nodes.map((node) => node.html.slice(0, 120))]))"
            )
            assert (path, found) == (path, [])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.contoso.com"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "OWN", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "OWN"}, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "OWN", "Content-Type": "text/plain"}, 400),
    ],
)
def test_only_the_own_page_may_send(shared: Emulator, headers: dict[str, str], status: int) -> None:
    given = {name: root(shared) if value == "OWN" else value for name, value in headers.items()}
    given = {"Content-Type": "application/x-www-form-urlencoded", **given}
    answer = httpx.post(root(shared) + DO + "reset", content="back=/", headers=given)
    assert answer.status_code == status


@pytest.fixture(scope="module")
def shared() -> Iterator[Emulator]:
    with Emulator(speed=0, start="2026-01-01T00:00:00Z") as found:
        yield found


@pytest.mark.parametrize(
    ("form", "fields", "message"),
    [
        ("advence", {}, "the nearest is &#39;advance&#39;"),
        ("advance", {}, "by how many minutes"),
        ("advance", {"minutes": "-5"}, "minutes cannot be"),
        ("fault", {"kind": "stattus"}, "no fault is called"),
        ("fault", {"kind": "status", "status": "200"}, "is not an error status"),
        ("person", {"displayName": "X"}, "which person"),
        ("person", {"id": "x", "displayName": ""}, "needs a displayName"),
        ("person", {"id": "x/../y", "displayName": "X"}, "there is no user"),
        ("save", {"name": "a/b"}, "without a slash"),
        ("restore", {"name": "<b>"}, "there is no snapshot &#39;&lt;b&gt;&#39;"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    shared: Emulator, form: str, fields: dict[str, str], message: str
) -> None:
    answer = httpx.post(root(shared) + DO + form, data={"back": "/", **fields}, headers=own(shared))
    assert (answer.status_code, message in answer.text) == (400, True), answer.text
    assert shared.snapshots == ["start"]


@pytest.mark.parametrize(
    "back",
    ["//evil.contoso.com", "https://evil.contoso.com", "/\\evil", "/a", "/?a\r\nX: y", "/?é"],
)
def test_a_form_never_leads_elsewhere(back: str) -> None:
    assert way_back({"back": back}) == "/"
    assert way_back({"back": "/?principal=1"}) == "/?principal=1"


def test_a_person_has_accounts_in_all_targets_and_a_reason(emulator: Emulator) -> None:
    person = ada(emulator)
    with scim_server() as server, GraphClient("any", endpoint=emulator.url) as graph:
        template = graph.application_templates["8adf8e6e-67b2-4cf2-a259-e3dc5476c621"]
        principal = template.instantiate("Payroll").service_principal
        principal.synchronization.secrets.replace(
            {"BaseAddress": server.url, "SecretToken": "right-token"}
        )
        job = principal.synchronization.jobs.create("scim")
        principal.assignments.assign(str(person["id"]))
        job.start()
        emulator.advance(minutes=45)
        shown = httpx.get(
            f"{root(emulator)}/_emulator/page/person", params={"q": person["id"]}
        ).text
        rows = re.findall(r'<tr class="account">.*?</tr>', shown, re.DOTALL)
        payroll = next(row for row in rows if "Payroll" in row)
        account = next(iter(server.users))
        assert account in payroll
        assert "SCIM endpoint" in payroll
        assert "create: success." in payroll
        assert "Assigned." in payroll
        others = {
            name: next(row for row in rows if name in row)
            for name in ("Contoso Directory", "HR inbound", "Contoso Archive")
        }
        assert "Everybody is in scope (SyncAll)." in others["Contoso Directory"]
        assert "inside" in others["Contoso Directory"]
        assert "bring people into the directory" in others["HR inbound"]
        assert "Not assigned." in others["Contoso Archive"]
        server.users.clear()
        gone = httpx.get(f"{root(emulator)}/_emulator/page/person", params={"q": person["id"]}).text
        assert "It is not there any more." in gone
        server.defects = {"create refused"}
        other = next(item for item in emulator.users if item["id"] != person["id"])
        principal.assignments.assign(str(other["id"]))
        emulator.advance(minutes=45)
        failed = httpx.get(
            f"{root(emulator)}/_emulator/page/person", params={"q": other["id"]}
        ).text
        assert "create: failure." in failed
        assert "this resource is not accepted" in failed
    closed = httpx.get(f"{root(emulator)}/_emulator/page/person", params={"q": person["id"]}).text
    assert "It cannot be read: " in closed
    assert "right-token" not in shown + failed + closed
