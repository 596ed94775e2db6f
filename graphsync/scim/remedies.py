"""What to mend where a test fails."""

from graphsync.scim.result import Outcome, TestResult

_CREATE = (
    "POST has to answer with 201 and the new resource, its id included, and a filter on the"
    " matching attribute has to find it at once."
)
_GROUPS = " /Schemas has to list the schema of groups."
_REMEDIES = {
    "Create_User": _CREATE,
    "Update_User": (
        "PATCH has to change each attribute that it names, in whichever dialect: Add, Replace and"
        " Remove in upper and lower case, paths with a filter such as"
        ' emails[type eq "work"].value, and values come back as they were sent.'
    ),
    "Disable_User": (
        "PATCH of active has to take false as a truth value and as the text False, and GET has to"
        " show it. The account stays; filters still find it."
    ),
    "Delete_User": (
        "DELETE has to remove the account: afterwards GET answers 404 and filters find nothing."
    ),
    "User_Update_Manager": (
        "PATCH has to take the manager of the enterprise extension as an id, replace it, and remove"
        " it; the filter on id and manager has to find it."
    ),
    "Restore_User": (
        "PATCH has to set active to true again, and filters have to find accounts that are not "
        "active."
    ),
    "POD_User": _CREATE,
    "Create_Group": _CREATE + _GROUPS,
    "Update_Group": "PATCH of a group has to change displayName." + _GROUPS,
    "Delete_Group": (
        "DELETE has to remove the group: afterwards GET answers 404 and filters find nothing."
    ),
    "Group_Update_Add_Member": "PATCH has to add members, and keep those that are there." + _GROUPS,
    "Group_Update_Remove_Member": (
        "PATCH has to remove the members that it names, both as a list of values and by the path"
        ' members[value eq "..."], and only these.' + _GROUPS
    ),
    "POD_Group": _CREATE + _GROUPS,
    "Restore_Group": "A group whose assignment came back has to be found and changed again.",
    "Schema_Discoverability": (
        "GET /Schemas has to answer with a ListResponse that has every attribute a mapping writes"
        " to;"
        " otherwise take the attribute out of the mappings."
    ),
    "SCIM_Null_Update": (
        "PATCH with an empty text or null has to clear an optional attribute and answer with 200 "
        "or 204."
    ),
    "SCIM_User_Create": _CREATE,
    "SCIM_User_Update": (
        "PATCH has to change every single-valued attribute that /Schemas gives as readWrite, and "
        "GET"
        " has to show the values as they were sent. What cannot be changed is readOnly."
    ),
    "SCIM_Group_Create": _CREATE + _GROUPS,
    "SCIM_Group_Update": "PATCH has to change every single-valued attribute of groups." + _GROUPS,
    "Validate_Credentials": (
        "The token endpoint has to answer client credentials with an access_token that is good "
        "for 1"
        " to 6 hours (expires_in) and that the SCIM endpoint accepts."
    ),
    "Federated_Identity": (
        "The token endpoint has to check the token of Entra by the keys of its issuer, its audience"
        " and its subject, and answer with an access_token that the SCIM endpoint accepts."
    ),
    "SCIM_User_Pagination": (
        "GET /Users has to obey startIndex and count, and repeat startIndex in the answer."
    ),
    "SCIM_Group_Pagination": (
        "GET /Groups has to obey startIndex and count, and repeat startIndex in the answer."
    ),
    "SCIM_Update_Manager": (
        "PATCH has to add, replace and clear the manager of the enterprise extension, and GET has"
        " to show it."
    ),
    "Dialect_Patch_Default": (
        "PATCH has to take Add, Replace and Remove in upper case, and paths such as"
        ' name.givenName, emails[type eq "work"].value and those of the enterprise extension. A'
        " path whose filter matches nothing makes the value."
    ),
    "Dialect_Patch_Flag": (
        "PATCH has to take an operation without a path, whose value is an object of paths such as"
        " name.givenName and those of the enterprise extension."
    ),
    "Dialect_Boolean_Text": (
        "PATCH of active has to take the texts True and False; GET shows a truth value."
    ),
    "Dialect_Remove_Member": (
        "PATCH has to remove only the members that the operation names: in its value, or in a"
        " filter of its path." + _GROUPS
    ),
    "Dialect_Excluded_Members": (
        "GET of groups has to leave members out where excludedAttributes=members is asked for, for"
        " one group and for a query." + _GROUPS
    ),
    "Dialect_Paging_Changes": (
        "Pages have to be in an order that a change does not alter, such as by the time of creation"
        " or by id; else users are left out while others change."
    ),
    "Dialect_No_Match": (
        "A query that finds nothing is answered with 200, totalResults 0 and no Resources; 404 is"
        " for one resource by its id."
    ),
    "Dialect_Letters": (
        "Keep texts as UTF-8 without changing their form, and read filters as JSON strings, with"
        ' \\" for a quotation mark.'
    ),
    "Dialect_Many_Members": (
        "A group has to take 1,000 members, 100 in a request, and show all of them." + _GROUPS
    ),
    "Dialect_Rate_Limit": (
        "Answer 429 with a Retry-After header in seconds, and take requests again after that time."
    ),
    "Dialect_Large_Answer": (
        "Send each page whole, with itemsPerPage as the number of its Resources; a smaller page"
        " than asked for is fine, a part of one is not."
    ),
}
_ERROR = "The test itself could not go on; the message is the error's. The other tests have run."


def remedy(result: TestResult) -> str:
    """Return what to mend where a test failed; empty for one that did not."""
    if not result.has_failed:
        return ""
    if result.outcome == Outcome.ERROR:
        return _ERROR
    return _REMEDIES.get(result.name, "")
