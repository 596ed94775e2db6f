"""The applications and synchronization templates that a tenant can choose from."""
