"""What is documented or was observed about the service, as a table that is checked over HTTP."""
