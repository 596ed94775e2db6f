"""What can be done to a connection, beyond answering on it."""

import asyncio
import socket
import struct
from asyncio.trsock import TransportSocket

from starlette.types import Scope

TRANSPORT = "graphsync.transport"


def reset(scope: Scope) -> None:
    """Reset the connection of a request.

    Without a connection (in process) raise ConnectionResetError instead.
    """
    transport: object = scope.get("extensions", {}).get(TRANSPORT, {}).get("transport")
    if not isinstance(transport, asyncio.Transport):
        raise ConnectionResetError("the emulator was asked to reset this connection")
    plain: object = transport.get_extra_info("socket")
    if isinstance(plain, TransportSocket):
        # Closing with a linger time of zero sends a reset in place of a farewell.
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
