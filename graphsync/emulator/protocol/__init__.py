"""What a request and an answer are: routing, errors, OData, faults, tokens and rate limits."""
