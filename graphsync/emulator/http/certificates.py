"""A throw-away certificate authority, so that credential libraries can reach the token endpoint
over TLS.
"""

import ssl
import tempfile
from collections.abc import Iterable
from pathlib import Path

import trustme


class Authority:
    """A certificate authority that lives for one run and vouches for localhost and `names`.

    `ca_file` holds its certificate as PEM; a client trusts the emulator by being given that file
    (azure-identity: `connection_verify=ca_file`, httpx:
    `verify=ssl.create_default_context(cafile=ca_file)`).
    """

    def __init__(self, ca_file: Path | None = None, names: Iterable[str] = ()) -> None:
        self._authority = trustme.CA(
            organization_name="graphsync emulator", organization_unit_name="throw-away"
        )
        self._certificate = self._authority.issue_cert("localhost", "127.0.0.1", "::1", *names)
        self._owned = ca_file is None
        if ca_file is None:
            with tempfile.NamedTemporaryFile(
                prefix="graphsync-ca-", suffix=".pem", delete=False
            ) as made:
                ca_file = Path(made.name)
        self.ca_file = ca_file
        self._authority.cert_pem.write_to_path(str(ca_file))

    def context(self) -> ssl.SSLContext:
        """Return what a server needs to speak TLS as localhost."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._certificate.configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - also takes pyOpenSSL's type
        return context

    def close(self) -> None:
        """Remove the certificate's file when it was made here."""
        if self._owned:
            self.ca_file.unlink(missing_ok=True)
