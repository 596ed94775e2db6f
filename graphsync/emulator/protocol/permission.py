"""Which permission opens which operation; any one of a set is enough."""

READ = frozenset(
    {
        "Application.ReadWrite.OwnedBy",
        "Synchronization.Read.All",
        "Synchronization.ReadWrite.All",
        "Directory.ReadWrite.All",
    }
)
WRITE = frozenset({"Application.ReadWrite.OwnedBy", "Synchronization.ReadWrite.All", "Directory.ReadWrite.All"})
READ_SCHEMA = READ | {"CustomSecAttributeProvisioning.Read.All", "CustomSecAttributeProvisioning.ReadWrite.All"}
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
NOTHING: frozenset[str] = frozenset()
