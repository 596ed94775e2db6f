"""What goes wrong inside openapi-python-client ends the run like everything else: in one line."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from jinja2 import TemplateError

from generator.errors import GeneratorError


@contextmanager
def tool_errors() -> Generator[None]:
    """Turn what the tool did not mean to raise into a `GeneratorError` that names it.

    A full disk is nobody's fault here, and a template that fails is ours: both stay what they are.
    """
    try:
        yield
    except (GeneratorError, OSError, TemplateError):
        raise
    except Exception as error:  # observed: a ValueError of its own about names of enumeration values
        found = f"{type(error).__name__}: {error}".rstrip(": ")
        raise GeneratorError(
            "openapi-python-client", found, "a document that it can parse; compare with one that worked (make diff)"
        ) from error
