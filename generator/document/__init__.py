"""Correct a slice: the overlay, the passes, and the names of Python."""
