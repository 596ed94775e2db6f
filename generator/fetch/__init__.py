"""Get a full document from a file, an address or the pin, and unpack it."""
