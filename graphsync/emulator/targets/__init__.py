"""The systems that jobs write to: inside the tenant, and real SCIM endpoints over HTTP."""
