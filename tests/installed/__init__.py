"""What a user installs: the built wheel in a new environment. Each test here needs a package registry; `make installed` runs them."""
