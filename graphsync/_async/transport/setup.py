"""From a client's arguments to its transport."""

from __future__ import annotations

import ssl
from functools import partial
from typing import TYPE_CHECKING

from graphsync._async.options import ClientOptions
from graphsync._async.transport.bearer import Bearer
from graphsync._async.transport.connector import Connector, default_ssl_context
from graphsync._async.transport.transport import Transport
from graphsync._core.call.shared_limits import SHARED_LIMITS
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.tls import show, ssl_context
from graphsync._core.secrecy.hidden import Hidden
from graphsync.clouds import Cloud

if TYPE_CHECKING:
    from graphsync._async.native import Credential
    from graphsync.auth import SignIn

_KNOWN_AUTHORITIES = frozenset(
    cloud.authority for cloud in (Cloud.GLOBAL, Cloud.US_GOV, Cloud.US_GOV_DOD, Cloud.CHINA)
)


def connect(credential: Hidden[Credential], options: ClientOptions) -> Transport:
    """Check the arguments against each other and build the transport; nothing is opened yet."""
    endpoint = Endpoint.of(options.endpoint, options.version, options.allow_plain_http)
    authority = options.authority.rstrip("/")
    if not authority.startswith("https://"):
        raise ValueError(f"authority {authority!r} is not an https address; secrets are sent there")
    bearer = Bearer(credential, options.scope, partial(_sign_in, authority, options))
    limits = SHARED_LIMITS.of(endpoint.origin, credential.reveal(), options.transport)
    return Transport(endpoint, _connector(endpoint, options), bearer, limits)


def _sign_in(authority: str, options: ClientOptions) -> SignIn:
    from graphsync.auth import SignIn

    verify = options.verify
    return SignIn(
        authority=authority,
        is_known_authority=authority in _KNOWN_AUTHORITIES,
        # azure-identity knows files only.
        verify=True if verify is None or isinstance(verify, ssl.SSLContext) else str(verify),
        proxy=options.proxy.reveal(),
    )


def _connector(endpoint: Endpoint, options: ClientOptions) -> Connector:
    transport = options.transport
    if transport is not None:
        given = {
            "proxy": options.proxy.reveal(),
            "verify": options.verify,
            "cert": options.cert.reveal(),
        }
        names = [name for name, value in given.items() if value is not None]
        del given  # a proxy's address and a certificate may hold passwords
        if names:
            raise ValueError(
                f"{names[0]}= has no effect with your own transport; set it when you create"
                " the transport"
            )
    elif options.close_transport:
        raise ValueError("close_transport= needs your own transport; pass one as transport=")
    for moment in options.event_hooks or ():
        if moment not in {"request", "response"}:
            raise ValueError(
                f"event_hooks: {moment!r} is not a kind of hook; the kinds are request and response"
            )
    if endpoint.is_plain and options.proxy.reveal() is not None:
        raise ValueError(
            f"a proxy would see the token sent to {endpoint.url}, which is plain http and reached"
            " without one; leave proxy= out"
        )
    return Connector(
        endpoint,
        proxy=options.proxy,
        ssl_context=_ssl_context(options),
        transport=transport,
        closes_transport=options.close_transport,
        event_hooks=options.event_hooks,
    )


def _ssl_context(options: ClientOptions) -> ssl.SSLContext | None:
    if options.verify is not None:
        return ssl_context(options.verify, options.cert)
    if options.cert.reveal() is None:
        return None
    context = default_ssl_context()
    show(context, options.cert)
    return context
