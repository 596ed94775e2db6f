"""Configuration as code: the file, its comparison with a schema, plans, checks and pictures."""
