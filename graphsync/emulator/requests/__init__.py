"""What came in and what went out: kept, searched, exported, and what permissions it needed."""
