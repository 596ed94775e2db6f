"""Where the real service differs from its document, each with the source in which that was seen."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something in an answer that the document does not say; `place` is a path of member names without indexes."""

    operation: str
    place: str
    said: str
    value: object


@dataclass(frozen=True)
class Deviation:
    """A difference that the service is known to have; `source` says where that was seen."""

    what: str
    source: str
    is_it: Callable[[Finding], bool]


def _ends(*names: str) -> Callable[[Finding], bool]:
    return lambda finding: finding.place.endswith(names)


DEVIATIONS = (
    Deviation(
        "flags come in one string, Add,Update,Delete",
        "captures of schemas published in public repositories",
        lambda it: (
            it.place.endswith(("flowTypes", "discoverabilities")) and "is not one of" in it.said
        ),
    ),
    Deviation(
        "metadata keys of templates begin in lower case",
        "captures of templates published in public repositories",
        lambda it: it.place.endswith("metadata.key") and "is not one of" in it.said,
    ),
    Deviation(
        "what instantiate makes has its id a second time, as objectId",
        "captures of instantiate published in public repositories",
        lambda it: it.operation.endswith("/instantiate") and it.place.endswith(".objectId"),
    ),
    Deviation(
        "the inner error of a 429 repeats status, code and message",
        "the throttling page of the Graph documentation, 2021",
        _ends("innerError.code", "innerError.message", "innerError.status"),
    ),
    Deviation(
        "updating a template answers 204, without the template",
        "synchronization-synchronizationtemplate-update of the reference, 2021",
        lambda it: (
            it.operation.startswith("PATCH")
            and it.operation.endswith("{template}")
            and "MissingData" in it.said
        ),
    ),
    Deviation(
        "an application shows the roles that it declares, which the slice leaves out",
        "application of the v1.0 reference",
        lambda it: "applications" in it.operation and it.place.endswith("appRoles"),
    ),
    Deviation(
        "the date of an error has no offset",
        "captures of errors in public issues, such as msgraph-sdk-python 820",
        _ends("innerError.date"),
    ),
    Deviation(
        "records of the log have their older members in beta",
        "provisioningObjectSummary of the beta reference",
        lambda it: (
            it.operation.endswith("auditLogs/provisioning")
            and it.place in {"value.action", "value.statusInfo"}
        ),
    ),
    Deviation(
        "a count is text, as OData has it: the document's integer is what the text stands for",
        "OData 4.01 part 1, 11.2.10",
        lambda it: it.operation.endswith("/$count") and str(it.value).isdigit(),
    ),
    Deviation(
        "members, owners, managers and deleted items show their own type where the document says directoryObject",
        "the examples of the reference for members, owners, manager and deleted items",
        lambda it: (
            it.said == "is not declared"
            and (
                it.operation.endswith(("/members", "/owners", "/manager", "deletedItems/{item}"))
                or it.place.removeprefix("value.").startswith(("manager", "members"))
            )
        ),
    ),
    Deviation(
        "updating a user or a group answers 204, without the object",
        "user-update and group-update of the reference",
        lambda it: (
            it.operation in {"PATCH users/{user}", "PATCH groups/{group}"}
            and "MissingData" in it.said
        ),
    ),
    Deviation(
        "a user has more members in beta than the slice keeps",
        "user of the beta reference",
        lambda it: it.operation == "GET users/{user}" and it.said == "is not declared",
    ),
    Deviation(
        "a correlation shows null for an error or a source that is not there",
        "correlationreport of the beta reference, where the source is null for what nothing matched",
        lambda it: it.operation.startswith("GET reports/correlations") and it.value is None,
    ),
)

# Operations of the emulator that no slice has, and why they are served all the same.
BEYOND = {
    "PUT R/templates/{template}": "the reference's example of updating a template is a PUT",
    "GET auditLogs/directoryAudits": "where changes of provisioning are audited, a Graph call next door",
    "GET servicePrincipals/$count": "counting directory objects, a Graph call next door",
    "PATCH servicePrincipals/{servicePrincipals}": "service principals, a Graph call next door",
    "DELETE servicePrincipals/{servicePrincipals}": "as above",
    "GET applications/$count": "counting directory objects, a Graph call next door",
    "POST applications": "applications, a Graph call next door",
    "PATCH applications/{applications}": "as above",
    "DELETE applications/{applications}": "as above",
    "GET me": "who is provisioned, a Graph call next door",
    "GET users/$count": "who is provisioned, a Graph call next door",
    "GET groups/$count": "who is provisioned, a Graph call next door",
    "GET groups/{group}/members/$count": "who is provisioned, a Graph call next door",
    "GET directory/deletedItems/user": "who is provisioned, a Graph call next door",
    "GET directory/deletedItems/group": "who is provisioned, a Graph call next door",
    "POST directory/deletedItems/{item}/restore": "who is provisioned, a Graph call next door",
    "GET organization/{organization}": "who is provisioned, a Graph call next door",
    "GET R/jobs/{job}/objectConnections": "beta alone has it",
    "POST $batch": "JSON batching is described in prose only",
}
