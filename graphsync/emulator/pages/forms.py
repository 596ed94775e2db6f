"""What the forms of the page send, as the admin calls that do it."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlsplit

from graphsync.emulator.document import Document
from graphsync.emulator.pages.overview import HEADERS, TEMPLATES
from graphsync.emulator.protocol.reply import Reply

PERSON = ("displayName", "givenName", "surname", "jobTitle", "department", "mail")
_MOST_FIELDS = 50
# Where a form may lead back to; anything else leads to the overview.
_PAGES = frozenset({"/", "/_emulator/page/person"})

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AdminCall:
    """A call of the admin surface; `path` is what follows `/_emulator/`."""

    method: str
    path: str
    body: Document = field(default_factory=dict[str, object])


def is_sent_by_own_page(headers: Mapping[str, str]) -> bool:
    """Return whether a browser says that a page of this very address sent the form.

    Every browser sends `Origin` or `Sec-Fetch-Site` with a form. Whoever sends neither is not a
    browser, and has the admin calls.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    if origin is None:
        return site is not None
    try:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""
    except ValueError:
        return False


def read_form(headers: Mapping[str, str], body: bytes) -> dict[str, str]:
    """Return the fields of a form; raise ValueError for what is not one."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise ValueError(f"a form is expected, not {kind[:100] or 'a body without a type'}")
    pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    return {name: value.strip() for name, value in pairs}


def admin_call(name: str, form: Form) -> AdminCall:
    """Return the admin call that a form stands for; raise ValueError saying what is wrong."""
    make = _FORMS.get(name)
    if make is None:
        near = difflib.get_close_matches(name, _FORMS, n=1, cutoff=0)
        raise ValueError(f"there is no form {name[:100]!r}; the nearest is {near[0]!r}")
    return make(form)


def way_back(form: Form) -> str:
    """Return the page that a form leads back to, always one of the emulator's own."""
    given = form.get("back", "")
    is_plain = given.isascii() and given.isprintable() and "\\" not in given
    return given if is_plain and given.partition("?")[0] in _PAGES else "/"


def refused_page(message: str, back: str, status: int = 400) -> Reply:
    """Answer a page that says why nothing was done."""
    html = TEMPLATES.get_template("refused.html").render(message=message, back=back)
    return Reply(status, html.encode("utf-8", "replace"), dict(HEADERS), "text/html; charset=utf-8")


def _advance(form: Form) -> AdminCall:
    minutes = _number(form, "minutes")
    if minutes is None:
        raise ValueError("say by how many minutes the clock moves")
    return AdminCall("POST", "advance", {"seconds": 60 * minutes})


def _fault(form: Form) -> AdminCall:
    body: Document = {"kind": form.get("kind", "")}
    for name in ("method", "path"):
        if form.get(name):
            body[name] = form[name]
    for name in ("status", "times", "retry_after"):
        value = _number(form, name)
        if value is not None:
            body[name] = value
    return AdminCall("POST", "faults", body)


def _clear_faults(_form: Form) -> AdminCall:
    return AdminCall("DELETE", "faults")


def _person(form: Form) -> AdminCall:
    if not form.get("id"):
        raise ValueError("the form does not say which person it is about")
    if not form.get("displayName"):
        raise ValueError("a person needs a displayName")
    body: Document = {name: form[name] or None for name in PERSON if name in form}
    body["accountEnabled"] = form.get("accountEnabled") == "true"
    return AdminCall("PATCH", f"users/{quote(form['id'], safe='')}", body)


def _save(form: Form) -> AdminCall:
    return AdminCall("POST", "snapshots", {"name": form.get("name", "")})


def _restore(form: Form) -> AdminCall:
    if not form.get("name"):
        raise ValueError("the form does not say which snapshot it is about")
    return AdminCall("POST", f"snapshots/{quote(form['name'], safe='')}/restore")


def _reset(_form: Form) -> AdminCall:
    return AdminCall("POST", "reset")


_FORMS: dict[str, Callable[[Form], AdminCall]] = {
    "advance": _advance,
    "fault": _fault,
    "clear-faults": _clear_faults,
    "person": _person,
    "save": _save,
    "restore": _restore,
    "reset": _reset,
}


def _number(form: Form, name: str) -> int | None:
    given = form.get(name, "")
    if not given:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        raise ValueError(f"{name} cannot be {given[:50]!r}; write a whole number")
    return int(given)
