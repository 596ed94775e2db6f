"""From what was read about a person to a preview, and to what the service is asked."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.mapped_values import (
    VARYING,
    hidden_from,
    is_secret,
    mapped_values,
    raw_value,
    source_of,
)
from graphsync._core.tasks.preview import Compared, Preview
from graphsync._core.tasks.user_mapping import UserMapping, functions_of
from graphsync.errors import NoMatch, Refused
from graphsync.expressions import ExpressionError
from graphsync.expressions.tree import Attribute, attributes_of
from graphsync.expressions.value import Value, texts, value_of
from graphsync_client import models

# Functions whose results vary, and one whose result is not to be shown.
_NOT_ASKED: Final = VARYING | {"Redact"}


@frozen(kw_only=True)
class Question:
    """An expression for the service to evaluate, with what was computed here."""

    target: str
    source: str
    here: list[str]
    input: models.ExpressionInputObject

    def answered(self, answer: models.ParseExpressionResponse | Unread | None) -> Compared:
        """Return the comparison with the service's answer."""
        if answer is None or isinstance(answer, Unread):
            why = answer.why if isinstance(answer, Unread) else "the service does not evaluate it"
            return Compared(target=self.target, source=self.source, here=self.here, problem=why)
        if not answer.evaluation_succeeded:
            error = answer.error.message if answer.error is not None else None
            why = error or "the service could not evaluate it"
            return Compared(target=self.target, source=self.source, here=self.here, problem=why)
        found = [str(one) for one in answer.evaluation_result or ()]
        return Compared(target=self.target, source=self.source, here=self.here, there=found)


def previewed(facts: Facts, mapping: UserMapping | None, requests: int) -> Preview:
    """Return the preview; raise the reason where there is nothing to look at."""
    if isinstance(facts.schema, Unread):
        raise NoMatch(f"the schema of job {facts.job_id} could not be read: {facts.schema.why}")
    if mapping is None:
        raise NoMatch(f"the schema of job {facts.job_id} has no enabled mapping for users")
    if not mapping.is_readable:
        raise Refused(
            f"the source of job {facts.job_id} is {mapping.source_directory}, which Graph does not"
            " show; evaluate its expressions with graphsync.expressions and your own attributes"
        )
    if isinstance(facts.person, Unread):
        raise NoMatch(f"the user {facts.asked} could not be read: {facts.person.why}")
    if facts.person is None:
        raise NoMatch(f"there is no user {facts.asked}")
    return Preview(
        user=facts.name,
        user_id=facts.user_id or "",
        target_object=mapping.plan.target,
        values=mapped_values(mapping, facts),
        account=facts.account,
        requests=requests,
    )


def questions(facts: Facts, mapping: UserMapping) -> tuple[Question, ...]:
    """Return the expressions that the service can check: functions of attributes that are known.

    An attribute alone, a reference, and a function whose result varies are left out, as are values
    that are secret.
    """
    found, hidden = source_of(facts), hidden_from(mapping, facts)
    asked: list[Question] = []
    for flow in mapping.plan.flows:
        node = flow.node
        if node is None or isinstance(node, Attribute) or flow.reference or flow.problem:
            continue
        if facts.default_domain is None and "DefaultDomain" in functions_of(node):
            continue
        names = attributes_of(node)
        if {*names} & hidden or functions_of(node) & _NOT_ASKED or is_secret(flow.target):
            continue
        try:
            value = raw_value(facts, flow, found)
        except ExpressionError:
            continue  # the preview itself names it
        asked.append(
            Question(
                target=flow.target,
                source=str(node),
                here=[*map(str, texts(value))],
                input=_input({name: found.get(name) for name in names}),
            )
        )
    return tuple(asked)


def _input(values: dict[str, Any]) -> models.ExpressionInputObject:  # Any: JSON
    pairs = [_pair(name, value_of(value)) for name, value in values.items() if value is not None]
    return models.ExpressionInputObject(properties=pairs)


def _pair(name: str, value: Value) -> models.StringKeyObjectValuePair:
    if not isinstance(value, tuple):
        return models.StringKeyObjectValuePair(key=name, value=value)
    typed = {"key": name, "value@odata.type": "#Collection(String)", "value": [*value]}
    return models.StringKeyObjectValuePair.from_dict(typed)
