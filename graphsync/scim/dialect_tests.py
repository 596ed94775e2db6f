"""Tests beyond the gallery's: what the service sends and endpoints often get wrong.

They are a category of their own and do not touch the verdict.
"""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from graphsync.emulator.document import Document, objects
from graphsync.emulator.targets.dialect import PATCH_OP, Dialect
from graphsync.emulator.targets.paths import read
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal
from graphsync.mapping.flowing import Attributes
from graphsync.scim.attributes import nested, of_users
from graphsync.scim.direct_tests import post_group, post_user
from graphsync.scim.result import Failed, Skipped, said
from graphsync.scim.world import World

_ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
_WORK_MAIL = 'emails[type eq "work"].value'
_LEAST, _PAGE = 11, 5
_MOST_PAGES = 50
_MANY, _STEP = 1000, 100  # members of a group, and how many of them one request adds
_LARGE = 60
_BURST, _AT_ONCE = 100, 10
_LONGEST_WAIT = 60.0
# Letters that fold, combine, run from right to left, and lie beyond the first plane.
_NAMES = ("Zoë Ünal", "Zoe\u0308", "Łukasz Ω", "王小明", "שלום", "İstanbul", "👩\u200d🚀", '"a\\b"')


def patch_default(world: World) -> None:
    """PATCH as the service writes it by default: `Add`, `Replace` and `Remove`, each by path."""
    _changes_arrive(world, Dialect("default"), "patch-default")


def patch_flag(world: World) -> None:
    """PATCH as the service writes it with aadOptscim062020: values without a path."""
    _changes_arrive(world, Dialect("flag"), "patch-flag")


def _changes_arrive(world: World, dialect: Dialect, test: str) -> None:
    known = {item.path.casefold() for item in of_users(world.schemas())}

    def supported(values: Attributes) -> dict[str, object]:
        return {
            path: value
            for path, value in values.items()
            if path.casefold() in known or path in {"displayName", _WORK_MAIL}
        }

    before = supported({"displayName": "Before", "title": "Tester", "name.givenName": "Ada"})
    after = supported(
        {
            "displayName": "After",
            "title": None,
            "name.givenName": "Zoë",
            f"{_ENTERPRISE}:department": "Research",
            _WORK_MAIL: f"{world.name(test)}@{world.domain}",
        }
    )
    path = f"/Users/{post_user(world, test, **nested(before))}"
    _send(world, path, dialect.patch(before, after))
    now = _get(world, path)
    wrong = [
        f"{name} is {said(read(now, name))}, not {said(value)}"
        for name, value in after.items()
        if (read(now, name) or None) != value
    ]
    if wrong:
        raise Failed(f"After PATCH {'; '.join(wrong)}.")


def boolean_text(world: World) -> None:
    """`active` is switched by the texts `False` and `True`, as the service writes them."""
    path = f"/Users/{post_user(world, 'boolean-text')}"
    for text, expected in (("False", False), ("True", True)):
        operation = {"op": "Replace", "path": "active", "value": text}
        _send(world, path, {"schemas": [PATCH_OP], "Operations": [operation]})
        found = _get(world, path).get("active")
        if found is not expected:
            raise Failed(f"active is {said(found)} after the text {said(text)} was sent.")


def remove_member(world: World) -> None:
    """One member is removed, by value and by a filter in the path; the others stay."""
    world.expect_group_schema()
    people = [post_user(world, f"remove-one-{number}") for number in range(3)]
    path = f"/Groups/{post_group(world, 'remove-one-group')}"
    _members_become(world, path, Dialect("default"), [], people)
    _members_become(world, path, Dialect("default"), people, people[:2])
    _members_become(world, path, Dialect("flag"), people[:2], people[:1])


def _members_become(
    world: World, path: str, dialect: Dialect, before: list[str], after: list[str]
) -> None:
    _send(world, path, dialect.patch({"members": before}, {"members": after}))
    found = _members(_get(world, path))
    if found != set(after):
        raise Failed(
            f"The group has {len(found)} members after PATCH from {len(before)} to {len(after)}"
            f" members; {len(found - set(after))} should not be there,"
            f" {len(set(after) - found)} are missing."
        )


