"""Schemas applied to objects, offline: who is in scope, and what an account is to hold."""
