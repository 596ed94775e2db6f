"""The same three pieces of work with each client; a worker process imports one of these modules and no other."""
