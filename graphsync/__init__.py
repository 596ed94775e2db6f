"""A typed client for the synchronization API of Microsoft Graph."""
