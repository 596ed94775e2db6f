"""Programs of real use; the tests run them against the local Graph."""
