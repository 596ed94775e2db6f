"""What is wrong with an expression, or went wrong while it was evaluated."""


class ExpressionError(ValueError):
    """An expression that cannot be read or evaluated.

    `position` is the place of what is wrong, in characters from 0; None where none is known.
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(
            message if position is None else f"{message} (at character {position + 1})"
        )
        self.position = position
