"""The functions themselves, by what they work on."""

from graphsync.expressions.functions import choices, dates, numbers, replacing, texts, values
from graphsync.expressions.functions.signature import Body

BODIES: dict[str, Body] = {
    **texts.BODIES,
    **replacing.BODIES,
    **choices.BODIES,
    **values.BODIES,
    **numbers.BODIES,
    **dates.BODIES,
}
