"""Verbs that carry secrets, under every fault of the emulator, over real sockets and in both clients."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from azure.core.credentials import AccessToken

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.fault import Fault
from tests.faults.faults import faults, name

from .rendering import drop_program_frames, leaks, rich_page

MARK = "marked-71c0de"
TOKEN = f"{MARK}-token"
SECRETS = {"SecretToken": f'{MARK}-"quoted"-secret', "BaseAddress": f"https://{MARK}.contoso.com"}
SENDS = (
    lambda sync: sync.secrets.replace(SECRETS),
    lambda sync: sync.secrets.replace(SECRETS, wait=0.01),
    lambda sync: sync.secrets.update(SECRETS),
    lambda sync: sync.acquire_access_token(SECRETS),
    lambda sync: sync.jobs.validate_credentials(SECRETS, template_id="scim"),
    lambda sync: sync.jobs[SCIM_JOB_ID].validate_credentials(SECRETS),
    lambda sync: sync.context.request("PUT", f"{sync.resource_path}/secrets", json={"value": [{"key": "Password", "value": TOKEN}]}),
    lambda sync: sync.jobs.list(),
)  # fmt: skip


class Credential:
    def get_token(self, *_: str, **__: Any) -> AccessToken:
        return AccessToken(TOKEN, int(time.time()) + 3600)


CREDENTIALS = (TOKEN, lambda: TOKEN, Credential())


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(throttling=False) as running:
        yield running


def options(fault: Fault) -> dict[str, Any]:
    return {"retry": RetryPolicy(attempts=1), "timeout": 0.5 if fault.seconds >= 1 else 30.0}


def check(errors: list[BaseException]) -> None:
    for error in errors:
        shown = leaks(drop_program_frames(error), MARK)
        assert not shown, "\n".join(shown)
    if errors:
        assert MARK not in rich_page(errors[0])


def sync_errors(emulator: Emulator, fault: Fault, credential: Any) -> list[BaseException]:
    errors: list[BaseException] = []
    with GraphClient(credential, endpoint=emulator.url, **options(fault)) as graph:
        for send in SENDS:
            emulator.faults.clear()
            emulator.faults.add(fault)
            try:
                send(graph.service_principals[SCIM_PRINCIPAL_ID].synchronization)
            except Exception as error:  # noqa: BLE001  # whatever it is, it must not show anything
                errors.append(error)
    return errors


def async_errors(emulator: Emulator, fault: Fault, credential: Any) -> list[BaseException]:
    async def run() -> list[BaseException]:
        errors: list[BaseException] = []
        async with AsyncGraphClient(credential, endpoint=emulator.url, **options(fault)) as graph:
            for send in SENDS:
                emulator.faults.clear()
                emulator.faults.add(fault)
                try:
                    await send(graph.service_principals[SCIM_PRINCIPAL_ID].synchronization)
                except Exception as error:  # noqa: BLE001  # as above
                    errors.append(error)
        return errors

    return asyncio.run(run())


FAULTS = faults()


@pytest.mark.parametrize("errors_of", [sync_errors, async_errors])
@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_no_variable_shows_a_secret(
    emulator: Emulator,
    errors_of: Callable[[Emulator, Fault, Any], list[BaseException]],
    fault: Fault,
) -> None:
    credential = CREDENTIALS[FAULTS.index(fault) % len(CREDENTIALS)]
    errors = errors_of(emulator, fault, credential)
    # What the service does not take hurts nobody; every status and every lost connection ends in errors.
    assert errors or fault.kind not in {"status", "reset", "truncated"}
    check(errors)


def test_a_refused_connection_and_a_cancelled_call_show_none() -> None:
    with GraphClient(
        TOKEN, endpoint="http://127.0.0.1:9/v1.0", retry=RetryPolicy(attempts=1)
    ) as graph:
        with pytest.raises(Exception, match="refused") as raised:
            graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets.replace(SECRETS)
        check([raised.value])

    async def cancel() -> BaseException | None:
        going = asyncio.Event()

        async def never_answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            going.set()
            await stopping.wait()
            writer.close()

        stopping = asyncio.Event()
        server = await asyncio.start_server(never_answer, "127.0.0.1", 0)
        endpoint = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1.0"
        async with server, AsyncGraphClient(TOKEN, endpoint=endpoint) as graph:
            call: Awaitable[None] = graph.service_principals[
                SCIM_PRINCIPAL_ID
            ].synchronization.secrets.replace(SECRETS)
            task = asyncio.ensure_future(call)
            await going.wait()
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                return error
            finally:
                stopping.set()
        return None

    cancelled = asyncio.run(cancel())
    assert cancelled is not None
    check([cancelled])
