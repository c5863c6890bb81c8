"""Settling a file's layout: key order within tables, spacing, one blank line between tables."""

from dataclasses import replace

from argmap.format.blocks import Block, BlockDocument, lines_of
from argmap.format.keys import KEY_ORDER, ROOT_ORDER, body_start, key_spans


def settled(document: BlockDocument) -> BlockDocument:
    """The same file, laid out as argmap writes it; comments stay with the key below them.

    Tables keep their order and values their text. Settling twice is settling once.
    """
    newline = document.newline
    texts = [_settled_block(block, index == 0, newline) for index, block in enumerate(document.blocks)]
    last = max((i for i, text in enumerate(texts) if text), default=-1)
    blocks = tuple(
        replace(block, text=text + (newline if text and index < last else ""))
        for index, (block, text) in enumerate(zip(document.blocks, texts, strict=True))
    )
    return replace(document, blocks=blocks)


def _settled_block(block: Block, root: bool, newline: str) -> str:
    order = ROOT_ORDER if root else KEY_ORDER.get(block.kind or "")
    if order is None or not (root or (block.regular and block.id is not None)):
        return _trimmed(block.text, newline)
    start = 0 if root else body_start(block.text)
    spans = key_spans(block.text, start)
    if any(span.dotted for span in spans):
        return _trimmed(block.text, newline)
    head = "" if root else _trimmed(block.text[:start], newline)
    groups: list[tuple[int, str]] = []
    at = start
    for number, span in enumerate(spans):
        rank = order.index(span.name) if span.name in order else len(order) + number
        comments = _trimmed(block.text[at : span.line], newline)
        key = block.text[span.line : span.value].rstrip()[:-1].strip()
        value = block.text[span.value : span.value_end]
        behind = block.text[span.value_end : span.end].strip()
        line = f"{key} = {value}" + (f"  {behind}" if behind else "")
        groups.append((rank, comments + line + newline))
        at = span.end
    groups.sort(key=lambda group: group[0])
    return head + "".join(text for _, text in groups) + _trimmed(block.text[at:], newline)


def _trimmed(text: str, newline: str) -> str:
    """The lines of a text without blank lines at either end and spaces at line ends."""
    lines = [line.removesuffix("\n").removesuffix("\r") for line in lines_of(text)]
    if '"""' not in text and "'''" not in text:
        lines = [line.rstrip(" \t") for line in lines]
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join(line + newline for line in lines)
