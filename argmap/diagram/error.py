"""What a diagram can fail with, told to people."""


class DiagramError(ValueError):
    """A figure that cannot be drawn; the message says why and what to do about it."""
