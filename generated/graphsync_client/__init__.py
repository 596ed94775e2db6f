"""Typed models and operations of the synchronization API."""
