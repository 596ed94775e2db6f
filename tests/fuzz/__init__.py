"""Input that nobody would send on purpose."""
