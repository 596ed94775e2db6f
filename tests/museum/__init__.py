"""What public programs send to this API, as sequences of requests with the outcome they need."""
