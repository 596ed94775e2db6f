"""The Python of the documents: each block passes the checkers as strictly as the code does."""
