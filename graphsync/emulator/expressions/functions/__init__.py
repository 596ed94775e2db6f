"""The functions themselves, by what they work on."""

from graphsync.emulator.expressions.functions import choices, dates, numbers, replacing, texts, values
from graphsync.emulator.expressions.functions.signature import Body

BODIES: dict[str, Body] = {
    **texts.BODIES,
    **replacing.BODIES,
    **choices.BODIES,
    **values.BODIES,
    **numbers.BODIES,
    **dates.BODIES,
}
