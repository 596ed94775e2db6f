"""Which certificates are trusted and shown."""

from __future__ import annotations

import ssl
import warnings
from pathlib import Path
from typing import cast

from graphsync._core.secrecy.hidden import Hidden

TRUST = (
    "Pass the file of the authorities to trust as verify=, or put right the certificate or the"
    " endpoint"
)
Cert = str | Path | tuple[str, str] | tuple[str, str, str]


def ssl_context(verify: str | Path | ssl.SSLContext, cert: Hidden[Cert | None]) -> ssl.SSLContext:
    """Build the context for TLS; an SSL context given is used as it is, with `cert` added."""
    # A caller without types may pass False, and would send tokens to whoever answers.
    if not isinstance(cast("object", verify), (str, Path, ssl.SSLContext)):
        raise TypeError(
            "verify takes a file of certificate authorities or an SSL context; checking cannot be"
            " switched off"
        )
    if isinstance(verify, ssl.SSLContext):
        _check(verify)
        context = verify
    else:
        path = Path(verify)
        if path == Path():
            raise ValueError(
                f"verify is {str(verify)!r}, which would trust every certificate in the current"
                " folder; name the file or folder of the authorities, or leave verify= out to"
                " trust those of the system"
            )
        if not path.exists():
            raise ValueError(f"verify names {str(verify)!r}, which does not exist")
        is_folder = path.is_dir()
        context = ssl.create_default_context(
            capath=str(path) if is_folder else None, cafile=None if is_folder else str(path)
        )
    show(context, cert)
    return context


def _check(context: ssl.SSLContext) -> None:
    if context.verify_mode is not ssl.CERT_REQUIRED:
        raise ValueError(
            "verify is an SSL context that accepts any certificate (verify_mode is"
            f" {context.verify_mode.name}), so that the token could go to any server that"
            " answers; set verify_mode to ssl.CERT_REQUIRED"
        )
    if not context.check_hostname:
        warnings.warn(
            "verify= is an SSL context that does not check host names: whoever has a certificate of"
            " one of its authorities gets the token; set check_hostname to True",
            stacklevel=2,
        )


def show(context: ssl.SSLContext, cert: Hidden[Cert | None]) -> None:
    """Let a context show the client's certificate, where there is one.

    The third part is a password.
    """
    if cert.reveal() is not None:
        context.load_cert_chain(*_parts(cert))


def _parts(cert: Hidden[Cert | None]) -> tuple[str, ...]:
    given = cert.reveal()
    return given if isinstance(given, tuple) else (str(given),)


def is_untrusted(error: BaseException) -> bool:
    """Return whether a connection failed because the server's certificate was not trusted."""
    return _has(error, ssl.SSLCertVerificationError)


def is_tls(error: BaseException) -> bool:
    """Return whether a connection was there, and TLS failed on it."""
    return _has(error, ssl.SSLError)


def _has(error: BaseException, kind: type[BaseException]) -> bool:
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, kind):
        seen = seen.__cause__ or seen.__context__
    return seen is not None
