"""Situations in which the service refuses, and the cause that the client names."""
