"""Facts about what a bulk upload may hold and what becomes of it."""

from .fact import Fact, Step, request, wait
from .secrets_and_uploads import upload

_SCIM = {"Content_Type": "application/scim+json"}
_REFERENCE: dict[str, object] = {
    "schemas": [
        "urn:ietf:params:scim:schemas:core:2.0:User",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    ],
    "externalId": "emp-1",
    "userName": "ada@contoso.com",
    "displayName": "Ada",
    "active": True,
    "name": {"givenName": "Ada", "familyName": "L"},
    "emails": [{"value": "ada@contoso.com", "type": "work", "primary": True}],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
        "department": "R&D",
        "manager": {"value": "emp-0"},
    },
    "urn:contoso:employee": {"JobCode": "X"},
}
_SMALL_LETTERS = {
    "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
    "operations": [],
}
_INACTIVE: Step = request(
    "POST {injob}/bulkUpload",
    upload(
        data={
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "externalId": "e0",
            "active": False,
        }
    ),
    **_SCIM,
)


def _uploaded(words: str, status: int, body: object, **headers: str) -> Fact:
    return Fact(words, (request("POST {injob}/bulkUpload", body, **(_SCIM | headers)),), status)


FACTS = (
    _uploaded("an upload as in the reference", 202, upload(data=_REFERENCE)),
    Fact(
        "an inactive upload disables",
        (
            request("POST {injob}/bulkUpload", upload(), **_SCIM),
            wait(45),
            _INACTIVE,
            wait(45),
            request(
                "GET /users?$filter=userPrincipalName eq 'eve@contoso.com'&$select=accountEnabled"
            ),
        ),
        200,
        {"value.0.accountEnabled": False},
    ),
    _uploaded(
        "no externalId",
        400,
        upload(data={"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]}),
    ),
    _uploaded("operations in small letters", 400, _SMALL_LETTERS),
    Fact(
        "an upload has ids",
        (request("POST {injob}/bulkUpload", upload(), **_SCIM),),
        202,
        {"header:request-id": ..., "header:client-request-id": ..., "header:content-length": "0"},
    ),
    _uploaded("an upload that cannot be read", 400, b"{"),
    _uploaded("an upload without a token", 401, upload(), authorization=""),
)
