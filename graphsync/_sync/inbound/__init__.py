# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/inbound/__init__.py
"""Uploads of records to API-driven jobs, and what becomes of them."""
