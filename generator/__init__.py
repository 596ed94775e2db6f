"""Cut the Graph document, cure what OData leaves in OpenAPI, and write the typed client."""
