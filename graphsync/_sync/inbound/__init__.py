# Derived from graphsync/_async/inbound/__init__.py by `python -m generator.unasync`: edit that file, not this one.
"""Uploads of records to API-driven jobs, and what becomes of them."""
