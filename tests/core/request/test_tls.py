from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from graphsync import GraphClient
from graphsync._core.request.tls import ssl_context
from graphsync._core.secrecy.hidden import Hidden


@pytest.mark.parametrize("verify", ["", ".", Path()])
def test_the_current_folder_is_not_trusted_by_mistake(verify):
    with pytest.raises(ValueError, match="current folder"):
        ssl_context(verify, Hidden(None))
    with pytest.raises(ValueError, match="current folder"):
        GraphClient("t", verify=verify)


@pytest.mark.parametrize("mode", [ssl.CERT_NONE, ssl.CERT_OPTIONAL])
def test_a_context_that_accepts_any_certificate_is_refused(mode):
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = mode
    with pytest.raises(ValueError, match=f"accepts any certificate.*{mode.name}"):
        GraphClient("t", verify=context)


def test_a_context_that_does_not_check_names_is_said_loudly():
    context = ssl.create_default_context()
    context.check_hostname = False
    with pytest.warns(UserWarning, match="does not check host names"):
        GraphClient("t", verify=context)


def test_a_context_that_checks_is_used_as_it_is():
    context = ssl.create_default_context()
    assert ssl_context(context, Hidden(None)) is context
