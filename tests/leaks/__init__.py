"""What must not be told."""
