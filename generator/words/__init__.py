"""Our own words for docstrings: `spec/docs.yaml`."""
