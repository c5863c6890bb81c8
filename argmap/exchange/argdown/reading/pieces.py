"""What a piece of an Argdown file is to the syntax tree, and what to do about one that is out of place."""

import re

from argmap.exchange.argdown.reading.tokens import Kind, Token
from argmap.exchange.argdown.reading.tree import Block, Element, Heading, Inference

_BLOCK_OPENS = re.compile(r"\{[ \t]*\n")


def block(token: Token) -> Block:
    """The YAML of a data block; where a line ends behind its opening brace, the braces are no part of it."""
    if opening := _BLOCK_OPENS.match(token.value):
        return Block(token.at, token.value[opening.end() : -1], token.at + opening.end())
    return Block(token.at, token.value, token.at)


def apart(holder: Element | Heading | Inference, token: Token, begins: bool) -> str:
    """What to do about a title that stands in the midst of something else."""
    if isinstance(holder, Inference):
        return "write its number before it" if begins else "begin a new line behind the --"
    if isinstance(holder, Heading) or begins:
        return "let an empty line stand before it, or a sign such as + or -"
    bracket = "[" if token.kind is Kind.STATEMENT else "<"
    return f"write @{bracket} to mention it, or \\{bracket} for a bracket of the text"


def cut(title: str) -> str:
    """A title short enough for a message."""
    return title if len(title) <= 40 else title[:39] + "…"
