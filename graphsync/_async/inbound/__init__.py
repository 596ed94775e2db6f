"""Uploads of records to API-driven jobs, and what becomes of them."""
