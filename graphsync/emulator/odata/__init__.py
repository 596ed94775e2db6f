"""OData's query options over lists of documents."""
