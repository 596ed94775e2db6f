"""Which permission opens which operation; any one of a set is enough."""

READ = frozenset(
    {
        "Application.ReadWrite.OwnedBy",
        "Synchronization.Read.All",
        "Synchronization.ReadWrite.All",
        "Directory.ReadWrite.All",
    }
)
WRITE = frozenset(
    {"Application.ReadWrite.OwnedBy", "Synchronization.ReadWrite.All", "Directory.ReadWrite.All"}
)
READ_SCHEMA = READ | {
    "CustomSecAttributeProvisioning.Read.All",
    "CustomSecAttributeProvisioning.ReadWrite.All",
}
WRITE_SCHEMA = WRITE | {"CustomSecAttributeProvisioning.ReadWrite.All"}
UPLOAD = frozenset({"SynchronizationData-User.Upload", "SynchronizationData-User.Upload.OwnedBy"})
READ_LOGS = frozenset({"AuditLog.Read.All", "ProvisioningLog.Read.All"})
READ_APPLICATIONS = frozenset(
    {
        "Application.Read.All",
        "Application.ReadWrite.All",
        "Application.ReadWrite.OwnedBy",
        "Directory.Read.All",
        "Directory.ReadWrite.All",
    }
)
WRITE_APPLICATIONS = frozenset(
    {"Application.ReadWrite.All", "Application.ReadWrite.OwnedBy", "Directory.ReadWrite.All"}
)
_DIRECTORY = frozenset({"Directory.Read.All", "Directory.ReadWrite.All"})
WRITE_USERS = frozenset({"User.ReadWrite.All", "Directory.ReadWrite.All"})
READ_USERS = WRITE_USERS | _DIRECTORY | {"User.Read.All"}
READ_ME = READ_USERS | {"User.Read"}
WRITE_GROUPS = frozenset({"Group.ReadWrite.All", "Directory.ReadWrite.All"})
READ_GROUPS = WRITE_GROUPS | _DIRECTORY | {"Group.Read.All"}
WRITE_MEMBERS = WRITE_GROUPS | {"GroupMember.ReadWrite.All"}
READ_MEMBERS = READ_GROUPS | {"GroupMember.Read.All", "GroupMember.ReadWrite.All"}
WRITE_ASSIGNMENTS = frozenset({"AppRoleAssignment.ReadWrite.All", "Directory.ReadWrite.All"})
READ_ASSIGNMENTS = READ_APPLICATIONS | WRITE_ASSIGNMENTS
READ_ORGANIZATION = _DIRECTORY | {
    "Organization.Read.All",
    "Organization.ReadWrite.All",
    "User.Read",
}
NOTHING: frozenset[str] = frozenset()
