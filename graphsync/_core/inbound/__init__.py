"""Records of people for an API-driven job: where they come from, and what became of them."""
