"""The directory's users and groups: the source of every outbound job."""

from graphsync.emulator.document import Document, strings
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.well_known import steady_id

_GIVEN = [
    "Ada",
    "Bela",
    "Carl",
    "Dina",
    "Emil",
    "Fern",
    "Gita",
    "Hans",
    "Iris",
    "Jonas",
    "Kira",
    "Liam",
    "Mona",
    "Nils",
    "Olga",
    "Paul",
    "Rosa",
    "Sven",
    "Tara",
    "Yara",
]
_FAMILY = [
    "Ahlberg",
    "Brandt",
    "Castro",
    "Duarte",
    "Eriksen",
    "Fischer",
    "Gruber",
    "Hansen",
    "Ivanova",
    "Jansen",
]
_DEPARTMENTS = ("Marketing", "Sales", "Engineering", "Finance", "Legal")
_CITIES = (("Oslo", "NO"), ("Lisbon", "PT"), ("Vienna", "AT"), ("Dublin", "IE"))


def plant(tenant: Tenant, number: int) -> None:
    """Put in a number of users, and a group for each department that holds its members."""
    domain = str(tenant.profile["defaultDomain"])
    groups: dict[str, list[str]] = {name: [] for name in _DEPARTMENTS}
    for index in range(number):
        user = person(index, domain)
        put_source(tenant, "user", user)
        groups[user["department"]].append(user["id"])
    for name, members in groups.items():
        group_id = steady_id("group", name)
        nickname = name.lower()
        put_source(
            tenant,
            "group",
            {
                "id": group_id,
                "displayName": name,
                "mailNickname": nickname,
                "mail": f"{nickname}@{domain}",
                "members": members[:100],
            },
        )


def person(index: int, domain: str) -> Document:
    """Return the user with a number; the same number is always the same user."""
    given = _GIVEN[index % len(_GIVEN)]
    family = _FAMILY[index // len(_GIVEN) % len(_FAMILY)]
    turn = index // (len(_GIVEN) * len(_FAMILY))
    nickname = f"{given}.{family}{turn or ''}".lower()
    city, country = _CITIES[index % len(_CITIES)]
    department = _DEPARTMENTS[index % len(_DEPARTMENTS)]
    return {
        "id": steady_id("user", index),
        "userPrincipalName": f"{nickname}@{domain}",
        "displayName": f"{given} {family}{f' {turn}' if turn else ''}",
        "givenName": given,
        "surname": family,
        "mail": f"{nickname}@{domain}",
        "mailNickname": nickname,
        "jobTitle": "Manager" if index < len(_DEPARTMENTS) else "Specialist",
        "department": department,
        "employeeId": f"{10000 + index}",
        "manager": (
            None if index < len(_DEPARTMENTS) else steady_id("user", index % len(_DEPARTMENTS))
        ),
        "preferredLanguage": "en-US",
        "usageLocation": country,
        "city": city,
        "country": country,
        "telephoneNumber": f"+1 555 {index % 10000:04d}",
        "proxyAddresses": [f"SMTP:{nickname}@{domain}"],
        "accountEnabled": True,
        "userType": "Member",
    }


def put_source(tenant: Tenant, kind: str, document: Document) -> None:
    """Store a user or a group, with the number of this change, which incremental cycles go by.

    Whoever joins or leaves a group by it counts as changed too: membership decides who is assigned.
    """
    object_id = str(document["id"])
    tenant.table("deleted").discard(object_id)
    before: Document = tenant.table(kind).get(object_id, {})
    tenant.table(kind)[object_id] = {**document, "change": tenant.next_change(object_id, kind)}
    if kind == "group":
        then, now = strings(before.get("members")), strings(document.get("members"))
        _touch(tenant, set(then) ^ set(now))


def remove_source(tenant: Tenant, kind: str, object_id: str) -> bool:
    """Delete a user or a group for good; the next cycle deletes its accounts.

    Return whether it was there.
    """
    removed = tenant.table(kind).discard(object_id)
    if removed is None:
        return False
    change = tenant.next_change(object_id, kind)
    tenant.table("deleted")[object_id] = {"id": object_id, "kind": kind, "change": change}
    if kind == "group":
        _touch(tenant, set(strings(removed.get("members"))))
    return True


def _touch(tenant: Tenant, members: set[str]) -> None:
    for member in sorted(members & tenant.users.keys()):
        tenant.users[member]["change"] = tenant.next_change(member, "user")
        tenant.users.touch(member)
