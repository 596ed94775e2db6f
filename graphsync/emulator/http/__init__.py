"""The sockets, the ASGI and WSGI applications, TLS, and the check of the `Host` header."""