def excluded_members(world: World) -> None:
    """`excludedAttributes=members` leaves the members of groups out."""
    world.expect_group_schema()
    person = post_user(world, "excluded-user")
    group = post_group(world, "excluded-group")
    _members_become(world, f"/Groups/{group}", Dialect("default"), [], [person])
    less = {"excludedAttributes": "members"}
    one = _get(world, f"/Groups/{group}", less)
    name = world.name("excluded-group")
    wanted = f'displayName eq "{name}"'
    several = _get(world, "/Groups", {**less, "filter": wanted})
    found = objects(several.get("Resources"))
    if not found:
        raise Failed("GET /Groups with excludedAttributes=members and a filter finds nothing.")
    if any("members" in item for item in (one, *found)):
        raise Failed("A group has its members although excludedAttributes=members was asked for.")


def paging_while_users_change(world: World) -> None:
    """Whoever is there all the time is in one of the pages, although others come and change."""
    own = [post_user(world, f"moving-{number}") for number in range(_LEAST)]
    total = _total(_get(world, "/Users", {"startIndex": "1", "count": "1"}))

    def change(seen: list[str]) -> None:
        unseen = next((item for item in own if item not in seen), own[0])
        operation = {"op": "Replace", "path": "displayName", "value": "Moved"}
        _send(world, f"/Users/{unseen}", {"schemas": [PATCH_OP], "Operations": [operation]})
        post_user(world, "moving-late")

    seen = _walk(world, max(_PAGE, total // 4), change)
    missing = [item for item in own if item not in seen]
    if missing:
        raise Failed(
            f"{len(missing)} of {len(own)} users are in none of the pages, after one of them was"
            " changed and another was created between the first page and the second."
        )


def no_match(world: World) -> None:
    """A query that finds nothing is answered with 200 and an empty list, never with 404."""
    nobody = str(uuid.uuid4())
    asked = [("Users", "userName"), ("Users", "externalId")]
    if world.has_group_schema():
        asked.append(("Groups", "displayName"))
    for kind, attribute in asked:
        status, page = world.ask("GET", f"/{kind}", {"filter": f'{attribute} eq "{nobody}"'})
        total: object = page.get("totalResults")
        if status != 200 or total != 0:
            raise Failed(
                f"GET /{kind} with a filter on {attribute} that finds nothing was answered with"
                f" {status} and totalResults {said(total)}; 200 and 0 are expected."
            )


def any_letters(world: World) -> None:
    """Names in any writing come back as they were sent, and a filter finds them."""
    for number, name in enumerate(_NAMES):
        account = post_user(world, f"o'neil-{number}", displayName=name)
        found: object = _get(world, f"/Users/{account}").get("displayName")
        if found != name:
            raise Failed(f"displayName is {said(found)}; {said(name)} was sent.")
    first = world.name("o'neil-0")
    if world.find("Users", "userName", f"{first}@{world.domain}") is None:
        raise Failed("A filter on a userName with an apostrophe finds nothing.")
    if world.has_group_schema():
        for number, name in enumerate(_NAMES):
            test = f"letters-{number} {name}"
            post_group(world, test)
            if world.find("Groups", "displayName", world.name(test)) is None:
                raise Failed(f"A filter on displayName finds no group {said(world.name(test))}.")


def many_members(world: World) -> None:
    """A group holds 1,000 members; one of them is removed again."""
    world.expect_group_schema()
    people = [post_user(world, f"many-{number}") for number in range(_MANY)]
    path = f"/Groups/{post_group(world, 'many-group')}"
    dialect = Dialect("default")
    for start in range(0, _MANY, _STEP):
        body = dialect.patch({"members": people[:start]}, {"members": people[: start + _STEP]})
        _send(world, path, body)
    found = _members(_get(world, path))
    if found != set(people):
        raise Failed(f"The group has {len(found)} members after {len(people)} were added.")
    _members_become(world, path, dialect, people, people[1:])


def rate_limit(world: World) -> None:
    """Where requests are limited, the answer is 429 and says after how long to come back."""

    def ask(_number: int) -> TargetRefusal | None:
        try:
            world.endpoint.send("GET", "/Users", {"count": "1"})
        except TargetRefusal as refusal:
            return refusal
        except TargetClosed as error:
            raise Failed(str(error)) from None
        return None

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        refused = [item for item in pool.map(ask, range(_BURST)) if item is not None]
    if not refused:
        raise Skipped(f"{_BURST} requests, {_AT_ONCE} at a time, did not reach a limit.")
    other = next((item for item in refused if item.code != "TooManyRequests"), None)
    if other is not None:
        raise Failed(f"Under load: {other}")
    waits = [item.retry_after for item in refused if item.retry_after is not None]
    if len(waits) < len(refused):
        raise Failed("429 came without a Retry-After header in seconds or as an HTTP date.")
    if max(waits) > _LONGEST_WAIT:
        raise Failed(f"Retry-After is {max(waits):g} seconds; at most {_LONGEST_WAIT:g} are usual.")
    world.wait(max(waits))
    if isinstance(ask(0), TargetRefusal):
        raise Failed(
            f"A request is refused {max(waits):g} seconds after Retry-After named that time."
        )


def large_answer(world: World) -> None:
    """A page with many full resources is complete."""
    values = {item.path: item.value() for item in of_users(world.schemas())}
    for key in [path for path in values if path.casefold() in {"username", "externalid"}]:
        del values[key]
    own = [post_user(world, f"large-{number}", **nested(values)) for number in range(_LARGE)]
    seen = _walk(world, 2 * _LARGE)
    missing = set(own).difference(seen)
    if missing:
        raise Failed(f"{len(missing)} of {len(own)} users are in none of the pages of /Users.")


def _walk(
    world: World, count: int, after_first: Callable[[list[str]], object] | None = None
) -> list[str]:
    """Return the ids on all pages of users."""
    seen: list[str] = []
    for number in range(_MOST_PAGES):
        start = 1 + len(seen)
        page = _get(world, "/Users", {"startIndex": str(start), "count": str(count)})
        found = objects(page.get("Resources"))
        stated: object = page.get("itemsPerPage", len(found))
        if stated != len(found):
            raise Failed(f"itemsPerPage is {said(stated)} on a page with {len(found)} resources.")
        seen += [str(item.get("id")) for item in found]
        if not found or len(seen) >= _total(page):
            return seen
        if number == 0 and after_first:
            after_first(seen)
    raise Skipped(f"The endpoint has more than {_MOST_PAGES} pages of users.")


def _total(page: Document) -> int:
    total: object = page.get("totalResults")
    if isinstance(total, bool) or not isinstance(total, int):
        raise Failed(f"totalResults is {said(total)}; a number is expected.")
    return total


def _members(group: Document) -> set[str]:
    return {str(item.get("value")) for item in objects(group.get("members"))}


def _get(world: World, path: str, query: dict[str, str] | None = None) -> Document:
    status, found = world.ask("GET", path, query)
    if status != 200:
        raise Failed(f"GET {path} was answered with {status}; 200 is expected.")
    return found


def _send(world: World, path: str, body: Document) -> None:
    status, _ = world.ask("PATCH", path, body=body)
    if status not in {200, 204}:
        raise Failed(f"PATCH {path} was answered with {status}; 200 or 204 is expected.")


# Name and what does it; in the order in which they run.
DIALECT_TESTS: tuple[tuple[str, Callable[[World], None]], ...] = (
    ("Dialect_Patch_Default", patch_default),
    ("Dialect_Patch_Flag", patch_flag),
    ("Dialect_Boolean_Text", boolean_text),
    ("Dialect_Remove_Member", remove_member),
    ("Dialect_Excluded_Members", excluded_members),
    ("Dialect_Paging_Changes", paging_while_users_change),
    ("Dialect_No_Match", no_match),
    ("Dialect_Letters", any_letters),
    ("Dialect_Many_Members", many_members),
    ("Dialect_Rate_Limit", rate_limit),
    ("Dialect_Large_Answer", large_answer),
)
DIALECT_NAMES = tuple(name for name, _ in DIALECT_TESTS)
"""The names of the tests beyond the gallery's, in order."""
