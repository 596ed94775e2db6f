"""Typed models and operations of Microsoft Graph's synchronization API, generated; nothing here does I/O."""
