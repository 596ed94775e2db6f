"""A defect for each of the gallery's tests, and a check with everything that it can be given."""

from graphsync.scim import CheckReport, ClientCredentials, FederatedIdentity, check

from .scim_server import ScimServer

# The test, the defect that it is about, and whose resources have it; everybody's where nothing is said. What
# several tests do alike, such as to create a user, is broken for the resources of one test.
DEFECTS = [
    ("Create_User", "create refused", "-create-user@"),
    ("Update_User", "patch ignored", "-update-user@"),
    ("Disable_User", "active ignored", "-disable-user@"),
    ("Delete_User", "delete ignored", "-delete-user@"),
    ("User_Update_Manager", "manager ignored", "-manager-user@"),
    ("Restore_User", "active ignored", "-restore-user@"),
    ("POD_User", "create refused", "-pod-user@"),
    ("Create_Group", "create refused", "-create-group"),
    ("Update_Group", "patch refused", "-update-group"),
    ("Delete_Group", "delete ignored", "-delete-group"),
    ("Group_Update_Add_Member", "members ignored", "-add-member"),
    ("Group_Update_Remove_Member", "remove members ignored", "-remove-member"),
    ("POD_Group", "create refused", "-pod-group"),
    ("Restore_Group", "patch refused", "-restore-group"),
    ("Schema_Discoverability", "schema without title", ""),
    ("SCIM_Null_Update", "null refused", "-null-update@"),
    ("SCIM_User_Create", "no id", "-direct-create@"),
    ("SCIM_User_Update", "patch ignored", "-direct-update@"),
    ("SCIM_Group_Create", "create refused", "-direct-made-group"),
    ("SCIM_Group_Update", "patch ignored", "-direct-changed-group"),
    ("Validate_Credentials", "short token", ""),
    ("Federated_Identity", "assertion refused", ""),
    ("SCIM_User_Pagination", "Users start index", ""),
    ("SCIM_Group_Pagination", "Groups start index", ""),
    ("SCIM_Update_Manager", "manager ignored", "-boss-user@"),
]


def run(server: ScimServer, flag: str = "") -> CheckReport:
    credentials = ClientCredentials(server.url.replace("/scim", "/token"), "us", "right-secret")
    federation = FederatedIdentity(server.url.replace("/scim", "/federated"), "us")
    return check(server.url + flag, "right-token", credentials=credentials, federation=federation)
